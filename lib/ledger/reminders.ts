import { noted } from './promise';
import type { FollowUpEntry, PromiseEntry } from './records';

/**
 * Reminders are worked out anew from the entries and the clock each time, never counted down: a laptop that slept, a
 * browser that was closed or a clock that was wrong changes when they are told, not whether.
 */

/** How long before its time a promise is told, ms. */
export const DEFAULT_LEAD = 15 * 60_000;
/** A wait nobody gave a time for is asked about after this, ms. */
const ASK_AFTER = 60 * 60_000;
/** The clock is looked at again at least this often while something is open, ms. */
const HEARTBEAT = 30 * 60_000;

/** How pressing an open promise is. */
export type Urgency = 'overdue' | 'soon' | 'later' | 'no-time';

export function urgencyOf({ due }: Pick<PromiseEntry, 'due'>, now: number, lead = DEFAULT_LEAD): Urgency {
  if (due === null) return 'no-time';
  if (due < now) return 'overdue';
  return due - now <= lead ? 'soon' : 'later';
}

interface Reminded {
  due: number | null;
  snoozedUntil: number | null;
  remindedAt: number | null;
}

/** When an entry is to be told next, epoch ms; `null`: it has been, before its time and at it. */
function tellAt(entry: Reminded & { madeAt: number }, lead: number): number | null {
  if (entry.remindedAt !== null) {
    return entry.due !== null && entry.remindedAt < entry.due ? entry.due : null;
  }
  if (entry.snoozedUntil !== null) return entry.snoozedUntil;
  if (entry.due === null) return entry.madeAt + ASK_AFTER;
  // Promised within less than the lead: told at half time.
  return Math.max(entry.due - lead, entry.madeAt + (entry.due - entry.madeAt) / 2);
}

export interface Plan {
  /** To be told now. */
  promises: PromiseEntry[];
  visits: FollowUpEntry[];
  /** On the toolbar icon: open promises that are overdue or soon, and visits of today. */
  badge: number;
  /** Whether anything on the badge is overdue. */
  overdue: boolean;
  /** When to look again, epoch ms; `null`: nothing is open. */
  next: number | null;
}

export interface PlanOptions {
  now: number;
  lead?: number;
}

/** What to tell now and when to look again. */
export function planReminders(
  promises: readonly PromiseEntry[],
  visits: readonly FollowUpEntry[],
  { now, lead = DEFAULT_LEAD }: PlanOptions,
): Plan {
  const open = promises.filter(({ state }) => state === 'open');
  const planned = visits.filter(({ state }) => state === 'planned');
  const times = [
    ...open.map((it) => tellAt(it, lead)),
    ...open.map(({ due }) => due),
    ...planned.map((it) => tellAt(it, 0)),
  ].filter((at) => at !== null);
  const isDue = (at: number | null): boolean => at !== null && at <= now;
  const pressing = open.filter((it) => {
    const urgency = urgencyOf(it, now, lead);
    const quiet = it.snoozedUntil !== null && it.snoozedUntil > now;
    return !quiet && (urgency === 'overdue' || urgency === 'soon');
  });
  const toVisit = planned.filter((it) => it.due <= now && (it.snoozedUntil ?? 0) <= now);
  const later = times.filter((at) => at > now);
  return {
    promises: open.filter((it) => isDue(tellAt(it, lead))),
    visits: planned.filter((it) => isDue(tellAt(it, 0))),
    badge: pressing.length + toVisit.length,
    overdue: pressing.some(({ due }) => due !== null && due < now),
    next: open.length + planned.length === 0 ? null : Math.min(now + HEARTBEAT, ...later),
  };
}

/** An entry after it was told. */
export function reminded<T extends Reminded>(entry: T, now: number): T {
  return { ...entry, remindedAt: now, snoozedUntil: null };
}

/** A clock that was put right by less than this is an ordinary correction, ms. */
const TOLERANCE = 2 * 60_000;

/**
 * Entries made while the machine's clock ran ahead, moved to where they belong; the same array where none was.
 * @param seen the latest time the ledger has ever looked at the clock: the clock ran ahead by at least `seen - now`
 */
export function withClockPutRight<T extends PromiseEntry>(
  entries: readonly T[],
  now: number,
  seen: number,
): T[] {
  const newest = Math.max(seen, ...entries.map(({ madeAt }) => madeAt));
  const ahead = newest - now;
  if (ahead <= TOLERANCE) return [];
  return entries
    .filter(({ state, madeAt }) => state === 'open' && madeAt > now + TOLERANCE)
    .map((entry) => {
      const due = entry.due === null ? null : entry.due - ahead;
      const moved = {
        ...entry,
        madeAt: entry.madeAt - ahead,
        due,
        snoozedUntil: entry.snoozedUntil === null ? null : entry.snoozedUntil - ahead,
        remindedAt: null,
      };
      return noted(moved, { at: now, what: 'edited', due });
    });
}
