import {
  draw,
  filterOf,
  holdsWords,
  keysSought,
  pageOf,
  type RecordFilter,
  type RecordOrder,
  rowsThatFit,
  SEGMENT,
  type SentRecord,
  seeded,
  stratified,
} from '@/lib/review';
import type { Changes } from '../changes';
import { recordOf } from '../sent';
import type { Engine, Transaction } from '../tables';
import { facetsOf, moveGridOf, strataOf } from './counts';
import type { Desk, QueuePage } from './desk';
import { indexLog, indexWords } from './indexing';
import { type LoadedColumns, LogColumns } from './log-columns';
import { rowsWithAll } from './words';

/** Candidates of a search by words that are all read at once, so that their number is exact from the start. */
const ALL_READ = 200;
/** Records that a search reads at most. */
const MOST_READ = 20_000;
const AT_ONCE = 200;
/** Keys of a search that are looked up: what more would rule out, reading the texts does. */
const MOST_KEYS = 3;

/** Records of the open queue that are read in its order without the columns: a few screens. */
const FIRST_ROWS = 500;

interface Found {
  rows: Uint32Array;
  loaded: LoadedColumns;
  /** Whether texts must still be looked at. */
  text: string | undefined;
  /** How far a search by words has read down each order: the next page goes on from there. */
  read: Map<RecordOrder, Reading>;
}

interface Reading {
  kept: SentRecord[];
  next: number;
  /** One page after another. */
  busy: Promise<unknown>;
}

/** Records that are read at once where all of them are wanted. */
const PART = 500;

/** Reads rows that ascend: as one stretch where they lie close together. */
async function readStretch(tx: Transaction, rows: Uint32Array): Promise<SentRecord[]> {
  const [first, last] = [rows[0]!, rows[rows.length - 1]!];
  if (last - first >= rows.length * 2) return readRows(tx, [...rows]);
  const wanted = new Set(rows);
  const found = await tx.list('sent', { index: 'row', from: first, to: last });
  return found.filter((it) => wanted.has(it.row!)).map(recordOf);
}

async function readRows(tx: Transaction, rows: readonly number[]): Promise<SentRecord[]> {
  const found = await Promise.all(
    rows.map((row) => tx.list('sent', { index: 'row', from: row, to: row, limit: 1 })),
  );
  return found.flat().map(recordOf);
}

/** Whether a filter asks for what nobody reviewed yet, and for nothing else. */
function isOpenQueue(filter: RecordFilter = {}): boolean {
  const { standings, ...rest } = filter;
  return (
    standings?.length === 1 &&
    standings[0] === 'open' &&
    Object.values(rest).every((it) => it === undefined || it === '')
  );
}

async function openCount(tx: Transaction): Promise<number> {
  const kept = await tx.get('logTasks', 'open');
  return kept?.name === 'open' ? kept.count : 0;
}

/** The queue over columns in memory; records are read only to be shown. */
export function createDesk(engine: Engine, changes: Changes, signal = new AbortController().signal): Desk {
  // Made at the first question: most contexts never ask.
  let own: LogColumns | undefined;
  const columns = (): LogColumns => {
    own ??= new LogColumns(engine, changes, signal);
    return own;
  };
  let indexed: Promise<void> | undefined;
  /** What was asked last: its other pages and orders are asked next. */
  let last: { asked: string; found: Found } | undefined;

  const ready = (): Promise<void> => {
    indexed ??= indexLog(engine, changes);
    return indexed;
  };

  const find = async (filter: RecordFilter = {}): Promise<Found> => {
    await ready();
    const text = filter.text?.trim() || undefined;
    const loaded = await columns().now();
    const asked = JSON.stringify(filter);
    if (last?.asked === asked && last.found.loaded.version === loaded.version) return last.found;
    const among = text === undefined ? undefined : await candidates(loaded, text);
    const rows = rowsThatFit(loaded.segments, filterOf(filter, loaded.names), among);
    const found: Found = { rows, loaded, text, read: new Map() };
    last = { asked, found };
    return found;
  };

  /** Rows that may hold the words; `undefined`: the words are too short to be looked up. */
  const candidates = async ({ segments }: LoadedColumns, text: string): Promise<Uint32Array | undefined> => {
    const keys = keysSought(text)
      .sort((a, b) => b.length - a.length)
      .slice(0, MOST_KEYS);
    if (keys.length === 0) return undefined;
    const looked = await engine.read(['logWords'], (tx) => rowsWithAll(tx, keys));
    // What is not in the lists yet is read in any case.
    const open = segments.filter((it) => !it.worded);
    const rows = new Uint32Array(looked.length + open.reduce((sum, it) => sum + it.count, 0));
    rows.set(looked);
    let at = looked.length;
    for (const { segment, count } of open)
      for (let row = 0; row < count; row++) rows[at++] = segment * SEGMENT + row;
    return rows.sort();
  };

  const ordered = ({ rows, loaded }: Found, order: RecordOrder, offset: number, limit: number): number[] =>
    pageOf(rows, loaded.segments, loaded.names, { order, offset, limit });

  /** Reads down the order and keeps what really holds the words, until there are enough. */
  const reading = async (found: Found, order: RecordOrder, enough: number): Promise<SentRecord[]> => {
    const { text = '' } = found;
    const state = found.read.get(order) ?? { kept: [], next: 0, busy: Promise.resolve() };
    found.read.set(order, state);
    const before = state.busy;
    const run = (async () => {
      await before.catch(() => undefined);
      const most = Math.min(found.rows.length, MOST_READ);
      while (state.next < most && state.kept.length < enough) {
        // Nearly every candidate holds the words: little more is read than is wanted.
        const size = Math.min(AT_ONCE, Math.ceil((enough - state.kept.length) * 1.1) + 2);
        const rows = ordered(found, order, state.next, size);
        const records = await engine.read(['sent'], (tx) => readRows(tx, rows));
        state.kept.push(...records.filter((it) => holdsWords(it.text, text)));
        state.next += size;
      }
    })();
    state.busy = run;
    await run;
    return state.kept;
  };

  const page = async (
    found: Found,
    order: RecordOrder,
    offset: number,
    limit: number,
  ): Promise<QueuePage> => {
    if (found.text === undefined) {
      const rows = ordered(found, order, offset, limit);
      const records = await engine.read(['sent'], (tx) => readRows(tx, rows));
      return { total: found.rows.length, exact: true, records };
    }
    const all = found.rows.length <= ALL_READ;
    const kept = await reading(found, order, all ? Number.POSITIVE_INFINITY : offset + limit);
    const exact = (found.read.get(order)?.next ?? 0) >= found.rows.length;
    return {
      total: exact ? kept.length : found.rows.length,
      exact,
      records: kept.slice(offset, offset + limit),
    };
  };

  /** The beginning of the open queue by risk, which an index of the store holds in order. */
  const firstOpen = (offset: number, limit: number): Promise<QueuePage> =>
    engine.read(['sent', 'logTasks'], async (tx) => {
      const rows = await tx.list('sent', { index: 'open', limit: offset + limit });
      return { total: await openCount(tx), exact: true, records: rows.slice(offset).map(recordOf) };
    });

  return {
    async queue({ filter, order = 'risk', offset = 0, limit }) {
      if (order === 'risk' && isOpenQueue(filter) && offset + limit <= FIRST_ROWS) {
        await ready();
        const opened = await firstOpen(offset, limit);
        // The columns come while the first rows are looked at: the first filter does not wait for them.
        void columns()
          .now()
          .catch(() => undefined);
        return opened;
      }
      return page(await find(filter), order, offset, limit);
    },
    async ids(filter, order = 'risk', limit = Number.POSITIVE_INFINITY) {
      const found = await find(filter);
      const most = Math.min(limit, found.rows.length);
      return (await page(found, order, 0, most)).records.map((it) => it.id);
    },
    async count(filter) {
      if (isOpenQueue(filter)) {
        await ready();
        return engine.read(['logTasks'], openCount);
      }
      const found = await find(filter);
      return found.text === undefined
        ? found.rows.length
        : (await reading(found, 'newest', Number.POSITIVE_INFINITY)).length;
    },
    async *each(filter, signal) {
      const { rows, text } = await find(filter);
      for (let from = 0; from < rows.length && !signal?.aborted; from += PART) {
        const part = rows.subarray(from, from + PART);
        const records = await engine.read(['sent'], (tx) => readStretch(tx, part));
        yield {
          records: text === undefined ? records : records.filter((it) => holdsWords(it.text, text)),
          read: from + part.length,
          total: rows.length,
        };
      }
    },
    async facets(filter) {
      const found = await find(filter);
      return facetsOf(found);
    },
    moveGrid: async (filter) => moveGridOf(await find(filter)),
    async sample({ filter, size, seed, by }) {
      const found = await find(filter);
      const { rows, loaded } = found;
      const drawn =
        by === undefined
          ? draw(rows, size, seeded(seed))
          : stratified(strataOf(rows, loaded, by), size, seed);
      const records = await engine.read(['sent'], (tx) => readRows(tx, drawn));
      return records.map((it) => it.id);
    },
    async get(ids) {
      const found = await engine.read(['sent'], (tx) => Promise.all(ids.map((id) => tx.get('sent', id))));
      return found.flatMap((it) => (it === undefined ? [] : [recordOf(it)]));
    },
    async conversation(record) {
      if (record.conversation === null) return [];
      const found = await find({ conversation: record.conversation });
      const { records } = await page(found, 'oldest', 0, 200);
      return records.filter((it) => it.conversation === record.conversation && it.id !== record.id);
    },
    prepareSearch: (until) => indexWords(engine, changes, until),
    release() {
      own?.forget();
      last = undefined;
    },
  };
}
