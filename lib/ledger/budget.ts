import { DAY_MINUTES, instantOf, plusDays, type Wall, wallAt, weekdayOf } from './clock';
import type { RemedyEntry } from './records';

export const BUDGET_PERIODS = ['week', 'month', 'quarter'] as const;
export type BudgetPeriod = (typeof BUDGET_PERIODS)[number];

/** What a shop sets aside for putting things right. */
export interface BudgetPlan {
  period: BudgetPeriod;
  /** Minor units. */
  amount: number;
  currency: string;
}

/** Where the budget stands. Money in minor units of the plan's currency. */
export interface BudgetState {
  from: number;
  /** Exclusive. */
  to: number;
  amount: number;
  spent: number;
  given: number;
  /** What it comes to at this pace; `null` while the period is too young to tell. */
  forecast: number | null;
}

function periodStart(today: Wall, period: BudgetPeriod): Wall {
  const midnight = { ...today, minutes: 0 };
  if (period === 'week') return plusDays(midnight, 1 - weekdayOf(today));
  const month = period === 'month' ? today.month : today.month - ((today.month - 1) % 3);
  return { ...midnight, month, day: 1 };
}

function periodEnd(start: Wall, period: BudgetPeriod): Wall {
  if (period === 'week') return plusDays(start, 7);
  const month = start.month + (period === 'month' ? 1 : 3);
  return { ...start, year: start.year + Math.floor((month - 1) / 12), month: ((month - 1) % 12) + 1 };
}

/** A forecast from less than a day says nothing. */
const TOO_YOUNG = DAY_MINUTES * 60_000;

/** The bounds of the period that is running, on the shop's calendar. */
export function periodOf(period: BudgetPeriod, now: number, timeZone: string): { from: number; to: number } {
  const start = periodStart(wallAt(now, timeZone), period);
  return { from: instantOf(start, timeZone), to: instantOf(periodEnd(start, period), timeZone) };
}

export function budgetState(
  plan: BudgetPlan,
  entries: readonly Pick<RemedyEntry, 'at' | 'amount' | 'currency'>[],
  now: number,
  timeZone: string,
): BudgetState {
  const { from, to } = periodOf(plan.period, now, timeZone);
  const counted = entries.filter((it) => it.currency === plan.currency && it.at >= from && it.at < to);
  const spent = counted.reduce((sum, { amount }) => sum + amount, 0);
  const elapsed = now - from;
  return {
    from,
    to,
    amount: plan.amount,
    spent,
    given: counted.length,
    forecast: elapsed < TOO_YOUNG ? null : Math.round((spent * (to - from)) / elapsed),
  };
}

/** Midnight before that time on the shop's calendar: since when "per day" counts. */
export function startOfDay(now: number, timeZone: string): number {
  return instantOf({ ...wallAt(now, timeZone), minutes: 0 }, timeZone);
}
