import type { Outcome, ScenarioId } from '@/lib/phrasebook/vocabulary';
import type {
  Calibration,
  Cause,
  Contest,
  FilledCard,
  RecordFilter,
  RecordOrder,
  Review,
  Scorecard,
  SentRecord,
  Spending,
  Tally,
  Verdict,
} from '@/lib/review';
import type { RuleCounts } from '../tables';

/** A page of the queue; `total` counts everything that fits. */
export interface QueuePage {
  total: number;
  /** `false`: a search by words found so much that `total` may count a few too many. */
  exact: boolean;
  records: SentRecord[];
}

/** Some of all that fits a filter; `read` of `total` were looked at so far. */
export interface RecordPart {
  records: SentRecord[];
  read: number;
  total: number;
}

export interface QueueQuestion {
  filter?: RecordFilter;
  /** Default: `risk`, highest first. */
  order?: RecordOrder;
  offset?: number;
  limit: number;
}

/** How many records of a filter carry what: for the counts beside each choice. */
export interface Facets {
  total: number;
  rules: ReadonlyMap<string, number>;
  categories: ReadonlyMap<string, number>;
  severities: ReadonlyMap<string, number>;
  /** `''`: none was known. */
  scenarios: ReadonlyMap<string, number>;
  agents: ReadonlyMap<string, number>;
  sites: ReadonlyMap<string, number>;
  languages: ReadonlyMap<string, number>;
  books: ReadonlyMap<string, number>;
  hows: ReadonlyMap<string, number>;
  standings: ReadonlyMap<string, number>;
}

/** One scenario's records and, in the order of `MOVES`, how many of them make each move. */
export interface MoveRow {
  scenario: ScenarioId | null;
  records: number;
  makes: readonly number[];
}

export interface SampleQuestion {
  filter?: RecordFilter;
  size: number;
  /** Whatever was drawn with a seed is drawn again with it from the same records. */
  seed: number;
  /** Strata get shares by their size, each at least one; absent: one draw over all. */
  by?: 'agent' | 'rule' | 'scenario';
}

/** What a reviewer says of one or many records in one stroke. */
export interface GivenVerdict {
  records: readonly string[];
  reviewer: string;
  verdict: Verdict;
  reason: string;
  cause: Cause | null;
  scorecard: FilledCard | null;
}

/** The queue of QA: what to look at, in which order, and how many there are. Records past retention are gone from it. */
export interface Desk {
  queue(question: QueueQuestion): Promise<QueuePage>;
  /** Ids of everything that fits, in order, at most `limit`: for bulk verdicts and exports. */
  ids(filter: RecordFilter, order?: RecordOrder, limit?: number): Promise<string[]>;
  count(filter?: RecordFilter): Promise<number>;
  /** Everything that fits, in the order in which it was written, some hundreds at a time; stops with the signal. */
  each(filter: RecordFilter, signal?: AbortSignal): AsyncGenerator<RecordPart>;
  facets(filter?: RecordFilter): Promise<Facets>;
  /** How often each move is made in what fits, by scenario; the fullest scenario first. */
  moveGrid(filter?: RecordFilter): Promise<MoveRow[]>;
  sample(question: SampleQuestion): Promise<string[]>;
  get(ids: readonly string[]): Promise<SentRecord[]>;
  /** The other records of its conversation, oldest first. */
  conversation(record: SentRecord): Promise<SentRecord[]>;
  /** Writes down where words stand in what came since, so that searches by words stay quick; stops with the signal. */
  prepareSearch(signal?: AbortSignal): Promise<void>;
  /** Lets go of what is kept in memory (33 bytes a record); the next question reads it again. */
  release(): void;
}

/** Verdicts, contests and what follows from them. */
export interface Reviews {
  /** Gives the batch that takes it back. Records that are gone are passed over. */
  give(given: GivenVerdict, at: number): Promise<{ batch: string; given: number }>;
  /** Takes a batch back; the records stand where the verdict before it had put them. Gives how many. */
  undo(batch: string, at: number): Promise<number>;
  /** Everything ever said of a record, oldest first, what was taken back included. */
  history(record: string): Promise<Review[]>;
  /** Newest first. */
  list(limit?: number): Promise<Review[]>;
  /** Everything since a time, newest first. */
  since(at: number): Promise<Review[]>;
  /** Verdicts that a book can learn from: flags found wrong, and those worth a word. Newest first, at most `limit`. */
  forTrainers(limit: number): Promise<{ review: Review; record: SentRecord }[]>;
  /** Keeps what a trainer made of it; `null`: it waits again. */
  settle(id: string, outcome: Outcome | null): Promise<void>;
}

export type ContestRefusal =
  /** No such record, no verdict on it, or none that can be contested. */
  | 'nothing-to-contest'
  | 'too-late'
  | 'already-contested'
  /** The second look belongs to another pair of eyes. */
  | 'same-reviewer'
  | 'decided';

export interface Contests {
  /** The agent's word against the verdict that stands. */
  raise(
    record: string,
    said: { by: string; comment: string },
    at: number,
  ): Promise<{ ok: true; contest: Contest } | { ok: false; why: ContestRefusal }>;
  decide(
    id: string,
    decided: { by: string; upheld: boolean; decision: string },
    at: number,
  ): Promise<{ ok: true; contest: Contest } | { ok: false; why: ContestRefusal }>;
  /** In a state, or all; oldest first. */
  list(state?: Contest['state']): Promise<Contest[]>;
  of(record: string): Promise<Contest[]>;
  /** Upheld ones, with their records where these are still kept: the trainers' inbox. */
  forTrainers(): Promise<{ contest: Contest; record: SentRecord | undefined }[]>;
  /** Keeps what a trainer made of it; `null`: it waits again. */
  settle(id: string, outcome: Outcome | null): Promise<void>;
}

export interface Calibrations {
  list(): Promise<Calibration[]>;
  get(id: string): Promise<Calibration | undefined>;
  start(session: Pick<Calibration, 'name' | 'madeBy' | 'seed' | 'records'>, at: number): Promise<Calibration>;
  /** One verdict of one reviewer; another by the same reviewer replaces it while the session is open. */
  judge(
    id: string,
    said: { record: string; reviewer: string; verdict: Verdict; note: string },
    at: number,
  ): Promise<void>;
  close(id: string, at: number): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface Scorecards {
  /** The newest version of each, the built-in one first. */
  list(): Promise<Scorecard[]>;
  get(id: string, version: number): Promise<Scorecard | undefined>;
  versions(id: string): Promise<Scorecard[]>;
  /** Saves as the next version. */
  save(card: Pick<Scorecard, 'id' | 'name' | 'items' | 'savedBy'>, at: number): Promise<Scorecard>;
}

/** What charts are made of. */
export interface Tallies {
  /**
   * Both days included, by day and agent; over long times whole weeks stand in one row each, under their Monday. The flags
   * by rule stand in rows of everybody (`EVERYBODY`); where one agent is asked for, in hers, a day each.
   */
  list(from: string, to: string, agent?: string): Promise<Tally[]>;
  /** What was given in the weeks or months that both days lie in or between, oldest first. */
  spending(from: string, to: string, by: 'week' | 'month'): Promise<Spending[]>;
  /** A flag of that rule was mended by one of its replacements. */
  countMend(day: string, agent: string, rule: string): Promise<void>;
  /** Forgets what was counted of an agent. */
  erase(agent: string): Promise<void>;
  /** What reviews said of each rule, ever since; outlives the records. */
  rules(): Promise<({ rule: string } & RuleCounts)[]>;
}
