import type { Authority, Language, Outcome, RemedyKind, ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { Site } from '@/lib/sites';

/**
 * What the ledger writes down. Times are epoch ms, money is in minor units of its currency, every sentence is masked
 * before it is written, and a conversation or an order is only known by salted marks that lead back to nobody.
 */

/** Where something happened. */
export interface Occasion {
  /** Host only; `null` in a page of ours. */
  site: Site | null;
  language: Language | null;
  scenario: ScenarioId | null;
  /** Salted marks of the customer's last messages: two occasions that share one are the same conversation. */
  conversation: readonly string[];
}

/** `late`: kept, but after its time. `broken`: given up, or never kept. `discarded`: it was no promise. */
export const PROMISE_STATES = ['open', 'kept', 'late', 'broken', 'discarded'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** What happened to an entry, oldest first; `due` where the change set another time. */
export interface HistoryLine {
  at: number;
  what:
    | 'made'
    | 'confirmed'
    | 'edited'
    | 'snoozed'
    | 'kept'
    | 'late'
    | 'broken'
    | 'discarded'
    | 'reopened'
    | 'done'
    | 'skipped'
    | 'answered'
    | 'granted'
    | 'refused'
    | 'closed';
  due?: number | null;
}

/** A promise a customer was given. */
export interface PromiseEntry extends Occasion {
  /** Made where it was noticed, so that a repeated report changes nothing. */
  id: string;
  madeAt: number;
  /** `null`: no time was named, the agent is asked for one. */
  due: number | null;
  /** Whether the words name an hour or only a day: a day is due when the shop closes. */
  precise: boolean;
  /** Id of the rule that read it; `null`: written down by hand. */
  rule: string | null;
  /** The sentence that promises, masked. */
  sentence: string;
  /** The agent looked at it; before that it counts all the same. */
  confirmed: boolean;
  state: PromiseState;
  snoozedUntil: number | null;
  /** When its time was last told by a notification; `null`: not yet. */
  remindedAt: number | null;
  settledAt: number | null;
  /** What else it belongs to: a gap or an escalation that was promised an answer. */
  about: { kind: 'gap' | 'escalation'; id: string } | null;
  history: readonly HistoryLine[];
}

/** Something of the shop's that a customer was given. */
export interface RemedyEntry extends Occasion {
  id: string;
  at: number;
  kind: RemedyKind;
  /** Id in the book; `null`: none of the book's. */
  remedy: string | null;
  /** What it cost, minor units. */
  amount: number;
  currency: string;
  /** Salted mark of the order; `null`: not said. */
  order: string | null;
  /** In whose authority it was given. */
  role: Authority;
}

/** A question no rule covers, for the trainers. */
export interface GapEntry extends Occasion {
  id: string;
  at: number;
  /** What the customer asked, masked. */
  question: string;
  /** What the rules lack, and what the agent would answer; masked, may be empty. */
  missing: string;
  suggested: string;
  /** When the customer was told to hear from us; `null`: no time was named. */
  due: number | null;
  state: 'open' | 'answered' | 'closed';
  /** What a trainer made of it; absent: nobody looked yet. */
  outcome?: Outcome;
  history: readonly HistoryLine[];
}

/** A remedy that somebody above was asked for. */
export interface EscalationEntry extends Occasion {
  id: string;
  at: number;
  kind: RemedyKind;
  remedy: string | null;
  amount: number;
  currency: string;
  needs: Authority;
  order: string | null;
  /** The customer's words, masked. */
  customer: string;
  /** When the customer was told to hear from us. */
  due: number | null;
  state: 'open' | 'granted' | 'refused' | 'closed';
  history: readonly HistoryLine[];
}

export const VISIT_KINDS = ['complaint', 'purchase'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];
export const VISIT_OUTCOMES = ['happy', 'content', 'unhappy', 'no-answer'] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** A visit after a settled complaint or a purchase: asks how things are, sells nothing. */
export interface FollowUpEntry extends Occasion {
  id: string;
  madeAt: number;
  kind: VisitKind;
  due: number;
  snoozedUntil: number | null;
  remindedAt: number | null;
  /** What it is about in the agent's words, masked; may be empty. */
  note: string;
  /** Id of the script in the book; `null`: none fits. */
  script: string | null;
  state: 'planned' | 'done' | 'skipped';
  outcome: VisitOutcome | null;
  settledAt: number | null;
  history: readonly HistoryLine[];
}
