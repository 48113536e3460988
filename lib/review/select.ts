import { CATEGORIES, MOVES, SEVERITIES } from '@/lib/phrasebook/vocabulary';
import {
  ALIVE,
  BY_MODEL,
  BY_RULE,
  bitsOf,
  type Columns,
  hashOf,
  languageCode,
  type NameKind,
  OWN,
  RULES_A_ROW,
  SEGMENT,
  scenarioCode,
  standingCode,
} from './columns';
import { type RecordFilter, type RecordOrder, SENT_HOWS } from './record';

/** A segment as it is searched; its rows are numbered `segment * SEGMENT + place`. */
export interface Segment {
  readonly segment: number;
  readonly count: number;
  readonly columns: Columns;
}

/** Names by kind and code; `''` at 0. */
export type NamesByCode = Readonly<Record<NameKind, readonly string[]>>;

/** A look-up over codes: 1 where a code is wanted. `null`: all are. */
type Wanted = Uint8Array | null;

function wantedOf<T>(wanted: readonly T[] | undefined, codeOf: (it: T) => number, size: number): Wanted {
  if (wanted === undefined) return null;
  const table = new Uint8Array(size);
  for (const it of wanted) {
    const code = codeOf(it);
    if (code >= 0 && code < size) table[code] = 1;
  }
  return table;
}

/** A filter made ready for columns; the words of `text` are not looked at here. */
export function filterOf(
  filter: RecordFilter,
  names: NamesByCode,
): (columns: Columns, row: number) => boolean {
  const named = (kind: NameKind, wanted: readonly (string | null)[] | undefined): Wanted =>
    wantedOf(
      wanted,
      // The empty name has a code of its own where it is an agent's; null stands at 0.
      (it) => (it === null ? 0 : names[kind].indexOf(it, 1)),
      names[kind].length,
    );
  const rules = named('rule', filter.rules);
  const agents = named('agent', filter.agents);
  const sites = named('site', filter.sites);
  const books = named('book', filter.books);
  const categories = filter.categories === undefined ? null : bitsOf(CATEGORIES, filter.categories);
  const severities = wantedOf(filter.severities, (it) => SEVERITIES.indexOf(it), SEVERITIES.length);
  const scenarios = wantedOf(filter.scenarios, scenarioCode, 256);
  const languages = wantedOf(filter.languages, languageCode, 256);
  const hows = wantedOf(filter.hows, (it) => SENT_HOWS.indexOf(it), 256);
  const standings = wantedOf(filter.standings, standingCode, 256);
  const by =
    (filter.by === undefined ? 0 : filter.by === 'rule' ? BY_RULE : BY_MODEL) | (filter.own ? OWN : 0);
  const makes = bitsOf(MOVES, filter.makes ?? []);
  const lacks = bitsOf(MOVES, filter.lacks ?? []);
  const conversation = filter.conversation === undefined ? null : hashOf(filter.conversation);
  const from = filter.from === undefined ? 0 : Math.ceil(filter.from / 1000);
  const to = filter.to === undefined ? Number.POSITIVE_INFINITY : Math.ceil(filter.to / 1000);

  return (columns, row) => {
    const marks = columns.marks[row]!;
    if ((marks & ALIVE) === 0) return false;
    const at = columns.at[row]!;
    if (at < from || at >= to) return false;
    if (standings !== null && standings[columns.standing[row]!] === 0) return false;
    if (agents !== null && agents[columns.agent[row]!] === 0) return false;
    if (severities !== null && severities[columns.severity[row]!] === 0) return false;
    if (categories !== null && (columns.categories[row]! & categories) === 0) return false;
    if (scenarios !== null && scenarios[columns.scenario[row]!] === 0) return false;
    if (languages !== null && languages[columns.language[row]!] === 0) return false;
    if (sites !== null && sites[columns.site[row]!] === 0) return false;
    if (books !== null && books[columns.books[row]!] === 0) return false;
    if (hows !== null && hows[columns.how[row]!] === 0) return false;
    if ((marks & by) !== by) return false;
    const moves = columns.moves[row]!;
    if ((moves & makes) !== makes || (moves & lacks) !== 0) return false;
    if (conversation !== null && columns.conversation[row] !== conversation) return false;
    if (rules === null) return true;
    const first = row * RULES_A_ROW;
    for (let place = first; place < first + RULES_A_ROW; place++) {
      const code = columns.rules[place]!;
      if (code === 0) return false;
      if (rules[code] === 1) return true;
    }
    return false;
  };
}

/** Numbers of the rows that fit, ascending; `among` (ascending) narrows them beforehand. */
export function rowsThatFit(
  segments: readonly Segment[],
  fitting: (columns: Columns, row: number) => boolean,
  among?: Uint32Array,
): Uint32Array {
  const most = among?.length ?? segments.reduce((sum, it) => sum + it.count, 0);
  const rows = new Uint32Array(most);
  let found = 0;
  if (among === undefined) {
    for (const { segment, count, columns } of segments) {
      const base = segment * SEGMENT;
      for (let row = 0; row < count; row++) if (fitting(columns, row)) rows[found++] = base + row;
    }
  } else {
    const at = new Map(segments.map((it) => [it.segment, it]));
    for (const number of among) {
      const it = at.get(Math.floor(number / SEGMENT));
      if (it !== undefined && fitting(it.columns, number % SEGMENT)) rows[found++] = number;
    }
  }
  return rows.slice(0, found);
}

const DAY = 86_400;

/** Ranks of names in the order of the alphabet, by code. */
function ranksOf(names: readonly string[]): Uint32Array {
  const order = names.map((_, code) => code).sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
  const ranks = new Uint32Array(names.length);
  order.forEach((code, rank) => {
    ranks[code] = rank;
  });
  return ranks;
}

/**
 * A page of rows in order: rows are counted into coarse buckets first, and only the buckets the page lies in are sorted.
 */
export function pageOf(
  rows: Uint32Array,
  segments: readonly Segment[],
  names: NamesByCode,
  { order, offset, limit }: { order: RecordOrder; offset: number; limit: number },
): number[] {
  if (rows.length === 0 || limit <= 0) return [];
  const at = new Map(segments.map((it) => [it.segment, it.columns]));
  const coarse = coarseOf(order, rows, at, names);

  const buckets = new Uint32Array(rows.length);
  let highest = 0;
  // Rows ascend: a segment is looked up once, not for each of a million rows.
  forEachRow(rows, at, (columns, row, i) => {
    const bucket = coarse(columns, row);
    buckets[i] = bucket;
    if (bucket > highest) highest = bucket;
  });
  const sizes = new Uint32Array(highest + 1);
  for (const bucket of buckets) sizes[bucket]!++;
  let first = 0;
  let before = 0;
  while (first <= highest && before + sizes[first]! <= offset) before += sizes[first++]!;
  if (first > highest) return [];
  let last = first;
  let upTo = before + sizes[first]!;
  while (last < highest && upTo < offset + limit) upTo += sizes[++last]!;

  const taken: { number: number; bucket: number; seconds: number }[] = [];
  for (let i = 0; i < rows.length; i++) {
    const bucket = buckets[i]!;
    if (bucket < first || bucket > last) continue;
    const number = rows[i]!;
    const seconds = at.get(Math.floor(number / SEGMENT))!.at[number % SEGMENT]!;
    taken.push({ number, bucket, seconds });
  }
  const later = order === 'oldest' ? 1 : -1;
  // By risk as the store's own index has it, which the first screens are read from.
  const sameSecond = order === 'risk' ? 1 : later;
  taken.sort(
    (a, b) => a.bucket - b.bucket || later * (a.seconds - b.seconds) || sameSecond * (a.number - b.number),
  );
  return taken.slice(offset - before, offset - before + limit).map((it) => it.number);
}

type BySegment = ReadonlyMap<number, Columns>;

function forEachRow(
  rows: Uint32Array,
  at: BySegment,
  see: (columns: Columns, row: number, index: number) => void,
): void {
  let first = -SEGMENT;
  let columns: Columns | undefined;
  for (let i = 0; i < rows.length; i++) {
    const number = rows[i]!;
    if (number < first || number >= first + SEGMENT) {
      const segment = Math.floor(number / SEGMENT);
      first = segment * SEGMENT;
      columns = at.get(segment);
    }
    if (columns !== undefined) see(columns, number - first, i);
  }
}

/** The bucket of a row, lowest first in the order asked for. */
function coarseOf(
  order: RecordOrder,
  rows: Uint32Array,
  at: BySegment,
  names: NamesByCode,
): (columns: Columns, row: number) => number {
  if (order === 'risk') return (columns, row) => 1000 - columns.risk[row]!;
  if (order === 'scenario') return (columns, row) => columns.scenario[row]!;
  if (order === 'agent' || order === 'rule') {
    const ranks = ranksOf(names[order]);
    return order === 'agent'
      ? (columns, row) => ranks[columns.agent[row]!] ?? 0
      : (columns, row) => ranks[columns.rules[row * RULES_A_ROW]!] ?? 0;
  }
  // Quarters of an hour.
  const span = DAY / 96;
  let earliest = Number.POSITIVE_INFINITY;
  let latest = 0;
  forEachRow(rows, at, (columns, row) => {
    const seconds = columns.at[row]!;
    if (seconds < earliest) earliest = seconds;
    if (seconds > latest) latest = seconds;
  });
  // A clock that was years wrong must not ask for a million buckets a second.
  const width = Math.max(span, (latest - earliest) / 500_000);
  return order === 'oldest'
    ? (columns, row) => Math.floor((columns.at[row]! - earliest) / width)
    : (columns, row) => Math.floor((latest - columns.at[row]!) / width);
}
