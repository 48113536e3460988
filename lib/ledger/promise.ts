import type { HistoryLine, Occasion, PromiseEntry } from './records';

/** Five times as long as anybody keeps changing one entry; the first line always stays. */
const MOST_LINES = 40;

/** A record with one more line of history. */
export function noted<T extends { history: readonly HistoryLine[] }>(entry: T, line: HistoryLine): T {
  const { history } = entry;
  const kept = history.length < MOST_LINES ? history : [history[0]!, ...history.slice(2)];
  return { ...entry, history: [...kept, line] };
}

export interface NewPromise
  extends Omit<PromiseEntry, 'about' | 'state' | 'snoozedUntil' | 'remindedAt' | 'settledAt' | 'history'> {
  about?: PromiseEntry['about'];
}

export function newPromise({ about = null, ...made }: NewPromise): PromiseEntry {
  return {
    ...made,
    about,
    state: 'open',
    snoozedUntil: null,
    remindedAt: null,
    settledAt: null,
    history: [{ at: made.madeAt, what: 'made', due: made.due }],
  };
}

/** What an agent can do with a promise. */
export type PromiseChange =
  | { type: 'confirm' }
  /** Another time, or another wording of what was promised. */
  | { type: 'edit'; due?: number | null; sentence?: string }
  | { type: 'snooze'; until: number }
  /** Done: on time or late is told by the clock. */
  | { type: 'keep' }
  | { type: 'break' }
  | { type: 'discard' }
  /** Takes the last settling back. */
  | { type: 'reopen' };

/** The promise after a change; the same object where the change says nothing new. */
export function changePromise(entry: PromiseEntry, change: PromiseChange, now: number): PromiseEntry {
  const settle = (state: 'kept' | 'late' | 'broken' | 'discarded'): PromiseEntry =>
    entry.state === state
      ? entry
      : noted(
          { ...entry, state, confirmed: true, settledAt: now, snoozedUntil: null },
          { at: now, what: state },
        );
  switch (change.type) {
    case 'confirm':
      return entry.confirmed ? entry : noted({ ...entry, confirmed: true }, { at: now, what: 'confirmed' });
    case 'edit': {
      const due = change.due === undefined ? entry.due : change.due;
      const sentence = change.sentence ?? entry.sentence;
      if (due === entry.due && sentence === entry.sentence)
        return changePromise(entry, { type: 'confirm' }, now);
      // Another time is told anew.
      const told = due === entry.due ? {} : { remindedAt: null, snoozedUntil: null, precise: true };
      return noted(
        { ...entry, due, sentence, confirmed: true, ...told },
        { at: now, what: 'edited', ...(due === entry.due ? {} : { due }) },
      );
    }
    case 'snooze':
      return noted(
        { ...entry, confirmed: true, snoozedUntil: change.until, remindedAt: null },
        { at: now, what: 'snoozed', due: change.until },
      );
    case 'keep':
      return settle(entry.due !== null && now > entry.due ? 'late' : 'kept');
    case 'break':
      return settle('broken');
    case 'discard':
      return settle('discarded');
    case 'reopen':
      return entry.state === 'open'
        ? entry
        : noted({ ...entry, state: 'open', settledAt: null }, { at: now, what: 'reopened' });
  }
}

/** Due first; without a time right after what is overdue, because a time is still owed. */
export function inDueOrder(entries: readonly PromiseEntry[], now: number): PromiseEntry[] {
  const rank = ({ due }: PromiseEntry): number => (due === null ? now : due);
  return [...entries].sort((a, b) => rank(a) - rank(b) || a.madeAt - b.madeAt);
}

/** Whether two occasions belong to one conversation. */
export function isSameConversation(
  a: Pick<Occasion, 'conversation'>,
  b: Pick<Occasion, 'conversation'>,
): boolean {
  return a.conversation.some((mark) => b.conversation.includes(mark));
}

const MINUTE = 60_000;

/** Whether two entries say the same: what was promised in the panel is not promised twice by sending it. */
export function isSamePromise(
  a: Pick<PromiseEntry, 'sentence' | 'due' | 'conversation'>,
  b: Pick<PromiseEntry, 'sentence' | 'due' | 'conversation'>,
): boolean {
  if (a.sentence !== b.sentence) return false;
  const sameTime = a.due === null || b.due === null ? a.due === b.due : Math.abs(a.due - b.due) < MINUTE;
  const unplaced = a.conversation.length + b.conversation.length === 0;
  return sameTime && (unplaced || isSameConversation(a, b));
}
