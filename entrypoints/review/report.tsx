import { useState } from 'preact/hooks';
import { Report } from '@/components/review';
import { Spinner, type Toaster } from '@/components/ui';
import { common, figures as t } from '@/lib/i18n';
import { weekOf } from '@/lib/review';
import type { Repositories } from '@/lib/store';
import { exportFigures } from './export';
import { useBudgets } from './use-budgets';
import { useFigures, useStatistics } from './use-figures';
import { useRules } from './use-rules';

/** Weeks that a report can be made of. */
const WEEKS_BACK = 12;
const DAY = 24 * 60 * 60 * 1000;

const sundayOf = (monday: string): string =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + 6 * DAY).toISOString().slice(0, 10);

export function ReportDesk({ own, toaster }: { own: Repositories; toaster: Toaster }) {
  const [picked, setPicked] = useState<string | null>(null);
  const figures = useFigures(own, WEEKS_BACK * 7);
  const ruleOf = useRules(own);
  const budgets = useBudgets(own, WEEKS_BACK * 7);
  const weeks = [
    ...new Set((figures?.tallies ?? []).filter((it) => it.records > 0).map((it) => weekOf(it.day))),
  ]
    .sort()
    .reverse();
  const week = picked ?? weeks[0] ?? null;
  const end = week === null ? '' : sundayOf(week);
  const stats = useStatistics(figures, week ?? '9', end);
  const run = useStatistics(figures, '', end);
  if (!figures) return <Spinner label={common('loading')} />;
  return (
    <Report
      weeks={weeks}
      week={week}
      stats={stats}
      run={run}
      budgets={budgets}
      end={end}
      ruleOf={ruleOf}
      now={Date.now()}
      onWeek={setPicked}
      onPrint={() => print()}
      onExport={(format) => {
        if (!stats || week === null) return;
        void exportFigures('reportFile', week, stats, null, budgets, format).then(
          (file) => toaster.show(t('exported', { file })),
          () => toaster.show(t('exportFailed')),
        );
      }}
    />
  );
}
