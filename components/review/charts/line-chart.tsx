import type { ComponentChild } from 'preact';
import { figures as t } from '@/lib/i18n';
import { type Estimate, isFew } from '@/lib/review';
import { Chart, type ChartProps } from './figure';
import { labelEvery, ticksTo } from './scale';

export interface Series {
  name: string;
  /** One a point of the axis; `null`: nothing was counted there. */
  values: readonly (Estimate | null)[];
}

export interface LineChartProps {
  title: string;
  note?: string;
  /** Names of the points, in time's order. */
  points: readonly string[];
  /** What the points are: “Week”. */
  axis: string;
  series: readonly Series[];
  /** Upright lines with a word, such as where a book's version came out. */
  marks?: readonly { at: number; label: string }[];
  write: (value: number) => string;
  onPicture?: ChartProps['onPicture'];
}

const HEIGHT = 210;
const PAD = { left: 44, right: 16, top: 18, bottom: 26 } as const;

/** Figures over time: line and marker tell the series apart without colour, whiskers show the interval. */
export function LineChart({
  title,
  note,
  points,
  axis,
  series,
  marks = [],
  write,
  onPicture,
}: LineChartProps) {
  const highest = Math.max(0, ...series.flatMap((it) => it.values.map((value) => value?.high ?? 0)));
  const ticks = ticksTo(highest);
  const top = ticks[ticks.length - 1] ?? 1;
  const table = {
    headings: [axis, ...series.flatMap((it) => [it.name, t('interval'), t('cases')])],
    rows: points.map((point, at) => [
      point,
      ...series.flatMap(({ values }) => {
        const value = values[at];
        return value
          ? [write(value.value), `${write(value.low)} – ${write(value.high)}`, String(value.cases)]
          : ['–', '–', '0'];
      }),
    ]),
  };
  return (
    <Chart title={title} note={note} table={table} onPicture={onPicture}>
      {(width) => {
        const inner = width - PAD.left - PAD.right;
        const x = (at: number): number =>
          PAD.left + (points.length < 2 ? inner / 2 : (at * inner) / (points.length - 1));
        const y = (value: number): number => PAD.top + (1 - value / top) * (HEIGHT - PAD.top - PAD.bottom);
        const every = labelEvery(points.length, inner, 56);
        return (
          <>
            <svg class="chart-drawing" width={width} height={HEIGHT} role="img" aria-label={title}>
              {ticks.map((tick) => (
                <g key={tick}>
                  <line class="chart-grid" x1={PAD.left} x2={width - PAD.right} y1={y(tick)} y2={y(tick)} />
                  <text class="chart-label" x={PAD.left - 6} y={y(tick) + 4} text-anchor="end">
                    {write(tick)}
                  </text>
                </g>
              ))}
              {points.map(
                (point, at) =>
                  at % every === 0 && (
                    <text key={point} class="chart-label" x={x(at)} y={HEIGHT - 8} text-anchor="middle">
                      {point}
                    </text>
                  ),
              )}
              {marks.map(({ at, label }) => (
                <g key={`${at}${label}`}>
                  <line class="chart-mark" x1={x(at)} x2={x(at)} y1={PAD.top - 6} y2={HEIGHT - PAD.bottom} />
                  <text class="chart-label" x={x(at) + 4} y={PAD.top - 4}>
                    {label}
                  </text>
                </g>
              ))}
              {series.map((it, index) => (
                <Line key={it.name} series={it} index={index} x={x} y={y} />
              ))}
            </svg>
            <Legend names={series.map((it) => it.name)} />
          </>
        );
      }}
    </Chart>
  );
}

interface LineProps {
  series: Series;
  index: number;
  x: (at: number) => number;
  y: (value: number) => number;
}

function Line({ series, index, x, y }: LineProps) {
  const path = series.values
    .map((it, at) => {
      if (!it) return '';
      const begins = at === 0 || !series.values[at - 1];
      return `${begins ? 'M' : 'L'}${x(at).toFixed(1)} ${y(it.value).toFixed(1)}`;
    })
    .join('');
  return (
    <g class={`chart-series chart-series-${index % 4}`}>
      {series.values.map(
        (it, at) =>
          it && (
            <line
              key={`w${String(at)}`}
              class="chart-whisker"
              x1={x(at)}
              x2={x(at)}
              y1={y(it.low)}
              y2={y(it.high)}
            />
          ),
      )}
      <path class="chart-line" d={path} />
      {series.values.map(
        (it, at) =>
          it && <Marker key={`m${String(at)}`} kind={index % 4} x={x(at)} y={y(it.value)} few={isFew(it)} />,
      )}
    </g>
  );
}

/** Shapes as paths around 0,0. */
const SHAPES = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  'M-3.6-3.6h7.2v7.2h-7.2z',
  'M0-4.8L4.6 3.6H-4.6z',
  'M0-5L5 0L0 5L-5 0z',
] as const;

function Marker({ kind, x, y, few }: { kind: number; x: number; y: number; few: boolean }) {
  return (
    <path
      class={few ? 'chart-marker is-few' : 'chart-marker'}
      d={SHAPES[kind]}
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
    />
  );
}

function Legend({ names }: { names: readonly string[] }): ComponentChild {
  if (names.length < 2) return null;
  return (
    <ul class="chart-legend">
      {names.map((name, index) => (
        <li key={name}>
          <svg width="30" height="12" aria-hidden="true">
            <g class={`chart-series chart-series-${index % 4}`}>
              <path class="chart-line" d="M0 6H30" />
              <Marker kind={index % 4} x={15} y={6} few={false} />
            </g>
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
