import { Button, EmptyState, Select } from '@/components/ui';
import { categoryName, common, review, figures as t } from '@/lib/i18n';
import type { BudgetFigures, Statistics } from '@/lib/review';
import { FigureTable } from '../charts';
import { between, day, decimal, percent, type RuleOf } from '../names';
import { ReportBudgets, ReportComplaints, ReportWaits } from './report-service';
import { Improved, Weeks } from './statistics-pane';

export interface ReportProps {
  /** Mondays of the weeks there is something of, newest first. */
  weeks: readonly string[];
  week: string | null;
  /** Of that week alone. */
  stats: Statistics | null;
  /** Of the weeks up to it, for the line. */
  run: Statistics | null;
  budgets: readonly BudgetFigures[];
  /** The last day of that week. */
  end: string;
  ruleOf: RuleOf;
  now: number;
  onWeek: (week: string) => void;
  onPrint: () => void;
  onExport: (format: 'csv' | 'xlsx') => void;
}

/** One week on paper: what came up, what was found, what to do next. */
export function Report(props: ReportProps) {
  const { weeks, week, stats, run, budgets, end, ruleOf, now, onWeek, onPrint, onExport } = props;
  if (week === null || !stats || !run) {
    return (
      <EmptyState icon="info" title={t('empty')}>
        {t('emptyHint')}
      </EmptyState>
    );
  }
  const top = [...stats.byRule].sort((a, b) => b.estimate.value - a.estimate.value).slice(0, 8);
  const amounts = { messages: decimal(stats.messages, 0), records: decimal(stats.records, 0) };
  const retiring = stats.contests.filter((it) => it.retire);
  return (
    <div class="report">
      <div class="report-bar">
        <Select
          aria-label={t('week')}
          options={weeks.map((value) => ({ value, label: t('weekOf', { day: value }) }))}
          value={week}
          onPick={onWeek}
        />
        <span class="cards-space" />
        <Button small onClick={() => onExport('csv')}>
          CSV
        </Button>
        <Button small onClick={() => onExport('xlsx')}>
          Excel
        </Button>
        <Button look="primary" onClick={onPrint}>
          {t('print')}
        </Button>
      </div>
      <article class="report-sheet">
        <h2>
          {common('productName')} · {t('weekOf', { day: week })}
        </h2>
        <p class="muted small">{t('made', { day: day(now) })}</p>
        <p>
          {stats.counts.flagged > 0
            ? t('summary', {
                ...amounts,
                mended: percent(Math.min(1, stats.counts.mended / stats.counts.flagged)),
              })
            : t('summaryPlain', amounts)}
        </p>
        <Weeks weeks={run.weeks} changes={run.changes} />
        <ReportWaits week={week} weeks={run.weeks} />
        <ReportBudgets budgets={budgets} day={end} />
        <ReportComplaints stats={stats} />
        <h3>{t('byRule')}</h3>
        <FigureTable
          label={t('byRule')}
          table={{
            headings: [review('rule'), t('perHundred'), t('precision')],
            rows: top.map(({ id, estimate }) => {
              const { precision } = ruleOf(id, null);
              return [id, between(estimate, decimal), precision ? between(precision, percent) : '–'];
            }),
          }}
        />
        <h3>{t('byCategory')}</h3>
        <FigureTable
          label={t('byCategory')}
          table={{
            headings: [review('category'), t('perHundred')],
            rows: stats.byCategory.map(({ id, estimate }) => [categoryName(id), between(estimate, decimal)]),
          }}
        />
        {stats.causes.length > 0 && (
          <>
            <h3>{t('causes')}</h3>
            <FigureTable
              label={t('causes')}
              table={{
                headings: [review('cause'), t('share')],
                rows: stats.causes.map(({ id, estimate }) => [
                  review(`cause.${id}`),
                  between(estimate, percent),
                ]),
              }}
            />
          </>
        )}
        {retiring.length > 0 && (
          <>
            <h3>{t('retiring')}</h3>
            <ul>
              {retiring.map((it) => (
                <li key={it.id}>
                  {it.id} · {between(it.estimate, percent)}
                </li>
              ))}
            </ul>
          </>
        )}
        <Improved stats={run} />
      </article>
    </div>
  );
}
