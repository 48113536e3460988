import type {
  EscalationEntry,
  FollowUpEntry,
  GapEntry,
  Money,
  PromiseChange,
  PromiseEntry,
  RemedyEntry,
  ShopHours,
  Team,
  VisitChange,
  VisitKind,
} from '@/lib/ledger';
import type { Authority, Language, RemedyKind, ScenarioId } from '@/lib/phrasebook/vocabulary';

/** What the panel shows of the ledger. */
export interface LedgerData {
  now: number;
  team: Team;
  shop: ShopHours;
  /** What this agent may grant alone. */
  role: Authority;
  /** Marks of the conversation that is open. */
  conversation: readonly string[];
  /** Newest first, settled ones included. */
  promises: readonly PromiseEntry[];
  remedies: readonly RemedyEntry[];
  gaps: readonly GapEntry[];
  escalations: readonly EscalationEntry[];
  visits: readonly FollowUpEntry[];
}

/** Where something happens now; the desk adds the marks of the conversation. */
export interface Here {
  /** Host as shown to people; `null` where no console is open. */
  site: string | null;
  language: Language;
  scenario: ScenarioId | null;
}

export interface RemedyChoice extends Money {
  kind: RemedyKind;
  remedy: string | null;
  /** Order number as typed; kept as a mark only. */
  order: string;
}

/** Takes back what was just done; `false` where some of it has been settled since and stays. */
export type Undo = () => Promise<boolean>;

/** What an agent can do with the ledger. Each resolves once it is on disk, and fails otherwise. */
export interface LedgerActions {
  changePromise(id: string, change: PromiseChange): Promise<Undo>;
  give(choice: RemedyChoice, here: Here): Promise<Undo>;
  /** `said` is what the customer is told and promised. */
  ask(
    choice: RemedyChoice & { needs: Authority; customer: string; due: number; said: string },
    here: Here,
  ): Promise<Undo>;
  settleRequest(id: string, state: 'granted' | 'refused'): Promise<Undo>;
  recordGap(
    gap: { question: string; due: number; said: string },
    here: Here,
  ): Promise<{ id: string; undo: Undo }>;
  changeGap(id: string, change: Partial<Pick<GapEntry, 'missing' | 'suggested' | 'state'>>): Promise<Undo>;
  planVisit(kind: VisitKind, note: string, here: Here): Promise<{ due: number; undo: Undo }>;
  changeVisit(id: string, change: VisitChange): Promise<Undo>;
  /** How the ledger knows an order again; `null` for no number. */
  markOrder(number: string): Promise<string | null>;
}

/** The same actions; `say` is told whenever one could not be kept, which nobody may learn from silence. */
export function sayingFailures(actions: LedgerActions, say: () => void): LedgerActions {
  const saying =
    <A extends unknown[], R>(act: (...given: A) => Promise<R>) =>
    (...given: A): Promise<R> =>
      act(...given).catch((error: unknown) => {
        say();
        throw error;
      });
  return {
    changePromise: saying(actions.changePromise),
    give: saying(actions.give),
    ask: saying(actions.ask),
    settleRequest: saying(actions.settleRequest),
    recordGap: saying(actions.recordGap),
    changeGap: saying(actions.changeGap),
    planVisit: saying(actions.planVisit),
    changeVisit: saying(actions.changeVisit),
    // Nothing is kept by it.
    markOrder: actions.markOrder,
  };
}

export interface LedgerDesk {
  /** `null` while it is read. */
  data: LedgerData | null;
  actions: LedgerActions;
}
