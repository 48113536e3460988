import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Point, Size } from './placement';

export interface PlacedProps {
  /** Where something of this size goes, asked after each render; `null`: nowhere, it stays unseen. */
  place: (size: Size) => Point | null;
  children: ComponentChildren;
}

/** Measures what it holds and puts it where there is room. */
export function Placed({ place, children }: PlacedProps) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    const at = place({ width, height });
    element.style.visibility = at === null ? 'hidden' : 'visible';
    if (at === null) return;
    element.style.left = `${Math.round(at.left)}px`;
    element.style.top = `${Math.round(at.top)}px`;
  });
  return (
    <div class="placed" ref={frame}>
      {children}
    </div>
  );
}
