import { locale, review, figures as t } from '@/lib/i18n';
import { shownMoney } from '@/lib/ledger';
import { type BudgetFigures, budgetsAt, type Estimate, type Statistics } from '@/lib/review';
import { FigureTable } from '../charts';
import { between, decimal, percent } from '../names';

const seconds = (value: number): string => t('seconds', { seconds: decimal(value, 0) });
const waited = (it: Estimate | null | undefined): string => (it ? between(it, seconds) : '–');

/** How long customers waited in a week, beside the week before. */
export function ReportWaits({ week, weeks }: { week: string } & Pick<Statistics, 'weeks'>) {
  const at = weeks.findIndex((it) => it.week === week);
  const now = weeks[at];
  const before = weeks[at - 1];
  if (!now || (now.waitMedian === null && now.waitNinety === null)) return null;
  return (
    <section>
      <h3>{t('waits')}</h3>
      <FigureTable
        label={t('waits')}
        table={{
          headings: [t('waitShare'), t('weekOf', { day: week }), t('weekBefore')],
          rows: [
            [t('waitMedian'), waited(now.waitMedian), waited(before?.waitMedian)],
            [t('waitNinety'), waited(now.waitNinety), waited(before?.waitNinety)],
          ],
        }}
      />
    </section>
  );
}

/** What was given in the week, month or quarter that a day lies in, against what was set aside for it. */
export function ReportBudgets({ budgets, day }: { budgets: readonly BudgetFigures[]; day: string }) {
  const periods = budgetsAt(budgets, day);
  if (periods.length === 0) return null;
  const title = t('budgetsOf');
  return (
    <section>
      <h3>{title}</h3>
      <FigureTable
        label={title}
        table={{
          headings: [t('spanOfBudget'), t('given'), t('budget'), t('ofBudget')],
          rows: periods.map(({ currency, period, name, budget, given }) => {
            const money = (amount: number): string => shownMoney({ amount, currency }, locale.value);
            const over = budget !== null && given > budget ? ` (${t('overBudget')})` : '';
            return [
              `${t(`period.${period}`)} ${name} · ${currency}`,
              money(given),
              budget === null ? '–' : money(budget),
              budget === null || budget === 0 ? '–' : `${percent(given / budget)}${over}`,
            ];
          }),
        }}
      />
    </section>
  );
}

/** What the conversations with flags were about, and what caused most of each. */
export function ReportComplaints({ stats }: { stats: Statistics }) {
  const { complaints, complaintCauses } = stats;
  if (complaints.length === 0) return null;
  const causesOf = (id: string): string => {
    const causes = complaintCauses.find((it) => it.id === id)?.causes ?? [];
    const named = causes.filter((it) => it.estimate.value > 0);
    return (
      named
        .sort((a, b) => b.estimate.value - a.estimate.value)
        .map((it) => `${review(`cause.${it.id}`)} ${percent(it.estimate.value)}`)
        .join(' · ') || '–'
    );
  };
  return (
    <section>
      <h3>{t('complaints')}</h3>
      <FigureTable
        label={t('complaints')}
        table={{
          headings: [t('complaintClass'), t('share'), t('complaintCauses')],
          rows: complaints.map(({ id, estimate }) => [
            t(`complaint.${id}`),
            between(estimate, percent),
            causesOf(id),
          ]),
        }}
      />
    </section>
  );
}
