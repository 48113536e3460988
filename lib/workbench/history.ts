import type { OwnBook } from '@/lib/phrasebook';
import { applyEdit, type Edit } from './edit';

/** A book that is being worked on, with the way back. */
export interface History {
  readonly past: readonly OwnBook[];
  readonly present: OwnBook;
  readonly future: readonly OwnBook[];
}

/** Steps that can be taken back; states share what did not change, so they cost little. */
const STEPS = 200;

export const startHistory = (present: OwnBook): History => ({ past: [], present, future: [] });

export const edited = ({ past, present }: History, edit: Edit): History => ({
  past: [...past, present].slice(-STEPS),
  present: applyEdit(present, edit),
  future: [],
});

/** Takes the last step back; the same history where there is none. */
export function undone(history: History): History {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
  };
}

/** Takes the last undone step again; the same history where there is none. */
export function redone(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
