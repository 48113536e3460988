import type {
  Category,
  Language,
  Market,
  MoveId,
  Outcome,
  ScenarioId,
  Severity,
} from '@/lib/phrasebook/vocabulary';

/** A flag that stood in a message when it was sent. */
export interface SentFlag {
  rule: string;
  category: Category;
  severity: Severity;
  /** UTF-16 units in the record's `text`, after masking. */
  start: number;
  end: number;
  /** Found by a rule of a book, or by the learned second look. */
  by: 'rule' | 'model';
  /** The book and version the rule stood in, `builtin-en@3`; `null`: not known any more. */
  book: string | null;
}

/** `confirmed`: "send anyway"; `reasoned`: held and released with a reason; `elsewhere`: the page sent it by other means; `unguarded`: nothing held it. */
export const SENT_HOWS = ['unguarded', 'confirmed', 'reasoned', 'elsewhere'] as const;
export type SentHow = (typeof SENT_HOWS)[number];

/**
 * Where a record stands in review.
 *
 *   open ──verdict──▶ upheld | coached | dismissed ──contest──▶ contested ──decided──▶ cleared | confirmed
 *
 * `cleared`: the contest was upheld, the message should pass. `confirmed`: the verdict stands after a second look.
 */
export const STANDINGS = [
  'open',
  'upheld',
  'coached',
  'dismissed',
  'contested',
  'cleared',
  'confirmed',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** A message sent with a flag standing, masked. Drafts that were mended are counted, never kept. */
export interface SentRecord {
  /** Made by the page that noticed it, so that a repeated report changes nothing. */
  id: string;
  sentAt: number;
  /** Host only, never path or title. */
  site: string | null;
  language: Language | null;
  scenario: ScenarioId | null;
  market: Market | null;
  how: SentHow;
  /** The agent's reason for overriding a held message, masked. */
  reason: string | null;
  /** UTF-16 units of the whole message before it was masked and cut. */
  length: number;
  /** The message, masked; the flagged words stay readable. A long one is cut around its flags, `…` where something is left out. */
  text: string;
  flags: SentFlag[];
  /** Moves the message makes. */
  moves: MoveId[];
  /** Salted mark that is the same for one conversation of one browser; `null`: nothing telling was said. */
  conversation: string | null;
  /** Salted marks of the customer's last messages: what a conversation is known again by. */
  marks: string[];
  /** How the agent is called, `''`: not said. */
  agent: string;
  /** How angry the customer sounded, 0 … 3. */
  anger: number;
  /** What the shop gave in this conversation so far, minor units of its currency. */
  remedyCost: number;
  /** 0 … 1000, worked out when it was written. */
  risk: number;
  /** Fingerprint of the key that signed the bundle it came in; `own`: sent in this browser. */
  origin: string;
  standing: Standing;
}

/** What QA says of a record: the flag is right, the flag is wrong, or right and worth a word with the agent. */
export const VERDICTS = ['uphold', 'dismiss', 'coach'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const STANDING_AFTER: Readonly<Record<Verdict, Standing>> = {
  uphold: 'upheld',
  dismiss: 'dismissed',
  coach: 'coached',
};

/** Why it came to that. Only `wording` and `knowledge` are the agent's doing and count in a score. */
export const CAUSES = ['wording', 'knowledge', 'process', 'authority', 'goods', 'carrier'] as const;
export type Cause = (typeof CAUSES)[number];
export const isAgentsDoing = (cause: Cause | null): boolean =>
  cause === null || cause === 'wording' || cause === 'knowledge';

/** One score card as filled in for a record; points per item by its id, `null` where it does not apply. */
export interface FilledCard {
  card: string;
  version: number;
  points: Readonly<Record<string, number | null>>;
  /** Fatal items that were missed. */
  missed: readonly string[];
  /** 0 … 100; a missed fatal item makes it 0. */
  score: number;
  /** Messages of the conversation it was filled for as a whole; absent: one message. */
  messages?: number;
  /** What the reviewer noted on it, masked. */
  note?: string;
}

/** One reviewer's verdict; never changed, only followed by another or taken back. */
export interface Review {
  id: string;
  record: string;
  /** One stroke over several records has one batch: it is taken back as a whole. */
  batch: string;
  reviewer: string;
  verdict: Verdict;
  /** Masked like everything that is written. */
  reason: string;
  cause: Cause | null;
  /** That of its record, which may be gone by the time causes are counted. */
  scenario: ScenarioId | null;
  scorecard: FilledCard | null;
  at: number;
  /** Counts up per record: two verdicts of one moment keep their order. */
  order: number;
  /** When it was taken back; `null`: it stands. */
  undoneAt: number | null;
  /** What a trainer made of it; absent: nobody looked yet. */
  outcome?: Outcome;
}

/** An agent's word against a verdict. */
export interface Contest {
  id: string;
  record: string;
  /** The review it is about. */
  review: string;
  /** Alias of the agent. */
  by: string;
  comment: string;
  at: number;
  state: 'open' | 'upheld' | 'rejected';
  /** The second reviewer, never the one of the verdict. */
  decidedBy: string | null;
  decision: string;
  decidedAt: number | null;
  /** What a trainer made of it once it was upheld; absent: nobody looked yet. */
  outcome?: Outcome;
}

/** How long a verdict can be contested. */
export const CONTEST_DAYS = 14;

/** A sample that several reviewers judge without seeing each other's verdicts. */
export interface Calibration {
  id: string;
  name: string;
  madeAt: number;
  madeBy: string;
  /** The seed its sample was drawn with. */
  seed: number;
  records: string[];
  /** By reviewer, then by record. */
  verdicts: Record<string, Record<string, { verdict: Verdict; at: number; note: string }>>;
  closedAt: number | null;
  /** The messages themselves, where the sample came as a file: they are in nobody's log here. */
  shared?: SentRecord[];
}

/** One line of a score card. */
export interface CardItem {
  id: string;
  title: string;
  /** Most points. */
  weight: number;
  /** Missing it makes the whole score nought. */
  fatal: boolean;
  /** What the engine can read of it; absent: the reviewer judges alone. */
  reads?: 'category' | 'move' | 'severity';
  /** Ids of that vocabulary: a category's presence loses the points, a move's earns them. */
  of?: readonly string[];
}

/** A version of a score card; versions are kept and never changed. */
export interface Scorecard {
  id: string;
  version: number;
  name: string;
  items: CardItem[];
  savedAt: number;
  savedBy: string;
}

/** What the log is narrowed to; every list is "one of these", absent means all. */
export interface RecordFilter {
  rules?: readonly string[];
  categories?: readonly Category[];
  severities?: readonly Severity[];
  scenarios?: readonly (ScenarioId | null)[];
  agents?: readonly string[];
  sites?: readonly (string | null)[];
  languages?: readonly (Language | null)[];
  books?: readonly string[];
  hows?: readonly SentHow[];
  standings?: readonly Standing[];
  by?: 'rule' | 'model';
  /** Sent in this browser. */
  own?: true;
  /** Moves it all makes, and moves it makes none of. */
  makes?: readonly MoveId[];
  lacks?: readonly MoveId[];
  conversation?: string;
  /** Epoch ms, `from` included, `to` excluded. */
  from?: number;
  to?: number;
  /** Words that all stand in the masked text, in any order; Chinese anywhere, English from the start of a word. */
  text?: string;
}

export const RECORD_ORDERS = ['risk', 'newest', 'oldest', 'agent', 'rule', 'scenario'] as const;
export type RecordOrder = (typeof RECORD_ORDERS)[number];
