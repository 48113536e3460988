import type { BudgetPlan } from './budget';
import { knownTimeZone } from './clock';
import type { Authorities } from './remedies';
import { BOOK_DECIDES } from './remedies';
import { DEFAULT_LEAD } from './reminders';
import { DEFAULT_DAYS, type ShopHours } from './shop-hours';
import { DEFAULT_VISITS, type VisitPlan } from './visits';

/** What a team decides for itself. */
export interface Team {
  /** `timeZone` `null`: the machine's. */
  shop: Omit<ShopHours, 'timeZone'> & { timeZone: string | null };
  authorities: Authorities;
  /** One plan per currency. */
  budgets: readonly BudgetPlan[];
  visits: VisitPlan;
  /** Notifications, and how long before, ms. */
  reminders: { on: boolean; lead: number };
}

export const DEFAULT_TEAM: Team = {
  shop: { timeZone: null, days: DEFAULT_DAYS, opens: 9 * 60, closes: 21 * 60, closedOn: [] },
  authorities: BOOK_DECIDES,
  budgets: [],
  visits: DEFAULT_VISITS,
  reminders: { on: false, lead: DEFAULT_LEAD },
};

/** The shop's hours with a time zone the browser knows. */
export function shopOf({ shop }: Team): ShopHours {
  return { ...shop, timeZone: knownTimeZone(shop.timeZone) };
}
