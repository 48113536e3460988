import { CATEGORIES, MOVES, SCENARIOS, SEVERITIES } from '@/lib/phrasebook/vocabulary';
import {
  type Columns,
  draw,
  filterOf,
  holdsWords,
  keysSought,
  LANGUAGE_NAMES,
  pageOf,
  type RecordFilter,
  type RecordOrder,
  RULES_A_ROW,
  rowsThatFit,
  SEGMENT,
  SENT_HOWS,
  type SentRecord,
  STANDINGS,
  seeded,
  stratified,
} from '@/lib/review';
import type { Changes } from '../changes';
import { recordOf } from '../sent';
import type { Engine, Transaction } from '../tables';
import type { Desk, Facets, MoveRow, QueuePage } from './desk';
import { indexLog, indexWords } from './indexing';
import { type LoadedColumns, LogColumns } from './log-columns';
import { inBoth, rowsWith } from './words';

/** Candidates of a search by words that are all read, so that their number is exact: about a tenth of a second. */
const ALL_READ = 1000;
/** Records that a search reads at most to fill one page. */
const MOST_READ = 20_000;
const AT_ONCE = 200;

interface Found {
  rows: Uint32Array;
  loaded: LoadedColumns;
  /** Whether texts must still be looked at. */
  text: string | undefined;
}

async function readRows(tx: Transaction, rows: readonly number[]): Promise<SentRecord[]> {
  const found = await Promise.all(
    rows.map((row) => tx.list('sent', { index: 'row', from: row, to: row, limit: 1 })),
  );
  return found.flat().map(recordOf);
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

  const find = async (filter: RecordFilter = {}): Promise<Found> => {
    indexed ??= indexLog(engine, changes);
    await indexed;
    const text = filter.text?.trim() || undefined;
    const loaded = await columns().now();
    const among = text === undefined ? undefined : await candidates(loaded, text);
    return {
      rows: rowsThatFit(loaded.segments, filterOf(filter, loaded.names), among),
      loaded,
      text,
    };
  };

  /** Rows that may hold the words; `undefined`: the words are too short to be looked up. */
  const candidates = async ({ segments }: LoadedColumns, text: string): Promise<Uint32Array | undefined> => {
    const keys = keysSought(text);
    if (keys.length === 0) return undefined;
    const lists = await engine.read(['logWords'], (tx) => Promise.all(keys.map((key) => rowsWith(tx, key))));
    const looked = lists.reduce(inBoth);
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
    const kept: SentRecord[] = [];
    const most = Math.min(found.rows.length, MOST_READ);
    for (let from = 0; from < most && kept.length < enough; from += AT_ONCE) {
      const rows = ordered(found, order, from, AT_ONCE);
      const records = await engine.read(['sent'], (tx) => readRows(tx, rows));
      kept.push(...records.filter((it) => holdsWords(it.text, text)));
    }
    return kept;
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
    const exact = found.rows.length <= ALL_READ;
    const kept = await reading(found, order, exact ? Number.POSITIVE_INFINITY : offset + limit);
    return {
      total: exact ? kept.length : found.rows.length,
      exact,
      records: kept.slice(offset, offset + limit),
    };
  };

  return {
    async queue({ filter, order = 'risk', offset = 0, limit }) {
      return page(await find(filter), order, offset, limit);
    },
    async ids(filter, order = 'risk', limit = Number.POSITIVE_INFINITY) {
      const found = await find(filter);
      const most = Math.min(limit, found.rows.length);
      return (await page(found, order, 0, most)).records.map((it) => it.id);
    },
    async count(filter) {
      const found = await find(filter);
      return found.text === undefined
        ? found.rows.length
        : (await reading(found, 'newest', Number.POSITIVE_INFINITY)).length;
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
    release: () => own?.forget(),
  };
}

function strataOf(
  rows: Uint32Array,
  { segments, names }: LoadedColumns,
  by: 'agent' | 'rule' | 'scenario',
): Map<string, number[]> {
  const at = new Map(segments.map((it) => [it.segment, it.columns]));
  const strata = new Map<string, number[]>();
  for (const number of rows) {
    const columns = at.get(Math.floor(number / SEGMENT))!;
    const row = number % SEGMENT;
    const name =
      by === 'agent'
        ? (names.agent[columns.agent[row]!] ?? '')
        : by === 'rule'
          ? (names.rule[columns.rules[row * RULES_A_ROW]!] ?? '')
          : (SCENARIOS[columns.scenario[row]! - 1] ?? '');
    const stratum = strata.get(name);
    if (stratum === undefined) strata.set(name, [number]);
    else stratum.push(number);
  }
  return strata;
}

/** Counts every property in one pass over the rows. */
function facetsOf({ rows, loaded: { segments, names } }: Found): Facets {
  const counts = {
    rules: new Uint32Array(names.rule.length),
    agents: new Uint32Array(names.agent.length),
    sites: new Uint32Array(names.site.length),
    books: new Uint32Array(names.book.length),
    categories: new Uint32Array(CATEGORIES.length),
    severities: new Uint32Array(SEVERITIES.length),
    scenarios: new Uint32Array(SCENARIOS.length + 1),
    languages: new Uint32Array(LANGUAGE_NAMES.length),
    hows: new Uint32Array(SENT_HOWS.length),
    standings: new Uint32Array(STANDINGS.length),
  };
  const at = new Map(segments.map((it) => [it.segment, it.columns]));
  let here = -1;
  let columns: Columns | undefined;
  for (const number of rows) {
    const segment = Math.floor(number / SEGMENT);
    if (segment !== here) {
      here = segment;
      columns = at.get(segment);
    }
    if (columns === undefined) continue;
    const row = number % SEGMENT;
    counts.agents[columns.agent[row]!]!++;
    counts.sites[columns.site[row]!]!++;
    counts.books[columns.books[row]!]!++;
    counts.severities[columns.severity[row]!]!++;
    counts.scenarios[columns.scenario[row]!]!++;
    counts.languages[columns.language[row]!]!++;
    counts.hows[columns.how[row]!]!++;
    counts.standings[columns.standing[row]!]!++;
    for (let bits = columns.categories[row]!, place = 0; bits !== 0; bits >>>= 1, place++) {
      if ((bits & 1) === 1) counts.categories[place]!++;
    }
    for (let place = row * RULES_A_ROW; place < (row + 1) * RULES_A_ROW; place++) {
      const rule = columns.rules[place]!;
      if (rule === 0) break;
      counts.rules[rule]!++;
    }
  }
  const named = (amounts: Uint32Array, called: readonly string[]): Map<string, number> =>
    new Map(
      [...amounts].flatMap((count, code) => (count === 0 ? [] : [[called[code] ?? '', count] as const])),
    );
  return {
    total: rows.length,
    rules: named(counts.rules, names.rule),
    agents: named(counts.agents, names.agent),
    sites: named(counts.sites, names.site),
    books: named(counts.books, names.book),
    categories: named(counts.categories, CATEGORIES),
    severities: named(counts.severities, SEVERITIES),
    scenarios: named(counts.scenarios, ['', ...SCENARIOS]),
    languages: named(counts.languages, LANGUAGE_NAMES),
    hows: named(counts.hows, SENT_HOWS),
    standings: named(counts.standings, STANDINGS),
  };
}

/** Counts moves by scenario in one pass over the rows. */
function moveGridOf({ rows, loaded: { segments } }: Found): MoveRow[] {
  const width = MOVES.length + 1;
  const counts = new Uint32Array((SCENARIOS.length + 1) * width);
  const at = new Map(segments.map((it) => [it.segment, it.columns]));
  for (const number of rows) {
    const columns = at.get(Math.floor(number / SEGMENT));
    if (columns === undefined) continue;
    const row = number % SEGMENT;
    const place = columns.scenario[row]! * width;
    counts[place]!++;
    for (let bits = columns.moves[row]!, move = 1; bits !== 0; bits >>>= 1, move++) {
      if ((bits & 1) === 1) counts[place + move]!++;
    }
  }
  return [null, ...SCENARIOS]
    .map((scenario, code) => ({
      scenario,
      records: counts[code * width]!,
      makes: Array.from(counts.subarray(code * width + 1, (code + 1) * width)),
    }))
    .filter((it) => it.records > 0)
    .sort((a, b) => b.records - a.records);
}
