import { MOVES, type MoveId, type ScenarioId } from '@/lib/phrasebook/vocabulary';

const REPAIR: ReadonlySet<MoveId> = new Set([
  'acknowledge',
  'apology',
  'thanks',
  'remedy',
  'choice',
  'commitment',
]);
/** Nothing went wrong yet: there is nothing to apologise for or to make good. */
const ADVICE: ReadonlySet<MoveId> = new Set(['acknowledge', 'thanks', 'choice']);
const CARE: ReadonlySet<MoveId> = new Set(['thanks', 'follow-up']);

export interface MoveState {
  move: MoveId;
  /** `open` would do good but is not missed. */
  state: 'done' | 'missing' | 'open';
}

function wantedIn(scenario: ScenarioId | null): ReadonlySet<MoveId> {
  if (scenario === 'presale-advice') return ADVICE;
  if (scenario === 'after-care') return CARE;
  return REPAIR;
}

/** Every move in the order of a good reply, with where the draft stands; without a scenario a complaint is assumed. */
export function moveStates(made: readonly MoveId[], scenario: ScenarioId | null): MoveState[] {
  const wanted = wantedIn(scenario);
  return MOVES.map((move) => ({
    move,
    state: made.includes(move) ? 'done' : wanted.has(move) ? 'missing' : 'open',
  }));
}

/** Moves before it that may still be missing: which of them a reply has is read from its words, and words vary. */
const GAP = 1;

/** Whether a remedy, or a choice of them, is what a reply wants next. */
export function remedyIsNext(made: readonly MoveId[], scenario: ScenarioId | null): boolean {
  const missing = moveStates(made, scenario).filter(({ state }) => state === 'missing');
  const at = missing.findIndex(({ move }) => move === 'remedy' || move === 'choice');
  return at !== -1 && at <= GAP;
}
