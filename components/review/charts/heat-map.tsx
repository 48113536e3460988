import { type Estimate, isFew } from '@/lib/review';
import { Chart, type ChartProps } from './figure';

export interface HeatMapProps {
  title: string;
  note?: string;
  axis: string;
  columns: readonly string[];
  /** `value` 0 … 1; `null`: nothing there to count. */
  rows: readonly { id: string; name: string; cells: readonly (Estimate | null)[] }[];
  write: (value: number) => string;
  onPicture?: ChartProps['onPicture'];
}

const ROW = 30;
const NAMES = 120;
const HEAD = 26;

/**
 * Shares in a grid: each cell carries its figure, and a bar at its foot says the same without colour. What rests on few
 * cases stands in brackets and is not tinted.
 */
export function HeatMap({ title, note, axis, columns, rows, write, onPicture }: HeatMapProps) {
  const table = {
    headings: [axis, ...columns],
    rows: rows.map(({ name, cells }) => [
      name,
      ...cells.map((it) =>
        it ? `${write(it.value)} (${write(it.low)} – ${write(it.high)}; ${it.cases})` : '–',
      ),
    ]),
  };
  const height = HEAD + rows.length * ROW + 4;
  return (
    <Chart wide title={title} note={note} table={table} onPicture={onPicture}>
      {(width) => {
        const cell = (width - NAMES) / Math.max(1, columns.length);
        return (
          <svg class="chart-drawing" width={width} height={height} role="img" aria-label={title}>
            {columns.map((name, at) => (
              <text key={name} class="chart-label" x={NAMES + (at + 0.5) * cell} y={16} text-anchor="middle">
                {name.length * 7 > cell ? `${name.slice(0, Math.max(2, Math.floor(cell / 8)))}…` : name}
                <title>{name}</title>
              </text>
            ))}
            {rows.map(({ id, name, cells }, row) => (
              <g key={id} class="chart-series chart-series-0">
                <text class="chart-name" x={NAMES - 8} y={HEAD + row * ROW + 19} text-anchor="end">
                  {name.length > 17 ? `${name.slice(0, 16)}…` : name}
                  <title>{name}</title>
                </text>
                {cells.map((it, at) => {
                  const x = NAMES + at * cell + 1;
                  const y = HEAD + row * ROW + 1;
                  return (
                    <g key={columns[at]}>
                      <rect
                        class="chart-cell"
                        x={x}
                        y={y}
                        width={Math.max(1, cell - 2)}
                        height={ROW - 2}
                        fill-opacity={it && !isFew(it) ? (it.value * 0.3).toFixed(2) : 0}
                      />
                      {it && (
                        <rect
                          class="chart-cell-bar"
                          x={x}
                          y={y + ROW - 5}
                          width={Math.max(0, (cell - 2) * it.value)}
                          height="3"
                        />
                      )}
                      <text class="chart-figure" x={x + cell / 2 - 1} y={y + 17} text-anchor="middle">
                        {it ? (isFew(it) ? `(${write(it.value)})` : write(it.value)) : '–'}
                      </text>
                    </g>
                  );
                })}
              </g>
            ))}
          </svg>
        );
      }}
    </Chart>
  );
}
