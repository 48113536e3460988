import type { MoveId, ScenarioId, Severity } from '@/lib/phrasebook/vocabulary';

/** What is no complaint: there a plain answer is all that is asked for. */
const ASKING: readonly ScenarioId[] = ['presale-advice', 'after-care', 'other'];
const WAYS_OUT: readonly MoveId[] = ['ownership', 'remedy', 'choice', 'commitment'];
/** Moves are not always heard: what goes with a way out counts as one where its absence would count against a draft. */
const WARM: readonly MoveId[] = [...WAYS_OUT, 'follow-up', 'empathy'];

/** Whether a draft offers a remedy, a choice or a promise, or takes the blame. */
export const offersWayOut = (moves: readonly MoveId[]): boolean => WAYS_OUT.some((it) => moves.includes(it));

/** Whether the model may contradict a rule of this severity: never where it is critical. */
export const isDoubtable = (severity: Severity): boolean => severity === 'medium' || severity === 'high';

/**
 * Whether a draft answers a complaint and offers nothing: no remedy, no choice, no promise, no sympathy, and nobody takes
 * the blame. Two in five of the drafts that hurt are such answers, and one in twenty of the others.
 */
export const answersBarely = ({
  moves,
  scenarios,
}: {
  readonly moves: readonly MoveId[];
  /** What the customer's messages seem to be about, best first. */
  readonly scenarios: readonly { readonly id: ScenarioId }[];
}): boolean => {
  const about = scenarios[0]?.id;
  return about !== undefined && !ASKING.includes(about) && !WARM.some((it) => moves.includes(it));
};
