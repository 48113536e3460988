import { CATEGORIES, MOVES, SCENARIOS, SEVERITIES } from '@/lib/phrasebook/vocabulary';
import { type Columns, LANGUAGE_NAMES, RULES_A_ROW, SEGMENT, SENT_HOWS, STANDINGS } from '@/lib/review';
import type { Facets, MoveRow } from './desk';
import type { LoadedColumns } from './log-columns';

/** Rows of the columns that are counted. */
interface Counted {
  rows: Uint32Array;
  loaded: LoadedColumns;
}

/** Rows by one property. */
export function strataOf(
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
export function facetsOf({ rows, loaded: { segments, names } }: Counted): Facets {
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
export function moveGridOf({ rows, loaded: { segments } }: Counted): MoveRow[] {
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
