import type { HistoryLine } from './records';

interface Undoable {
  state: string;
  history: readonly HistoryLine[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * An entry without one change of it (`before` → `after`), whatever else was changed since: members that are as the change
 * left them go back, and its lines leave the history. Where the entry was settled or reopened since, nothing goes back,
 * because all else a change says depends on that. Gives the same object where there is nothing to take back.
 */
export function withoutChange<T extends Undoable>(now: T, { before, after }: { before: T; after: T }): T {
  if (before === after || (before.state !== after.state && now.state !== after.state)) return now;
  const back: Partial<T> = {};
  for (const key of Object.keys(after) as (keyof T)[]) {
    if (key !== 'history' && !same(before[key], after[key]) && same(now[key], after[key])) {
      back[key] = before[key];
    }
  }
  const lines = new Set(before.history.map((line) => JSON.stringify(line)));
  const own = new Set(after.history.map((line) => JSON.stringify(line)).filter((line) => !lines.has(line)));
  const history = now.history.filter((line) => !own.has(JSON.stringify(line)));
  if (Object.keys(back).length === 0 && history.length === now.history.length) return now;
  return { ...now, ...back, history };
}
