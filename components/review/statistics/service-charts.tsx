import { locale, review, figures as t } from '@/lib/i18n';
import { shownMoney } from '@/lib/ledger';
import { type BudgetFigures, CAUSES, FEW_CASES, type Statistics } from '@/lib/review';
import { BarChart, HeatMap, LineChart, SumChart } from '../charts';
import { decimal, percent } from '../names';
import type { StatisticsPaneProps } from './statistics-pane';

type Picture = Pick<StatisticsPaneProps, 'onPicture'>;

/** `01-26` of a Monday. */
export const shortWeek = (week: string): string => week.slice(5);

const seconds = (value: number): string => t('seconds', { seconds: decimal(value, 0) });

/** How long customers waited: half of them at most this long, nine in ten at most that long. */
export function Waits({ weeks, onPicture }: Pick<Statistics, 'weeks'> & Picture) {
  if (!weeks.some((it) => it.waitMedian !== null)) return null;
  return (
    <LineChart
      title={t('waits')}
      note={t('waitsNote')}
      axis={t('week')}
      points={weeks.map((it) => shortWeek(it.week))}
      series={[
        { name: t('waitMedian'), values: weeks.map((it) => it.waitMedian) },
        { name: t('waitNinety'), values: weeks.map((it) => it.waitNinety) },
      ]}
      write={seconds}
      onPicture={onPicture}
    />
  );
}

/** Most periods of one chart: the newest. */
const MOST_PERIODS = 14;

/** What was given against what was set aside, a chart a currency. */
export function Budgets({ budgets, onPicture }: { budgets: readonly BudgetFigures[] } & Picture) {
  return (
    <>
      {budgets.map(({ currency, period, budget, periods }) => (
        <SumChart
          key={currency}
          title={t('budgets', { currency })}
          note={budget === null ? t('noBudget') : t(`budgetNote.${period}`)}
          axis={t(`period.${period}`)}
          bars={periods.slice(-MOST_PERIODS).map(({ name, given, running }) => ({
            id: name,
            name: period === 'week' ? shortWeek(name) : name,
            value: given,
            running,
          }))}
          limit={budget}
          words={{
            value: t('given'),
            limit: t('budget'),
            share: t('ofBudget'),
            over: t('overBudget'),
            running: t('soFar'),
          }}
          write={(amount) => shownMoney({ amount, currency }, locale.value)}
          share={percent}
          onPicture={onPicture}
        />
      ))}
    </>
  );
}

/** What the conversations with flags were about, and what caused each. */
export function Complaints({ stats, onPicture }: { stats: Statistics } & Picture) {
  const { complaints, complaintCauses } = stats;
  return (
    <>
      {complaints.length > 0 && (
        <BarChart
          title={t('complaints')}
          note={t('complaintsNote')}
          axis={t('complaintClass')}
          bars={complaints.map(({ id, estimate }) => ({ ...estimate, id, name: t(`complaint.${id}`) }))}
          atLeast={1}
          write={percent}
          onPicture={onPicture}
        />
      )}
      {complaintCauses.length > 0 && (
        <HeatMap
          title={t('complaintCauses')}
          note={t('complaintCausesNote', { few: FEW_CASES })}
          axis={t('complaintClass')}
          columns={CAUSES.map((id) => review(`cause.${id}`))}
          rows={complaintCauses.map(({ id, causes }) => ({
            id,
            name: t(`complaint.${id}`),
            cells: CAUSES.map((cause) => causes.find((it) => it.id === cause)?.estimate ?? null),
          }))}
          write={percent}
          onPicture={onPicture}
        />
      )}
    </>
  );
}
