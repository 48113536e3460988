import { figures as t } from '@/lib/i18n';
import { type Estimate, isFew } from '@/lib/review';
import { BarRow, NAMES, ROW, scaleOf } from './bar-row';
import { Chart, type ChartProps } from './figure';
import { ticksTo } from './scale';

export interface Bar extends Estimate {
  id: string;
  name: string;
}

export interface BarChartProps {
  title: string;
  note?: string;
  /** What the bars are: “Category”. */
  axis: string;
  bars: readonly Bar[];
  /** As given, not by size: for parts with an order of their own. */
  keepOrder?: boolean;
  /** Where the axis ends at least; 1 for shares. */
  atLeast?: number;
  /** A line all bars are held against, such as a limit. */
  limit?: { value: number; label: string };
  write: (value: number) => string;
  onPicture?: ChartProps['onPicture'];
}

const FIGURE = 58;

/** Bars in order of size; those that rest on few cases come last, hollow and in no order. */
export function BarChart({
  title,
  note,
  axis,
  bars,
  keepOrder,
  atLeast,
  limit,
  write,
  onPicture,
}: BarChartProps) {
  const ranked = bars.filter((it) => !isFew(it));
  const few = bars.filter(isFew);
  const shown = keepOrder ? bars : [...ranked.sort((a, b) => b.value - a.value), ...few];
  const ticks = ticksTo(
    Math.max(atLeast ?? 0, limit?.value ?? 0, ...shown.map((it) => (isFew(it) ? it.value : it.high))),
  );
  const top = ticks[ticks.length - 1] ?? 1;
  const table = {
    headings: [axis, title, t('interval'), t('cases')],
    rows: shown.map((it) => [
      it.name,
      isFew(it) ? `${write(it.value)} (${t('few')})` : write(it.value),
      `${write(it.low)} – ${write(it.high)}`,
      String(it.cases),
    ]),
  };
  const height = shown.length * ROW + 8;
  return (
    <Chart title={title} note={note} table={table} onPicture={onPicture}>
      {(width) => {
        const x = scaleOf(width, FIGURE, top);
        return (
          <svg class="chart-drawing" width={width} height={height} role="img" aria-label={title}>
            {limit && (
              <g>
                <line class="chart-mark" x1={x(limit.value)} x2={x(limit.value)} y1={0} y2={height} />
                <title>{limit.label}</title>
              </g>
            )}
            {shown.map((it, at) => {
              const y = at * ROW + 4;
              return (
                <BarRow key={it.id} at={at} name={it.name} label={write(it.value)} width={width}>
                  <rect
                    class={isFew(it) ? 'chart-bar is-few' : 'chart-bar'}
                    x={NAMES}
                    y={y + 3}
                    width={Math.max(1, x(it.value) - NAMES)}
                    height={ROW - 12}
                    rx="2"
                  />
                  <line class="chart-whisker" x1={x(it.low)} x2={x(it.high)} y1={y + 11} y2={y + 11} />
                </BarRow>
              );
            })}
          </svg>
        );
      }}
    </Chart>
  );
}
