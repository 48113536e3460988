import type { EscalationEntry, FollowUpEntry, GapEntry, PromiseEntry, RemedyEntry } from '@/lib/ledger';
import type { PersonalScript } from '@/lib/personal';
import type { Calibration, Contest, Review, Scorecard } from '@/lib/review';
import type { Subscription } from '@/lib/subscription';
import type { MessageSet, SavedMessage } from '@/lib/workbench';
import type {
  BookCheckup,
  BookDay,
  BookDraft,
  BookFile,
  BookHead,
  BookVersion,
  KeptKey,
  KeptParcel,
} from './records/books';
import type { Counter, PracticeResult, ScriptUsage } from './records/counts';
import type {
  DayTally,
  KnownKey,
  LogName,
  LogRow,
  LogSegment,
  LogTask,
  LogWords,
  SpanCells,
  TakenBundle,
} from './records/log';
import type { ModelHead, ModelVersion } from './records/models';
import type { Correction, Dismissal, KeptReply, ModelVerdict } from './records/reports';

export type * from './records/books';
export * from './records/counts';
export type * from './records/log';
export type * from './records/models';
export type * from './records/reports';

/** Something made once in this browser that never leaves it, such as the salt of the marks. */
export type Secret = { name: 'marks'; value: string } | { name: 'signing'; pair: CryptoKeyPair };

/** A stretch of the messages of a set: one record holds many, because a hundred thousand records are slow to read. */
export interface MessagePart {
  set: string;
  /** From 0, in the order of the messages. */
  part: number;
  messages: SavedMessage[];
}

/** No record of it is ever written. */
export interface Turn {
  id: string;
}

/** Every table with its record; keys and indexes stand in `TABLES`. */
export interface Tables {
  bookVersions: BookVersion;
  bookParcels: KeptParcel;
  bookHeads: BookHead;
  corrections: Correction;
  dismissals: Dismissal;
  sent: LogRow;
  counters: Counter;
  scriptUsage: ScriptUsage;
  bookDays: BookDay;
  goodReplies: KeptReply;
  promises: PromiseEntry;
  remedies: RemedyEntry;
  gaps: GapEntry;
  escalations: EscalationEntry;
  followUps: FollowUpEntry;
  secrets: Secret;
  practiceResults: PracticeResult;
  personalScripts: PersonalScript;
  bookDrafts: BookDraft;
  bookFiles: BookFile;
  bookCheckups: BookCheckup;
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
  writing: Turn;
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
  bookParcels: { keyPath: ['id', 'version'], indexes: {} },
  bookHeads: { keyPath: 'id', indexes: { language: 'language' } },
  corrections: { keyPath: 'id', indexes: { at: 'at', scenario: 'scenario' } },
  dismissals: { keyPath: 'id', indexes: { createdAt: 'createdAt' } },
  sent: { keyPath: 'id', indexes: { sentAt: 'sentAt', row: 'row', open: ['open', 'row'] } },
  counters: { keyPath: ['day', 'name'], indexes: {} },
  scriptUsage: { keyPath: 'script', indexes: { lastUsedAt: 'lastUsedAt', count: 'count' } },
  bookDays: { keyPath: ['day', 'language'], indexes: {} },
  goodReplies: { keyPath: 'id', indexes: { at: 'at' } },
  promises: { keyPath: 'id', indexes: { madeAt: 'madeAt', state: 'state', due: 'due' } },
  remedies: { keyPath: 'id', indexes: { at: 'at', order: 'order' } },
  gaps: { keyPath: 'id', indexes: { at: 'at', state: 'state' } },
  escalations: { keyPath: 'id', indexes: { at: 'at', state: 'state' } },
  followUps: { keyPath: 'id', indexes: { madeAt: 'madeAt', state: 'state', due: 'due' } },
  secrets: { keyPath: 'name', indexes: {} },
  practiceResults: { keyPath: 'id', indexes: { at: 'at', played: 'played' } },
  personalScripts: { keyPath: 'id', indexes: { savedAt: 'savedAt' } },
  bookDrafts: { keyPath: 'id', indexes: {} },
  bookFiles: { keyPath: ['id', 'file'], indexes: {} },
  bookCheckups: { keyPath: 'id', indexes: {} },
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
  writing: { keyPath: 'id', indexes: {} },
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
  /** The largest key within inclusive bounds, without reading the record. */
  lastKey(table: TableName, from: Key, to: Key): Promise<Key | undefined>;
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
