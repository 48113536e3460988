import type { ComponentChildren } from 'preact';
import { shortened } from './names';

/** Height of one bar with the room around it, px, and of the names before it. */
export const ROW = 28;
export const NAMES = 148;

/** Where values lie on a scale that ends at `top`, in a drawing that keeps room for figures at its right. */
export const scaleOf = (width: number, figures: number, top: number): ((value: number) => number) => {
  const room = Math.max(80, width - NAMES - figures);
  return (value) => NAMES + (Math.min(value, top) / top) * room;
};

export interface BarRowProps {
  at: number;
  name: string;
  /** What stands at the right end. */
  label: string;
  width: number;
  children: ComponentChildren;
}

/** One bar with its name before it and its figure behind it; what is drawn of it comes from whoever draws it. */
export function BarRow({ at, name, label, width, children }: BarRowProps) {
  const y = at * ROW + 4;
  return (
    <g class="chart-series chart-series-0">
      <text class="chart-name" x={NAMES - 8} y={y + 15} text-anchor="end">
        {shortened(name)}
        <title>{name}</title>
      </text>
      {children}
      <text class="chart-label" x={width} y={y + 15} text-anchor="end">
        {label}
      </text>
    </g>
  );
}
