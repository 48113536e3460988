import type { Category, ScenarioId, Severity } from '@/lib/phrasebook/vocabulary';
import type { SentHow, Standing } from './record';
import { WAIT_COUNTS, type WaitCount } from './waits';

/** What one agent did on one day besides the flags: counted where it happened, and carried along by bundles. */
export interface DayCounts extends Record<WaitCount, number> {
  sent: number;
  checked: number;
  /** Drafts that showed a flag. */
  flagged: number;
  mended: number;
  dismissed: number;
  /** Scripts used. */
  inserted: number;
  promised: number;
  promisesKept: number;
  promisesLate: number;
  remedies: number;
  /** Minor units, whatever the currency; by currency they stand in `spent`. */
  remedyCost: number;
  /** Replies to a waiting customer, and how long these waited together, seconds; `wait0` … by class (`WAIT_BOUNDS`). */
  replies: number;
  replySeconds: number;
}

/** Flags of one rule on one day of one agent: what charts are summed from. */
export interface TallyCell {
  rule: string;
  category: Category;
  severity: Severity;
  book: string | null;
  flags: number;
  /** Of these, by where their record stands now; the rest is open. */
  standings: Partial<Record<Exclude<Standing, 'open'>, number>>;
  /** Of these, by how the message went off; the rest was unguarded. */
  hows: Partial<Record<Exclude<SentHow, 'unguarded'>, number>>;
}

/** Flags met in one scenario. */
export interface ScenarioFlags {
  scenario: ScenarioId | null;
  flags: number;
}

/** One day of one agent. It holds no words and outlives the records it was counted from. */
export interface Tally {
  /** Local calendar day, `2026-01-31`; of a row that holds a whole week its Monday. */
  day: string;
  agent: string;
  /** Messages sent with a flag standing, and the flags in them. */
  records: number;
  flags?: number;
  /** Over long times the cells of whole weeks stand in rows of their own, for all agents together (`EVERYBODY`). */
  cells: TallyCell[];
  scenarios: ScenarioFlags[];
  counts: DayCounts;
  /** Times a rule's flag was mended by one of its replacements before the message went off. */
  mendedBy: Record<string, number>;
  /** What customers were given, minor units by currency. */
  spent: Record<string, number>;
}

/** Agent of a row that holds cells of all agents and counts nothing else. */
export const EVERYBODY = '\u0000';

export const NO_COUNTS: DayCounts = {
  ...(Object.fromEntries(WAIT_COUNTS.map((it) => [it, 0])) as Record<WaitCount, number>),
  sent: 0,
  checked: 0,
  flagged: 0,
  mended: 0,
  dismissed: 0,
  inserted: 0,
  promised: 0,
  promisesKept: 0,
  promisesLate: 0,
  remedies: 0,
  remedyCost: 0,
  replies: 0,
  replySeconds: 0,
};
