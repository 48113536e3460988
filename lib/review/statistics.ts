import type { Category, ScenarioId } from '@/lib/phrasebook/vocabulary';
import { COMPLAINT_CLASSES, type ComplaintClass, complaintOf } from './complaints';
import { type Estimate, isFew, rate, share } from './intervals';
import { CAUSES, type Cause, type Review } from './record';
import { type DayCounts, NO_COUNTS, type Tally, type TallyCell } from './tally';
import { waitQuantile } from './waits';

/** A figure of one of several, such as a rule or a category. */
export interface Named<Id extends string | null = string> {
  id: Id;
  estimate: Estimate;
}

export interface WeekFigures {
  /** Its Monday, `2026-01-26`. */
  week: string;
  messages: number;
  /** Flags in what was sent, per 100 messages. */
  flags: Estimate | null;
  /** Messages sent with a flag standing, per 100. */
  sentFlagged: Estimate | null;
  /** Drafts with a flag that were mended before they went off. */
  mended: Estimate | null;
  /** Of the promises that fell due, those kept in time. */
  promisesKept: Estimate | null;
  /** Mean wait for a reply, seconds. */
  replySeconds: number | null;
  /** Half of the customers waited no longer than this, and nine in ten; seconds. */
  waitMedian: Estimate | null;
  waitNinety: Estimate | null;
}

/** How a book's new version changed things: the days before its first flag against those from it on. */
export interface BookChange {
  book: string;
  /** Day on which the version was seen first. */
  from: string;
  before: Estimate;
  after: Estimate;
}

export interface Statistics {
  messages: number;
  records: number;
  counts: DayCounts;
  weeks: readonly WeekFigures[];
  byCategory: readonly Named<Category>[];
  byRule: readonly Named[];
  byScenario: readonly Named<ScenarioId | null>[];
  /** What the conversations with flags were about, of all flags. */
  complaints: readonly Named<ComplaintClass>[];
  /** Causes of one class of complaint, of the verdicts on it; classes without a verdict are left out. */
  complaintCauses: readonly { id: ComplaintClass; cases: number; causes: readonly Named<Cause>[] }[];
  /** Flags of a rule that its wording mended, of all its flags. */
  mendedByRule: readonly Named[];
  /** Verdicts on a rule that found the flag right, of all its verdicts. */
  precision: readonly Named[];
  /** Contests of a rule that were upheld, of those decided. */
  contests: readonly (Named & { upheld: number; retire: boolean })[];
  /** Messages sent over a held send with a reason, of a rule's flags. */
  overrides: readonly Named[];
  causes: readonly Named<Cause>[];
  changes: readonly BookChange[];
  /** Agents whose flags per 100 fell most from the first half of the time to the second; only those that fell. */
  improved: readonly { agent: string; before: Estimate; after: Estimate }[];
}

/** A rule goes when more than this share of its decided contests was upheld. */
export const RETIRE_ABOVE = 0.2;
/** One agent's luck is no reason to take a rule out. */
export const RETIRE_FROM = 3;

const DAY = 24 * 60 * 60 * 1000;

/** The Monday of a day's week; both as `2026-01-31`. */
export function weekOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * DAY).toISOString().slice(0, 10);
}

/** Adds up by a key, in order of first appearance. */
function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const it of items) {
    const key = keyOf(it);
    const group = groups.get(key);
    if (group) group.push(it);
    else groups.set(key, [it]);
  }
  return groups;
}

const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, it) => total + of(it), 0);

const addCounts = (tallies: readonly Tally[]): DayCounts => {
  const total: Record<string, number> = {};
  for (const { counts } of tallies) {
    for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count;
  }
  return { ...NO_COUNTS, ...total };
};

/** Messages sent; what was sent with a flag is among them even where nothing else was counted. */
const messagesIn = (tallies: readonly Tally[]): number =>
  sumOf(tallies, (it) => Math.max(it.counts.sent, it.records));

const flagsIn = (tallies: readonly Tally[]): number =>
  sumOf(tallies, (it) => it.flags ?? sumOf(it.cells, (cell) => cell.flags));

const standing = (cells: readonly TallyCell[], ...names: (keyof TallyCell['standings'])[]): number =>
  sumOf(cells, (it) => sumOf(names, (name) => it.standings[name] ?? 0));

function named<Id extends string | null>(
  groups: ReadonlyMap<Id, TallyCell[]>,
  estimate: (cells: readonly TallyCell[], id: Id) => Estimate | null,
): Named<Id>[] {
  return [...groups].flatMap(([id, cells]) => {
    const found = estimate(cells, id);
    return found ? [{ id, estimate: found }] : [];
  });
}

function weekFigures(week: string, tallies: readonly Tally[]): WeekFigures {
  const messages = messagesIn(tallies);
  const counts = addCounts(tallies);
  return {
    week,
    messages,
    flags: rate(flagsIn(tallies), messages),
    sentFlagged: rate(
      sumOf(tallies, (it) => it.records),
      messages,
    ),
    mended: share(Math.min(counts.mended, counts.flagged), counts.flagged),
    promisesKept: share(counts.promisesKept, counts.promisesKept + counts.promisesLate),
    replySeconds: counts.replies > 0 ? counts.replySeconds / counts.replies : null,
    waitMedian: waitQuantile(counts, 0.5),
    waitNinety: waitQuantile(counts, 0.9),
  };
}

/** `builtin-en@3` as its two parts. */
function versionOf(book: string): { id: string; version: number } {
  const at = book.lastIndexOf('@');
  return { id: book.slice(0, at), version: Number(book.slice(at + 1)) };
}

/** Every version that took over from an older one while figures were kept. */
function bookChanges(tallies: readonly Tally[]): BookChange[] {
  const firstSeen = new Map<string, string>();
  for (const { day, cells } of [...tallies].sort((a, b) => a.day.localeCompare(b.day))) {
    for (const { book } of cells) if (book !== null && !firstSeen.has(book)) firstSeen.set(book, day);
  }
  return [...firstSeen].flatMap(([book, from]) => {
    const { id, version } = versionOf(book);
    const older = [...firstSeen].some(([other, day]) => {
      const it = versionOf(other);
      return it.id === id && it.version < version && day < from;
    });
    if (!older) return [];
    const ofBook = (days: readonly Tally[]): Estimate | null =>
      rate(
        sumOf(days, (it) =>
          sumOf(
            it.cells.filter((cell) => cell.book !== null && versionOf(cell.book).id === id),
            (cell) => cell.flags,
          ),
        ),
        messagesIn(days),
      );
    const before = ofBook(tallies.filter((it) => it.day < from));
    const after = ofBook(tallies.filter((it) => it.day >= from));
    return before && after ? [{ book, from, before, after }] : [];
  });
}

/** The first day of the second half of the time. */
function middleDay(tallies: readonly Tally[]): string | null {
  if (tallies.length === 0) return null;
  const times = tallies.map(({ day }) => Date.parse(`${day}T00:00:00Z`));
  const first = times.reduce((a, b) => Math.min(a, b));
  const last = times.reduce((a, b) => Math.max(a, b));
  return new Date(first + (last - first) / 2 + DAY / 2).toISOString().slice(0, 10);
}

/** Encouragement only: who came down most; nobody is listed for going up, and few messages put nobody in an order. */
function improvedAgents(tallies: readonly Tally[]): Statistics['improved'] {
  const half = middleDay(tallies);
  if (half === null) return [];
  const per = (own: readonly Tally[]): Estimate | null => rate(flagsIn(own), messagesIn(own));
  return [...grouped(tallies, (it) => it.agent)]
    .flatMap(([agent, own]) => {
      const before = per(own.filter((it) => it.day < half));
      const after = per(own.filter((it) => it.day >= half));
      if (!before || !after || isFew(before) || isFew(after) || after.value >= before.value) return [];
      return [{ agent, before, after }];
    })
    .sort((a, b) => a.after.value / a.before.value - b.after.value / b.before.value)
    .slice(0, 5);
}

const causesOf = (reviews: readonly Review[]): Named<Cause>[] =>
  CAUSES.flatMap((id) => {
    const estimate = share(reviews.filter((it) => it.cause === id).length, reviews.length);
    return estimate ? [{ id, estimate }] : [];
  });

/** What the charts show of some days, from sums per day and agent; nothing is read message by message. */
export function statisticsOf(tallies: readonly Tally[], reviews: readonly Review[]): Statistics {
  const cells = tallies.flatMap((it) => it.cells);
  const messages = messagesIn(tallies);
  const inScenarios = new Map<ScenarioId | null, number>();
  for (const { scenario, flags } of tallies.flatMap((it) => it.scenarios))
    inScenarios.set(scenario, (inScenarios.get(scenario) ?? 0) + flags);
  const rules = grouped(cells, (it) => it.rule);
  const perHundred = (some: readonly TallyCell[]): Estimate | null =>
    rate(
      sumOf(some, (it) => it.flags),
      messages,
    );
  const mendedTimes = (rule: string): number => sumOf(tallies, (it) => it.mendedBy[rule] ?? 0);
  const standingReviews = reviews.filter(
    (it) => it.undoneAt === null && it.verdict !== 'dismiss' && it.cause,
  );
  return {
    messages,
    records: sumOf(tallies, (it) => it.records),
    counts: addCounts(tallies),
    weeks: [...grouped(tallies, (it) => weekOf(it.day))]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([week, own]) => weekFigures(week, own)),
    byCategory: named(
      grouped(cells, (it) => it.category),
      perHundred,
    ),
    byRule: named(rules, perHundred),
    byScenario: [...inScenarios].flatMap(([id, flags]) => {
      const estimate = rate(flags, messages);
      return estimate ? [{ id, estimate }] : [];
    }),
    complaints: COMPLAINT_CLASSES.flatMap((id) => {
      const flags = [...inScenarios].reduce(
        (sum, [scenario, count]) => sum + (complaintOf(scenario) === id ? count : 0),
        0,
      );
      const estimate = share(
        flags,
        [...inScenarios.values()].reduce((sum, it) => sum + it, 0),
      );
      return estimate ? [{ id, estimate }] : [];
    }),
    complaintCauses: COMPLAINT_CLASSES.flatMap((id) => {
      const own = standingReviews.filter((it) => complaintOf(it.scenario) === id);
      return own.length === 0 ? [] : [{ id, cases: own.length, causes: causesOf(own) }];
    }),
    mendedByRule: named(rules, (own, rule) => {
      const mended = mendedTimes(rule);
      return share(mended, mended + sumOf(own, (it) => it.flags));
    }),
    precision: named(rules, (own) => {
      const right = standing(own, 'upheld', 'coached', 'confirmed');
      return share(right, right + standing(own, 'dismissed', 'cleared'));
    }),
    contests: named(rules, (own) => {
      const upheld = standing(own, 'cleared');
      return share(upheld, upheld + standing(own, 'confirmed'));
    }).map((it) => ({
      ...it,
      upheld: Math.round(it.estimate.value * it.estimate.cases),
      retire: isRetiring(it.estimate.value * it.estimate.cases, it.estimate.cases),
    })),
    overrides: named(rules, (own) =>
      share(
        sumOf(own, (it) => it.hows.reasoned ?? 0),
        sumOf(own, (it) => it.flags),
      ),
    ),
    causes: causesOf(standingReviews),
    changes: bookChanges(tallies),
    improved: improvedAgents(tallies),
  };
}

/** Whether a rule is to go: enough of its contests were decided, and too many of them upheld. */
export const isRetiring = (upheld: number, decided: number): boolean =>
  decided >= RETIRE_FROM && upheld / decided > RETIRE_ABOVE;
