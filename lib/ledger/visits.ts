import { DAY_MINUTES, instantOf, plusDays, type Wall, wallAt } from './clock';
import { noted } from './promise';
import type { FollowUpEntry, Occasion, VisitKind, VisitOutcome } from './records';
import { isWorkingDay, type ShopHours } from './shop-hours';

/** Which visits a team makes and how long after. */
export interface VisitPlan {
  complaint: { on: boolean; afterDays: number };
  purchase: { on: boolean; afterDays: number };
  /** Days a visit may come earlier or later, so that not everybody is written to on the same day. */
  jitterDays: number;
}
export const DEFAULT_VISITS: VisitPlan = {
  complaint: { on: true, afterDays: 3 },
  purchase: { on: false, afterDays: 10 },
  jitterDays: 1,
};

/** A number in [0, 1) that an id always gives again (FNV-1a): the same visit never moves by itself. */
export function seeded(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  // The last step spreads ids that differ in their last letter only.
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 0x1_0000_0000;
}

/**
 * When a visit is due: so many days later, jitter added, on a working day, in the middle of the shop's hours where
 * nobody is woken and nobody is at the door. Never on the day itself.
 */
export function visitDue(id: string, kind: VisitKind, now: number, plan: VisitPlan, shop: ShopHours): number {
  const { jitterDays } = plan;
  const shift = Math.floor(seeded(id) * (2 * jitterDays + 1)) - jitterDays;
  const days = Math.max(1, plan[kind].afterDays + shift);
  let day: Wall = plusDays(wallAt(now, shop.timeZone), days);
  for (let tries = 0; tries < 14 && !isWorkingDay(shop, day); tries++) day = plusDays(day, 1);
  const opens = shop.opens;
  const closes = Math.min(shop.closes, DAY_MINUTES - 1);
  const minutes = Math.round(opens + (closes - opens) * (0.25 + seeded(`${id}/hour`) / 2));
  return instantOf({ ...day, minutes }, shop.timeZone);
}

export interface NewVisit extends Occasion {
  id: string;
  madeAt: number;
  kind: VisitKind;
  due: number;
  note: string;
  script: string | null;
}

export function newVisit(made: NewVisit): FollowUpEntry {
  return {
    ...made,
    snoozedUntil: null,
    remindedAt: null,
    state: 'planned',
    outcome: null,
    settledAt: null,
    history: [{ at: made.madeAt, what: 'made', due: made.due }],
  };
}

export type VisitChange =
  | { type: 'move'; due: number }
  | { type: 'snooze'; until: number }
  | { type: 'done'; outcome: VisitOutcome }
  | { type: 'skip' }
  | { type: 'reopen' };

/** The visit after a change; the same object where the change says nothing new. */
export function changeVisit(entry: FollowUpEntry, change: VisitChange, now: number): FollowUpEntry {
  switch (change.type) {
    case 'move':
      return change.due === entry.due
        ? entry
        : noted(
            { ...entry, due: change.due, remindedAt: null, snoozedUntil: null },
            { at: now, what: 'edited', due: change.due },
          );
    case 'snooze':
      return noted(
        { ...entry, snoozedUntil: change.until, remindedAt: null },
        { at: now, what: 'snoozed', due: change.until },
      );
    case 'done':
      return noted(
        { ...entry, state: 'done', outcome: change.outcome, settledAt: now },
        { at: now, what: 'done' },
      );
    case 'skip':
      return noted({ ...entry, state: 'skipped', settledAt: now }, { at: now, what: 'skipped' });
    case 'reopen':
      return entry.state === 'planned'
        ? entry
        : noted(
            { ...entry, state: 'planned', outcome: null, settledAt: null },
            { at: now, what: 'reopened' },
          );
  }
}
