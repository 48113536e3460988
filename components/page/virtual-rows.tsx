import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** More px than this many rows take no browser lays out: a longer list ends there and says so. */
export const MOST_ROWS = 200_000;

export interface VirtualRowsProps {
  label: string;
  count: number;
  /** Height of a row, px; rows are of one height so that a long list scrolls evenly. */
  height: number;
  /** Index of the row that is to be seen; below 0: leave the list where it is. */
  shown: number;
  /** What makes a row the same when others come before it; its index, where left out. */
  keyOf?: (index: number) => string | undefined;
  row: (index: number) => ComponentChildren;
  /** Told which rows are looked at, so that they can be read. */
  onSeen?: (from: number, to: number) => void;
}

/** A long list of which only what can be seen is in the page. */
export function VirtualRows({ label, count, height, shown, keyOf, row, onSeen }: VirtualRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, redraw] = useState(0);
  const virtualizer = useRef<Virtualizer<HTMLDivElement, Element> | null>(null);
  const options = {
    count: Math.min(count, MOST_ROWS),
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
    if (shown >= 0) rows.scrollToIndex(shown, { align: 'auto' });
  }, [rows, shown]);
  const items = rows.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items[items.length - 1]?.index ?? 0;
  useEffect(() => onSeen?.(from, to), [from, to, onSeen]);
  return (
    <div ref={scroller} class="rows">
      <ol class="rows-all" aria-label={label} style={{ height: `${rows.getTotalSize()}px` }}>
        {items.map(({ index, start }) => (
          <li
            key={keyOf?.(index) ?? index}
            aria-setsize={count}
            aria-posinset={index + 1}
            class="rows-row"
            style={{ transform: `translateY(${start}px)`, height: `${height}px` }}
          >
            {row(index)}
          </li>
        ))}
      </ol>
    </div>
  );
}
