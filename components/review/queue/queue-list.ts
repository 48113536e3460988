import { type ReadonlySignal, signal } from '@preact/signals';
import type { SentRecord } from '@/lib/review';

/** Reads a page of what is listed. */
export type ReadPage = (offset: number, limit: number) => Promise<{ total: number; records: SentRecord[] }>;

/** Records of one page. */
export const PAGE = 100;

/**
 * A queue as it stood when it was opened: what is judged stays in its place with its new standing, so that nothing
 * jumps under the reader's hand. Pages are read when they come into sight.
 */
export interface QueueList {
  /** How many fit; `null`: not known yet. */
  readonly total: ReadonlySignal<number | null>;
  /** Goes up whenever a row came or changed. */
  readonly changed: ReadonlySignal<number>;
  readonly failed: ReadonlySignal<boolean>;
  rowAt(index: number): SentRecord | undefined;
  indexOf(id: string): number;
  /** Rows that are looked at. */
  see(from: number, to: number): void;
  /** Resolves when the row is there, `undefined` where the list ends before it. */
  load(index: number): Promise<SentRecord | undefined>;
  /** Puts newer states of listed records in their places. */
  patch(records: readonly SentRecord[]): void;
}

/** @param fits whether a record still fits what was asked for: pages not read yet move up by those that no longer do. */
export function createQueueList(read: ReadPage, fits: (record: SentRecord) => boolean): QueueList {
  const total = signal<number | null>(null);
  const changed = signal(0);
  const failed = signal(false);
  const pages = new Map<number, SentRecord[]>();
  const reading = new Map<number, Promise<void>>();

  const leftBefore = (page: number): number => {
    let left = 0;
    for (const [at, records] of pages) if (at < page) left += records.filter((it) => !fits(it)).length;
    return left;
  };
  const readPage = (page: number): Promise<void> => {
    const known = reading.get(page);
    if (known) return known;
    const run = (async () => {
      try {
        const left = leftBefore(page);
        const found = await read(page * PAGE - left, PAGE);
        pages.set(page, found.records);
        if (total.value === null) total.value = found.total;
        // A search by words counts a few too many until it has read to the end.
        if (found.records.length < PAGE)
          total.value = Math.min(total.value, page * PAGE + found.records.length);
        changed.value += 1;
      } catch {
        reading.delete(page);
        failed.value = true;
      }
    })();
    reading.set(page, run);
    return run;
  };
  const rowAt = (index: number): SentRecord | undefined =>
    pages.get(Math.floor(index / PAGE))?.[index % PAGE];

  return {
    total,
    changed,
    failed,
    rowAt,
    indexOf(id) {
      for (const [page, records] of pages) {
        const at = records.findIndex((it) => it.id === id);
        if (at >= 0) return page * PAGE + at;
      }
      return -1;
    },
    see(from, to) {
      const last = Math.floor(Math.max(from, to) / PAGE);
      for (let page = Math.floor(Math.max(0, from) / PAGE); page <= last; page++) {
        if (page * PAGE < (total.value ?? 1)) void readPage(page);
      }
    },
    async load(index) {
      if (index < 0) return undefined;
      await readPage(Math.floor(index / PAGE));
      return rowAt(index);
    },
    patch(newer) {
      const byId = new Map(newer.map((it) => [it.id, it]));
      for (const [page, records] of pages) {
        if (records.some((it) => byId.has(it.id))) {
          pages.set(
            page,
            records.map((it) => byId.get(it.id) ?? it),
          );
        }
      }
      changed.value += 1;
    },
  };
}
