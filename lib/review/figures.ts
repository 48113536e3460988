import type { MoveId, ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { Calibration, Verdict } from './record';
import {
  bootstrap,
  cohensKappa,
  fleissKappa,
  type Interval,
  isRanked,
  krippendorffsAlpha,
  perHundred,
  type Rate,
  rate,
} from './statistics';
import { type DayCounts, NO_COUNTS, type Tally, type TallyCell } from './tally';

/** What charts and tables show, summed from tallies. */

/** A rule is marked for retirement past this share of overturned contests, and not before so many were decided. */
export const RETIRE_ABOVE = 0.2;
export const CONTESTS_TO_JUDGE = 5;

/** Everything counted over some days. */
export interface Totals {
  counts: DayCounts;
  records: number;
  flags: number;
  /** Flags per 100 messages sent. */
  flagsPerHundred: ReturnType<typeof perHundred>;
  /** Of the drafts' flags that were settled, how many by taking a replacement rather than by sending anyway. */
  mendRate: Rate;
  promisesKept: Rate;
  /** Seconds a customer waited on average; `null` where no reply was timed. */
  replySeconds: number | null;
}

export function totalsOf(tallies: readonly Tally[]): Totals {
  const counts = { ...NO_COUNTS };
  let records = 0;
  let flags = 0;
  for (const tally of tallies) {
    for (const name of Object.keys(counts) as (keyof DayCounts)[]) counts[name] += tally.counts[name];
    records += tally.records;
    for (const cell of tally.cells) flags += cell.flags;
  }
  return {
    counts,
    records,
    flags,
    flagsPerHundred: perHundred(flags, counts.sent),
    mendRate: rate(counts.mended, counts.mended + flags),
    promisesKept: rate(counts.promisesKept, counts.promisesKept + counts.promisesLate),
    replySeconds: counts.replies === 0 ? null : counts.replySeconds / counts.replies,
  };
}

/** By what flags are summed. */
export type Grouping = 'rule' | 'category' | 'severity' | 'scenario' | 'book' | 'agent' | 'day' | 'week';

/** Monday of the week a day lies in. */
export function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function groupOf(by: Grouping, tally: Tally, cell: TallyCell): string {
  if (by === 'agent') return tally.agent;
  if (by === 'day') return tally.day;
  if (by === 'week') return weekOf(tally.day);
  return cell[by] ?? '';
}

export interface GroupFigures {
  name: string;
  flags: number;
  /** Per 100 messages of the same days and agents. */
  perHundred: ReturnType<typeof perHundred>;
  /** Verdicts that called the flag right (upheld, coached, confirmed) among all verdicts. */
  precision: Rate;
  /** Sent with a written reason, against those that were held. */
  overrides: Rate;
  contests: number;
  overturned: number;
  /** Flags mended by one of the rule's replacements, against those sent anyway; only by rule. */
  mended: Rate;
  /** Enough to be ranked; what is not is listed below, unordered. */
  ranked: boolean;
}

interface Sum {
  flags: number;
  right: number;
  wrong: number;
  reasoned: number;
  held: number;
  contests: number;
  overturned: number;
}

/** Flags by group: ranked ones first, most flags per 100 messages first; small samples after them by name. */
export function groupFigures(tallies: readonly Tally[], by: Grouping): GroupFigures[] {
  const sums = new Map<string, Sum>();
  const sent = new Map<string, number>();
  const mended = new Map<string, number>();
  const all = tallies.reduce((sum, it) => sum + it.counts.sent, 0);
  for (const tally of tallies) {
    if (by === 'agent' || by === 'day' || by === 'week') {
      const name = by === 'agent' ? tally.agent : by === 'day' ? tally.day : weekOf(tally.day);
      sent.set(name, (sent.get(name) ?? 0) + tally.counts.sent);
    }
    if (by === 'rule')
      for (const [rule, count] of Object.entries(tally.mendedBy))
        mended.set(rule, (mended.get(rule) ?? 0) + count);
    for (const cell of tally.cells) add(sums, groupOf(by, tally, cell), cell);
  }
  // A rule whose every flag was mended has a row as well.
  for (const rule of mended.keys()) if (!sums.has(rule)) sums.set(rule, { ...NOTHING });
  const figures = [...sums].map(([name, it]): GroupFigures => {
    const fixed = mended.get(name) ?? 0;
    return {
      name,
      flags: it.flags,
      perHundred: perHundred(it.flags, sent.get(name) ?? all),
      precision: rate(it.right, it.right + it.wrong),
      overrides: rate(it.reasoned, it.held),
      contests: it.contests,
      overturned: it.overturned,
      mended: rate(fixed, fixed + it.flags),
      ranked: isRanked(by === 'agent' ? (sent.get(name) ?? 0) : it.flags),
    };
  });
  const value = (it: GroupFigures): number => it.perHundred.value ?? 0;
  return figures.sort(
    (a, b) =>
      Number(b.ranked) - Number(a.ranked) ||
      (a.ranked ? value(b) - value(a) : 0) ||
      (a.name < b.name ? -1 : 1),
  );
}

const NOTHING: Sum = { flags: 0, right: 0, wrong: 0, reasoned: 0, held: 0, contests: 0, overturned: 0 };

function add(sums: Map<string, Sum>, name: string, { flags, standings, hows }: TallyCell): void {
  const sum = sums.get(name) ?? { ...NOTHING };
  sums.set(name, sum);
  const { upheld = 0, coached = 0, confirmed = 0, dismissed = 0, cleared = 0, contested = 0 } = standings;
  sum.flags += flags;
  sum.right += upheld + coached + confirmed;
  sum.wrong += dismissed + cleared;
  sum.contests += contested + confirmed + cleared;
  sum.overturned += cleared;
  sum.reasoned += hows.reasoned ?? 0;
  sum.held += (hows.reasoned ?? 0) + (hows.confirmed ?? 0) + (hows.elsewhere ?? 0);
}

/** Whether a rule should be narrowed or retired: more than a fifth of its decided contests were upheld. */
export function shouldRetire({ decided, overturned }: { decided: number; overturned: number }): boolean {
  return decided >= CONTESTS_TO_JUDGE && overturned / decided > RETIRE_ABOVE;
}

/** Flags per scenario and move or category: cells of a heat map. */
export function heatOf(tallies: readonly Tally[]): Map<ScenarioId | '', Map<string, number>> {
  const heat = new Map<ScenarioId | '', Map<string, number>>();
  for (const { cells } of tallies) {
    for (const { scenario, category, flags } of cells) {
      const row = heat.get(scenario ?? '') ?? new Map<string, number>();
      heat.set(scenario ?? '', row);
      row.set(category, (row.get(category) ?? 0) + flags);
    }
  }
  return heat;
}

/** How often the messages of each scenario make each move; `records` are those of a sample or a page of the log. */
export function movesByScenario(
  records: readonly { scenario: ScenarioId | null; moves: readonly MoveId[] }[],
): Map<ScenarioId | '', { of: number; moves: Map<MoveId, number> }> {
  const found = new Map<ScenarioId | '', { of: number; moves: Map<MoveId, number> }>();
  for (const { scenario, moves } of records) {
    const row = found.get(scenario ?? '') ?? { of: 0, moves: new Map<MoveId, number>() };
    found.set(scenario ?? '', row);
    row.of += 1;
    for (const move of moves) row.moves.set(move, (row.moves.get(move) ?? 0) + 1);
  }
  return found;
}

/** Flags per 100 messages before a day and from it on, with whether the intervals stand apart. */
export function beforeAndAfter(
  tallies: readonly Tally[],
  day: string,
): { before: Totals; after: Totals; apart: boolean } {
  const before = totalsOf(tallies.filter((it) => it.day < day));
  const after = totalsOf(tallies.filter((it) => it.day >= day));
  const [a, b] = [before.flagsPerHundred, after.flagsPerHundred];
  return { before, after, apart: a.value !== null && b.value !== null && (a.high < b.low || b.high < a.low) };
}

/** Agreement in a calibration session. */
export interface Agreement {
  reviewers: string[];
  items: number;
  /** By pair of reviewers. */
  pairs: { a: string; b: string; kappa: number | null; items: number }[];
  fleiss: number | null;
  alpha: number | null;
  /** Of alpha, drawn with `seed`. */
  interval: Interval | null;
  seed: number;
  /** Records on which not everybody said the same, to be talked over. */
  disagreements: { record: string; verdicts: Record<string, Verdict> }[];
}

export function agreementOf(session: Pick<Calibration, 'records' | 'verdicts' | 'seed'>): Agreement {
  const said = new Map(
    Object.entries(session.verdicts).map(([name, by]) => [name, new Map(Object.entries(by))]),
  );
  const reviewers = [...said.keys()].sort();
  const items = session.records.map((record) =>
    reviewers.map((reviewer) => said.get(reviewer)?.get(record)?.verdict ?? null),
  );
  const column = (at: number) => items.map((it) => it[at] ?? null);
  const pairs = reviewers.flatMap((a, i) =>
    reviewers.slice(i + 1).map((b, j) => {
      const [left, right] = [column(i), column(i + 1 + j)];
      const both = left.filter((it, at) => it !== null && right[at] !== null).length;
      return { a, b, kappa: cohensKappa(left, right), items: both };
    }),
  );
  return {
    reviewers,
    items: items.filter((it) => it.filter((label) => label !== null).length >= 2).length,
    pairs,
    fleiss: fleissKappa(items),
    alpha: krippendorffsAlpha(items),
    interval: bootstrap(items, krippendorffsAlpha, { seed: session.seed }),
    seed: session.seed,
    disagreements: session.records.flatMap((record, at) => {
      const verdicts = Object.fromEntries(
        reviewers.flatMap((name, i) => {
          const label = items[at]![i];
          return label ? [[name, label as Verdict] as const] : [];
        }),
      );
      return new Set(Object.values(verdicts)).size > 1 ? [{ record, verdicts }] : [];
    }),
  };
}
