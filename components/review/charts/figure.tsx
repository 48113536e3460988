import type { ComponentChildren, RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui';
import { figures as t } from '@/lib/i18n';
import { useWidth } from './use-width';

/** The same figures in rows, for reading, copying and exporting. */
export interface ChartTable {
  headings: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface ChartProps {
  title: string;
  /** What is counted, and over what. */
  note?: string;
  table: ChartTable;
  /** Takes a whole row among others. */
  wide?: boolean;
  /** Left out where pictures cannot be saved. */
  onPicture?: (drawing: SVGSVGElement, title: string) => void;
  /** Draws into a given width, px. */
  children: (width: number) => ComponentChildren;
}

const FALLBACK_WIDTH = 560;

/** A drawing with its title, that can always be read as a table instead. */
export function Chart({ title, note, table, wide, onPicture, children }: ChartProps) {
  const [asTable, setAsTable] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(body, FALLBACK_WIDTH);
  return (
    <figure class={wide ? 'chart chart-wide' : 'chart'}>
      <figcaption class="chart-head">
        <span>
          <b>{title}</b>
          {note && <span class="muted small"> {note}</span>}
        </span>
        <span class="chart-acts">
          <Button small look="plain" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t('asTable')}
          </Button>
          {onPicture && !asTable && (
            <Button small look="plain" onClick={() => savePicture(body, title, onPicture)}>
              {t('picture')}
            </Button>
          )}
        </span>
      </figcaption>
      <div ref={body} class="chart-body">
        {asTable ? <FigureTable label={title} table={table} /> : children(width)}
      </div>
    </figure>
  );
}

function savePicture(
  body: RefObject<HTMLDivElement>,
  title: string,
  save: NonNullable<ChartProps['onPicture']>,
): void {
  const drawing = body.current?.querySelector('svg');
  if (drawing) save(drawing, title);
}

export function FigureTable({ label, table }: { label: string; table: ChartTable }) {
  return (
    <table class="figure-table tabular" aria-label={label}>
      <thead>
        <tr>
          {table.headings.map((it) => (
            <th key={it} scope="col">
              {it}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell, at) =>
              at === 0 ? (
                <th key={table.headings[at]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={table.headings[at]}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
