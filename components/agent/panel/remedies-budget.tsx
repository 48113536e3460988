import { Progress } from '@/components/ui';
import { ledger, locale } from '@/lib/i18n';
import { type BudgetPlan, budgetState, shownMoney } from '@/lib/ledger';
import type { LedgerData } from '../ledger-desk';

/** What was set aside for putting things right, and how far it reaches: a cost of service that everybody sees. */
export function BudgetBar({ data }: { data: LedgerData }) {
  return (
    <>
      {data.team.budgets.map((plan) => (
        <Bar key={plan.currency} plan={plan} data={data} />
      ))}
    </>
  );
}

function Bar({ plan, data }: { plan: BudgetPlan; data: LedgerData }) {
  const { spent, amount, forecast } = budgetState(plan, data.remedies, data.now, data.shop.timeZone);
  const money = (minor: number): string =>
    shownMoney({ amount: minor, currency: plan.currency }, locale.value);
  const said = ledger('budget.spent', {
    spent: money(spent),
    amount: money(amount),
    period: ledger(`budget.${plan.period}`),
  });
  const expected = forecast ?? spent;
  return (
    <div class="budget">
      <div class="budget-words small muted tabular">
        <span>{said}</span>
        {forecast !== null && <span>{ledger('budget.forecast', { forecast: money(forecast) })}</span>}
      </div>
      <Progress
        label={ledger('budget.title')}
        value={spent}
        max={Math.max(amount, 1)}
        tone={spent > amount ? 'high' : expected > amount ? 'medium' : 'good'}
        text={said}
      />
    </div>
  );
}
