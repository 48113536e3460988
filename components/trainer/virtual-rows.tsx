import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface VirtualRowsProps<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Height of a row, px; rows are of one height so that a long list scrolls evenly. */
  height: number;
  /** Index of the row that is to be seen; `null`: leave the list where it is. */
  shown: number | null;
  row: (item: T, index: number) => ComponentChildren;
}

/** A long list of which only what can be seen is in the page. */
export function VirtualRows<T>({ label, items, keyOf, height, shown, row }: VirtualRowsProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useState(0);
  const virtualizer = useRef<Virtualizer<HTMLDivElement, Element> | null>(null);
  const options = {
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw((it) => it + 1),
  };
  virtualizer.current ??= new Virtualizer(options);
  const rows = virtualizer.current;
  rows.setOptions(options);
  useEffect(() => {
    const stop = rows._didMount();
    rows._willUpdate();
    redraw((it) => it + 1);
    return stop;
  }, [rows]);
  useEffect(() => rows._willUpdate());
  useEffect(() => {
    if (shown !== null && shown >= 0) rows.scrollToIndex(shown, { align: 'auto' });
  }, [rows, shown]);
  return (
    <div ref={scroller} class="rows">
      <ol class="rows-all" aria-label={label} style={{ height: `${rows.getTotalSize()}px` }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return (
            item !== undefined && (
              <li
                key={keyOf(item)}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                class="rows-row"
                style={{ transform: `translateY(${start}px)`, height: `${height}px` }}
              >
                {row(item, index)}
              </li>
            )
          );
        })}
      </ol>
    </div>
  );
}
