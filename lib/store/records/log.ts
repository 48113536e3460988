import type { BundlePayload, Columns, KeyRole, NameKind, SentRecord, Tally } from '@/lib/review';

/** A record as it stands in the log. */
export interface LogRow extends SentRecord {
  /** Its place in the columns; absent until it was indexed. */
  row?: number;
  /** Its place in the queue (`queuePlace`) as long as nobody reviewed it: only what is open stands in that index. */
  open?: number;
}

/** 4,096 records in columns: what filters, orders and counts are made from without reading a record. */
export interface LogSegment {
  segment: number;
  /** Rows taken; the rows of deleted records stay and are dead. */
  count: number;
  /** Whether its words can be looked up. */
  worded: boolean;
  columns: Columns;
  /** Of the columns as they were written (`sumOf`); absent: written before there were sums. */
  sum?: number;
}

/** Names that columns hold as numbers; a number is never given to another name. */
export interface LogName {
  kind: NameKind;
  code: number;
  name: string;
  /** Of a rule: what reviews said of it. */
  counts?: RuleCounts;
}

/** Records by what reviews said of their rule, ever since. */
export interface RuleCounts {
  /** Upheld or coached. */
  right: number;
  wrong: number;
  /** Verdicts an agent contested, and those of them a second reviewer overturned. */
  contests: number;
  overturned: number;
}

/** Where words stand: for one part of all words, in one full segment. */
export interface LogWords {
  group: number;
  segment: number;
  /** Hash of the key in the upper 20 bits, row in the segment in the lower 12; ascending. */
  postings: Uint32Array;
}

/** One day, week or month of one agent (`2026-01-31`, `week 2026-01-26`, `month 2026-01`), without the flags by rule. */
export type DayTally = Omit<Tally, 'cells' | 'scenarios' | 'flags'> & { flags: number };

/** Flags by rule and book, and by scenario: of one agent's day, or of everybody's week. */
export interface SpanCells {
  span: string;
  agent: string;
  data: Uint32Array;
}

/**
 * What stands once for the whole log: work that a migration left to be done, how many records are open, and what the log
 * holds. `born` names this database, `written` only ever grows: the mark outside of it is compared with both.
 */
export type LogTask =
  | { name: 'index' }
  | { name: 'open'; count: number }
  | { name: 'held'; born: string; written: number; kept: number };

/** A bundle that was taken in: it is not taken in twice. */
export interface TakenBundle {
  id: string;
  at: number;
  kind: BundlePayload['kind'];
  /** Fingerprint of the key that signed it. */
  from: string;
  agent: string;
  made: number;
  records: number;
  added: number;
}

/** Somebody whose bundles are taken in. */
export interface KnownKey {
  fingerprint: string;
  name: string;
  role: KeyRole;
  /** ECDSA P-256, raw, base64. */
  publicKey: string;
  addedAt: number;
}
