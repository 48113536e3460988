import { BarRow, NAMES, ROW, scaleOf } from './bar-row';
import { Chart, type ChartProps } from './figure';
import { ticksTo } from './scale';

export interface SumChartProps {
  title: string;
  note?: string;
  /** What the bars are: “Month”. */
  axis: string;
  bars: readonly { id: string; name: string; value: number; running: boolean }[];
  /** What every bar is held against; `null`: nothing. */
  limit: number | null;
  words: { value: string; limit: string; share: string; over: string; running: string };
  write: (value: number) => string;
  share: (value: number) => string;
  onPicture?: ChartProps['onPicture'];
}

const FIGURE = 132;

/** Sums in the order of time, each beside what was set aside: what is over says so in words and by its dashed end. */
export function SumChart({ title, note, axis, bars, limit, words, write, share, onPicture }: SumChartProps) {
  const ticks = ticksTo(Math.max(limit ?? 0, ...bars.map((it) => it.value)));
  const top = ticks[ticks.length - 1] ?? 1;
  const isOver = (value: number): boolean => limit !== null && value > limit;
  const said = (value: number): string =>
    [
      write(value),
      ...(limit === null || limit === 0 ? [] : [share(value / limit)]),
      ...(isOver(value) ? [words.over] : []),
    ].join(' · ');
  const named = ({ name, running }: SumChartProps['bars'][number]): string =>
    running ? `${name} ${words.running}` : name;
  const table = {
    headings: [axis, words.value, ...(limit === null ? [] : [words.limit, words.share])],
    rows: bars.map((it) => [
      named(it),
      write(it.value),
      ...(limit === null
        ? []
        : [
            write(limit),
            `${limit === 0 ? '–' : share(it.value / limit)}${isOver(it.value) ? ` · ${words.over}` : ''}`,
          ]),
    ]),
  };
  const height = bars.length * ROW + 8;
  return (
    <Chart title={title} note={note} table={table} onPicture={onPicture}>
      {(width) => {
        const x = scaleOf(width, FIGURE, top);
        return (
          <svg class="chart-drawing" width={width} height={height} role="img" aria-label={title}>
            {bars.map((it, at) => {
              const y = at * ROW + 4;
              const within = limit === null ? it.value : Math.min(it.value, limit);
              return (
                <BarRow key={it.id} at={at} name={named(it)} label={said(it.value)} width={width}>
                  <rect
                    class="chart-bar"
                    x={NAMES}
                    y={y + 3}
                    width={Math.max(1, x(within) - NAMES)}
                    height={ROW - 12}
                    rx="2"
                  />
                  {isOver(it.value) && (
                    <rect
                      class="chart-bar is-over"
                      x={x(within)}
                      y={y + 3}
                      width={Math.max(2, x(it.value) - x(within))}
                      height={ROW - 12}
                    />
                  )}
                </BarRow>
              );
            })}
            {limit !== null && (
              <g>
                <line class="chart-mark is-limit" x1={x(limit)} x2={x(limit)} y1={0} y2={height} />
                <title>{`${words.limit} ${write(limit)}`}</title>
              </g>
            )}
          </svg>
        );
      }}
    </Chart>
  );
}
