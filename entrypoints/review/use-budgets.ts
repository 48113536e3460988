import { useQuery } from '@tanstack/preact-query';
import { useSetting } from '@/components/agent/live';
import { DEFAULT_TEAM, knownTimeZone } from '@/lib/ledger';
import { type BudgetFigures, budgetFigures, quarterStart } from '@/lib/review';
import { dayOf, type Repositories, storeKeys } from '@/lib/store';
import { teamSetting } from '@/lib/store/settings';

const DAY = 24 * 60 * 60 * 1000;
const NONE: readonly BudgetFigures[] = [];

/** What was given against what the team set aside in so many days, on the shop's own calendar. */
export function useBudgets(own: Repositories, days: number): readonly BudgetFigures[] {
  const { budgets: plans, shop } = useSetting(teamSetting, DEFAULT_TEAM);
  const { data } = useQuery({
    queryKey: [...storeKeys.tallies, 'spending', days, plans, shop.timeZone],
    queryFn: async () => {
      const zone = knownTimeZone(shop.timeZone);
      const now = Date.now();
      const to = dayOf(now, zone);
      const first = dayOf(now - days * DAY, zone);
      const from = plans.some((it) => it.period === 'quarter') ? quarterStart(first) : first;
      const [weeks, months] = await Promise.all([
        own.tallies.spending(from, to, 'week'),
        own.tallies.spending(from, to, 'month'),
      ]);
      return budgetFigures(plans, { weeks, months }, { from, to });
    },
  });
  return data ?? NONE;
}
