import type { ModelFile, Reading } from '@/lib/classifier';
import type { EscalationEntry, FollowUpEntry, GapEntry, PromiseEntry, RemedyEntry } from '@/lib/ledger';
import type { PersonalScript } from '@/lib/personal';
import type { Book, OwnBook } from '@/lib/phrasebook';
import type { Category, Language, ScenarioId } from '@/lib/phrasebook/vocabulary';
import {
  type Calibration,
  type Columns,
  type Contest,
  type KeyRole,
  type NameKind,
  type Review,
  type Scorecard,
  type SentRecord,
  type Tally,
  WAIT_COUNTS,
} from '@/lib/review';
import type { Site } from '@/lib/sites';
import type { SigningKey, Subscription } from '@/lib/subscription';
import type { MessageSet, SavedMessage } from '@/lib/workbench';
import type { BookParcel } from './runtime-book';

/** Where a book in the store came from; built-in books are part of the extension and are never stored. */
export type BookOrigin = 'own' | 'imported' | 'published';

/** One saved version of a book; versions are kept and never changed once published. */
export interface BookVersion {
  id: string;
  version: number;
  language: Language;
  name: string;
  origin: BookOrigin;
  state: 'draft' | 'published';
  savedAt: number;
  note: string;
  /** With everything it inherits, examples included. */
  source: Book;
  /** What it writes itself: what a trainer edits, and what is merged anew when the book below it changes. */
  own?: OwnBook;
  /** Who published it. */
  by?: string;
  /** Why it was published although a check failed; stands for ever. */
  emergency?: string;
  /** What runs of it, ready to hand out: nothing is parsed or stripped at start. */
  parcel: BookParcel;
}

/** Which version of a book is in use. */
export interface BookHead {
  id: string;
  language: Language;
  name: string;
  origin: BookOrigin;
  enabled: boolean;
  current: number;
  /** The last version that compiled and ran; the book falls back to it when `current` turns out bad. */
  lastGood: number | null;
  /** Why `current` was given up, in words for a trainer. */
  problem: string | null;
  /** Goes up with each change; an edit names the revision it was made on. */
  rev: number;
}

/** What somebody said about a draft. */
export interface ReviewNote {
  at: number;
  by: string;
  kind: 'comment' | 'approve' | 'request';
  text: string;
}

/** A book that is being worked on; one draft a book. It may hold mistakes: nothing a trainer wrote is lost. */
export interface BookDraft {
  id: string;
  language: Language;
  name: string;
  own: OwnBook;
  /** The version it started from; `null`: none yet. */
  basedOn: number | null;
  state: 'open' | 'review';
  notes: ReviewNote[];
  savedAt: number;
  by: string;
  /** Goes up with each save; a save names the revision it was made on. */
  rev: number;
}

/** What a trainer made of something an agent sent in. */
export interface Outcome {
  at: number;
  by: string;
  /** `pass`: an example that must pass · `exception` · `cue`: an example of a scenario · `script` · `declined`: nothing, on purpose. */
  as: 'pass' | 'exception' | 'cue' | 'script' | 'declined';
  /** Where it went; empty where it was declined. */
  book: string;
  item: string;
}

/** A labelled example: the agent said which scenario it really was. */
export interface Correction {
  id: string;
  at: number;
  site: Site | null;
  language: Language | null;
  /** The customer's last messages, masked. */
  customer: string[];
  guessed: ScenarioId | null;
  scenario: ScenarioId;
  /** What became of it; absent: nobody looked yet. */
  outcome?: Outcome;
}

export type Dismissal = {
  id: string;
  createdAt: number;
  /** Where it was made, for the list in options; `null` in a page of ours. */
  madeOn: Site | null;
  /** What became of it; absent: nobody looked yet. */
  outcome?: Outcome;
} & (
  | { kind: 'phrase'; rule: string; text: string }
  | { kind: 'rule'; rule: string }
  | { kind: 'site'; site: Site }
);

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

/** Work on the log that a migration left to be done, and how many of its records are open. */
export type LogTask = { name: 'index' } | { name: 'open'; count: number };

/** A bundle that was taken in: it is not taken in twice. */
export interface TakenBundle {
  id: string;
  at: number;
  kind: 'records' | 'verdicts';
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

/** What is counted per day instead of being kept. */
export const COUNTED = [
  'checked',
  'flagged',
  'mended',
  'dismissed',
  'inserted',
  'sent',
  'sentFlagged',
  /** Replies to a waiting customer, and the seconds these waited together. */
  'replies',
  'replySeconds',
  ...WAIT_COUNTS,
] as const;
export type Counted = (typeof COUNTED)[number];

export interface Counter {
  /** Local calendar day, `2026-01-31`. */
  day: string;
  name: Counted;
  count: number;
}

export interface ScriptUsage {
  script: string;
  count: number;
  /** How often it was taken out again before the message went off; absent: never. */
  removed?: number;
  lastUsedAt: number;
}

/** What was used of the books of a language on one day; ids of scripts and rules are the same in several languages. */
export interface BookDay {
  /** Local calendar day, `2026-01-31`. */
  day: string;
  language: Language;
  /** Scripts inserted by id, and flags mended by one of their replacements by rule. */
  counts: { scripts: Readonly<Record<string, number>>; mended: Readonly<Record<string, number>> };
}

/** How one practice conversation went; for the agent alone, and without a word of what was written. */
export interface PracticeResult {
  id: string;
  at: number;
  /** Id of the played customer, such as `puzzle-en`. */
  played: string;
  /** 0 … 95. */
  score: number;
  ending: 'settled' | 'left' | 'stopped';
  /** Replies the agent wrote. */
  replies: number;
  /** Flags of `medium` severity or above in what was sent. */
  flags: number;
}

/** What an agent said of a mark of the trained model: an example to learn from. */
export interface ModelVerdict {
  id: string;
  at: number;
  site: Site | null;
  language: Language | null;
  scenario: ScenarioId | null;
  reading: Reading;
  /** `fine`: it was innocent; `right`: it did hurt. */
  said: 'fine' | 'right';
  category: Category;
  /** The marked clause, masked. */
  text: string;
  /** Up to 40 characters around it, masked before they are cut. */
  before: string;
  after: string;
  /** Names the clause among those that are not marked again. */
  mark: string;
}

/** A model that a team trained with its own examples; versions are kept and never changed. */
export interface ModelVersion {
  reading: Reading;
  version: number;
  savedAt: number;
  by: string;
  note: string;
  /** What it learned besides the shipped model. */
  learned: { fine: number; right: number };
  /** How it did on what it had not seen, beside the model before it; shares 0–1. */
  figures: ModelFigures;
  model: ModelFile;
}

export interface ModelFigures {
  /** Own offences held back: found before and after. */
  found: { before: number; after: number; of: number };
  /** Own innocent clauses held back: marked before and after. */
  marked: { before: number; after: number; of: number };
  /** Offences of other kinds: found before and after. */
  elsewhere: { before: number; after: number; of: number };
  /** Innocent texts of all kinds: marked before and after. */
  innocent: { before: number; after: number; of: number };
  /** What agents wrote in saved chats: marked before and after. */
  messages: { before: number; after: number; of: number };
}

/** Which model is in use for a language; 0 is the shipped one. */
export interface ModelHead {
  reading: Reading;
  current: number;
}

/** Something made once in this browser that never leaves it, such as the salt of the marks. */
export type Secret = { name: 'marks'; value: string } | { name: 'signing'; pair: CryptoKeyPair };

/** A stretch of the messages of a set: one record holds many, because a hundred thousand records are slow to read. */
export interface MessagePart {
  set: string;
  /** From 0, in the order of the messages. */
  part: number;
  messages: SavedMessage[];
}

/** A key of this trainer's, usable here and nowhere else: its bytes left once, into the key file. */
export interface KeptKey extends SigningKey {
  madeAt: number;
}

/** Every table with its record; keys and indexes stand in `TABLES`. */
export interface Tables {
  bookVersions: BookVersion;
  bookHeads: BookHead;
  corrections: Correction;
  dismissals: Dismissal;
  sent: LogRow;
  counters: Counter;
  scriptUsage: ScriptUsage;
  bookDays: BookDay;
  promises: PromiseEntry;
  remedies: RemedyEntry;
  gaps: GapEntry;
  escalations: EscalationEntry;
  followUps: FollowUpEntry;
  secrets: Secret;
  practiceResults: PracticeResult;
  personalScripts: PersonalScript;
  bookDrafts: BookDraft;
  subscriptions: Subscription;
  signingKeys: KeptKey;
  modelVerdicts: ModelVerdict;
  modelVersions: ModelVersion;
  modelHeads: ModelHead;
  logSegments: LogSegment;
  logNames: LogName;
  logWords: LogWords;
  logTasks: LogTask;
  tallies: DayTally;
  tallyCells: SpanCells;
  reviews: Review;
  contests: Contest;
  calibrations: Calibration;
  scorecards: Scorecard;
  bundles: TakenBundle;
  keyring: KnownKey;
  messageSets: MessageSet;
  savedMessages: MessagePart;
}
export type TableName = keyof Tables;
export type Key = string | number | readonly (string | number)[];

interface TableShape {
  keyPath: string | readonly string[];
  indexes: Readonly<Record<string, string | readonly string[]>>;
}

/** The shape of the newest version: the in-memory store is built from it, a test compares the migrated database with it. */
export const TABLES = {
  bookVersions: { keyPath: ['id', 'version'], indexes: { savedAt: 'savedAt' } },
  bookHeads: { keyPath: 'id', indexes: { language: 'language' } },
  corrections: { keyPath: 'id', indexes: { at: 'at', scenario: 'scenario' } },
  dismissals: { keyPath: 'id', indexes: { createdAt: 'createdAt' } },
  sent: { keyPath: 'id', indexes: { sentAt: 'sentAt', row: 'row', open: ['open', 'row'] } },
  counters: { keyPath: ['day', 'name'], indexes: {} },
  scriptUsage: { keyPath: 'script', indexes: { lastUsedAt: 'lastUsedAt', count: 'count' } },
  bookDays: { keyPath: ['day', 'language'], indexes: {} },
  promises: { keyPath: 'id', indexes: { madeAt: 'madeAt', state: 'state', due: 'due' } },
  remedies: { keyPath: 'id', indexes: { at: 'at', order: 'order' } },
  gaps: { keyPath: 'id', indexes: { at: 'at', state: 'state' } },
  escalations: { keyPath: 'id', indexes: { at: 'at', state: 'state' } },
  followUps: { keyPath: 'id', indexes: { madeAt: 'madeAt', state: 'state', due: 'due' } },
  secrets: { keyPath: 'name', indexes: {} },
  practiceResults: { keyPath: 'id', indexes: { at: 'at', played: 'played' } },
  personalScripts: { keyPath: 'id', indexes: { savedAt: 'savedAt' } },
  bookDrafts: { keyPath: 'id', indexes: {} },
  subscriptions: { keyPath: 'url', indexes: {} },
  signingKeys: { keyPath: 'fingerprint', indexes: {} },
  modelVerdicts: { keyPath: 'id', indexes: { at: 'at', mark: 'mark' } },
  modelVersions: { keyPath: ['reading', 'version'], indexes: {} },
  modelHeads: { keyPath: 'reading', indexes: {} },
  logSegments: { keyPath: 'segment', indexes: {} },
  logNames: { keyPath: ['kind', 'code'], indexes: {} },
  logWords: { keyPath: ['group', 'segment'], indexes: {} },
  logTasks: { keyPath: 'name', indexes: {} },
  tallies: { keyPath: ['day', 'agent'], indexes: {} },
  tallyCells: { keyPath: ['span', 'agent'], indexes: {} },
  reviews: { keyPath: 'id', indexes: { record: 'record', batch: 'batch', at: 'at' } },
  contests: { keyPath: 'id', indexes: { record: 'record', state: 'state', at: 'at' } },
  calibrations: { keyPath: 'id', indexes: { madeAt: 'madeAt' } },
  scorecards: { keyPath: ['id', 'version'], indexes: {} },
  bundles: { keyPath: 'id', indexes: { at: 'at' } },
  keyring: { keyPath: 'fingerprint', indexes: {} },
  messageSets: { keyPath: 'id', indexes: { savedAt: 'savedAt' } },
  savedMessages: { keyPath: ['set', 'part'], indexes: {} },
} as const satisfies Record<TableName, TableShape>;

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
export type IndexOf<N extends TableName> = keyof (typeof TABLES)[N]['indexes'] & string;

export interface Listing<N extends TableName> {
  /** Default: in order of the key. */
  index?: IndexOf<N>;
  /** Inclusive bounds of the key or of the index. */
  from?: Key;
  to?: Key;
  /** Largest first. */
  reverse?: boolean;
  limit?: number;
}

/** What a repository can do inside one transaction. Await nothing else in it: the transaction would close. */
export interface Transaction {
  get<N extends TableName>(table: N, key: Key): Promise<Tables[N] | undefined>;
  list<N extends TableName>(table: N, listing?: Listing<N>): Promise<Tables[N][]>;
  /** Keys alone, in order: they can be read where a record cannot. */
  keys(table: TableName): Promise<Key[]>;
  count<N extends TableName>(table: N, listing?: Pick<Listing<N>, 'index' | 'from' | 'to'>): Promise<number>;
  put<N extends TableName>(table: N, record: Tables[N]): Promise<void>;
  delete(table: TableName, key: Key): Promise<void>;
  clear(table: TableName): Promise<void>;
}

/** `strict` survives a crash of the machine (2–5 ms); `relaxed` may lose the last moments and is for what can be rebuilt. */
export type Durability = 'strict' | 'relaxed';

/** Runs transactions; the disk and the in-memory store both are one. */
export interface Engine {
  read<T>(tables: readonly TableName[], work: (tx: Transaction) => Promise<T>): Promise<T>;
  write<T>(
    tables: readonly TableName[],
    durability: Durability,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T>;
}
