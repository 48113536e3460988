import type { Language, Market, ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { ConsoleFlag, ConsoleNotice, ConsoleScenario, ConsoleSnapshot } from '@/lib/rpc';

/** What a draft is checked against besides the books. Messages oldest first. */
export interface CheckedContext {
  readonly customer: readonly string[];
  readonly agent: readonly string[];
  readonly scenario?: ScenarioId;
  readonly market?: Market;
}

export interface Checked {
  readonly language: Language | null;
  readonly flags: readonly ConsoleFlag[];
  readonly notices: readonly ConsoleNotice[];
  readonly moves: ConsoleSnapshot['moves'];
  readonly movesSaid: ConsoleSnapshot['moves'];
  readonly scenarios: readonly ConsoleScenario[];
}

/** A promise in a draft; offsets are UTF-16 units. */
export interface FoundPromise {
  readonly rule: string;
  readonly kind: 'dated' | 'vague';
  readonly start: number;
  readonly end: number;
}

/** Checks one draft; a pure call of lib/reply over the books at hand. */
export interface Checker {
  (draft: string, context: CheckedContext): Checked;
  /** The promises of a draft that is sent; left out where nobody keeps them. */
  readonly promisesIn?: (draft: string, language: Language | null) => readonly FoundPromise[];
}

export const NOTHING_FOUND: Checked = {
  language: null,
  flags: [],
  notices: [],
  moves: [],
  movesSaid: [],
  scenarios: [],
};
