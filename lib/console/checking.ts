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

/** Checks one draft; a pure call of lib/reply over the books at hand. */
export type Checker = (draft: string, context: CheckedContext) => Checked;

export const NOTHING_FOUND: Checked = {
  language: null,
  flags: [],
  notices: [],
  moves: [],
  movesSaid: [],
  scenarios: [],
};
