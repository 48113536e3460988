import type { ComponentChild } from 'preact';
import { Button, EmptyState, Segments } from '@/components/ui';
import { categoryName, moveName, review, figures as t } from '@/lib/i18n';
import { type BudgetFigures, type Estimate, type Statistics, share, type WeekFigures } from '@/lib/review';
import { BarChart, HeatMap, LineChart } from '../charts';
import { decimal, nameOfAgent, nameOfScenario, percent } from '../names';
import { Budgets, Complaints, shortWeek, Waits } from './service-charts';
import type { MoveGrid } from './sheets';

export const SPANS = ['4', '12', '52'] as const;
/** Weeks that are looked at. */
export type Span = (typeof SPANS)[number];

export interface StatisticsPaneProps {
  stats: Statistics;
  grid: MoveGrid | null;
  budgets: readonly BudgetFigures[];
  /** The week's good replies. */
  best: ComponentChild;
  span: Span;
  onSpan: (span: Span) => void;
  onExport: (format: 'csv' | 'xlsx') => void;
  onPicture: (drawing: SVGSVGElement, title: string) => void;
}

/** Most bars of one chart: more are in its table and in the export. */
const MOST_BARS = 12;

const bars = <Id extends string | null>(
  items: readonly { id: Id; estimate: Estimate }[],
  nameOf: (id: Id) => string,
) =>
  [...items]
    .sort((a, b) => b.estimate.cases - a.estimate.cases || b.estimate.value - a.estimate.value)
    .slice(0, MOST_BARS)
    .map(({ id, estimate }) => ({ ...estimate, id: id ?? '', name: nameOf(id) }));

const byValue = <T extends { estimate: Estimate }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => b.estimate.value - a.estimate.value).slice(0, MOST_BARS);

const same = (id: string): string => id;

const perHundred = (value: number): string => decimal(value, 2);

/** The team's figures as charts: with intervals, without a bottom of any list. */
export function StatisticsPane({
  stats,
  grid,
  budgets,
  best,
  span,
  onSpan,
  onExport,
  onPicture,
}: StatisticsPaneProps) {
  return (
    <div class="statistics">
      <div class="statistics-bar">
        <Segments
          label={t('span')}
          options={SPANS.map((value) => ({ value, label: t(`span.${value}`) }))}
          value={span}
          onPick={onSpan}
        />
        <span class="cards-space" />
        <Button small disabled={stats.records === 0} onClick={() => onExport('csv')}>
          CSV
        </Button>
        <Button small disabled={stats.records === 0} onClick={() => onExport('xlsx')}>
          Excel
        </Button>
      </div>
      {stats.records === 0 ? (
        <EmptyState
          icon="info"
          title={t('empty')}
          action={
            <a class="btn btn-primary" href="#/bundles">
              {review('empty.bring')}
            </a>
          }
        >
          {t('emptyHint')}
        </EmptyState>
      ) : (
        <>
          <Sums stats={stats} />
          <p class="muted small">{t('reading')}</p>
          <div class="statistics-charts">
            <Weeks weeks={stats.weeks} changes={stats.changes} onPicture={onPicture} />
            <BarChart
              title={t('byCategory')}
              note={t('perHundred')}
              axis={review('category')}
              bars={bars(byValue(stats.byCategory), categoryName)}
              write={perHundred}
              onPicture={onPicture}
            />
            <BarChart
              title={t('byRule')}
              note={t('perHundred')}
              axis={review('rule')}
              bars={bars(byValue(stats.byRule), same)}
              write={perHundred}
              onPicture={onPicture}
            />
            <BarChart
              title={t('byScenario')}
              note={t('perHundred')}
              axis={review('scenario')}
              bars={bars(byValue(stats.byScenario), nameOfScenario)}
              write={perHundred}
              onPicture={onPicture}
            />
            <Shares weeks={stats.weeks} onPicture={onPicture} />
            <Waits weeks={stats.weeks} onPicture={onPicture} />
            <Budgets budgets={budgets} onPicture={onPicture} />
            <Complaints stats={stats} onPicture={onPicture} />
            {stats.mendedByRule.length > 0 && (
              <BarChart
                title={t('mendedByRule')}
                note={t('mendedNote')}
                axis={review('rule')}
                bars={bars(stats.mendedByRule, same)}
                atLeast={1}
                write={percent}
                onPicture={onPicture}
              />
            )}
            {stats.precision.length > 0 && (
              <BarChart
                title={t('precision')}
                note={t('precisionNote')}
                axis={review('rule')}
                bars={bars(stats.precision, same)}
                atLeast={1}
                write={percent}
                onPicture={onPicture}
              />
            )}
            {stats.contests.length > 0 && (
              <BarChart
                title={t('contests')}
                note={t('contestsNote')}
                axis={review('rule')}
                bars={bars(stats.contests, same)}
                atLeast={1}
                limit={{ value: 0.2, label: t('retireLine') }}
                write={percent}
                onPicture={onPicture}
              />
            )}
            {stats.causes.length > 0 && (
              <BarChart
                title={t('causes')}
                note={t('causesNote')}
                axis={review('cause')}
                bars={bars(stats.causes, (id) => review(`cause.${id}`))}
                keepOrder
                atLeast={1}
                write={percent}
                onPicture={onPicture}
              />
            )}
            <Changes stats={stats} onPicture={onPicture} />
            {grid && grid.rows.length > 0 && (
              <HeatMap
                title={t('grid')}
                note={t('gridNote')}
                axis={review('scenario')}
                columns={grid.moves.map(moveName)}
                rows={grid.rows.map(({ scenario, records, makes }) => ({
                  id: scenario ?? '',
                  name: nameOfScenario(scenario),
                  cells: makes.map((made) => share(made, records)),
                }))}
                write={percent}
                onPicture={onPicture}
              />
            )}
          </div>
          <Improved stats={stats} />
        </>
      )}
      {best}
    </div>
  );
}

function Sums({ stats }: { stats: Statistics }) {
  const { counts } = stats;
  const wait = counts.replies > 0 ? counts.replySeconds / counts.replies : null;
  const figures: [string, string][] = [
    [t('messages'), decimal(stats.messages, 0)],
    [t('sentFlagged'), decimal(stats.records, 0)],
    [t('mended'), counts.flagged > 0 ? percent(Math.min(1, counts.mended / counts.flagged)) : '–'],
    [t('scripts'), decimal(counts.inserted, 0)],
    [
      t('kept'),
      counts.promisesKept + counts.promisesLate > 0
        ? percent(counts.promisesKept / (counts.promisesKept + counts.promisesLate))
        : '–',
    ],
    [t('remedies'), decimal(counts.remedies, 0)],
    [t('wait'), wait === null ? '–' : t('seconds', { seconds: decimal(wait, 0) })],
  ];
  return (
    <dl class="statistics-sums tabular">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface WeeksProps {
  weeks: readonly WeekFigures[];
  onPicture: StatisticsPaneProps['onPicture'];
}

export function Weeks({
  weeks,
  changes,
  onPicture,
}: Partial<WeeksProps> & Pick<WeeksProps, 'weeks'> & { changes: Statistics['changes'] }) {
  return (
    <LineChart
      title={t('flagsByWeek')}
      axis={t('week')}
      points={weeks.map((it) => shortWeek(it.week))}
      series={[
        { name: t('flags'), values: weeks.map((it) => it.flags) },
        { name: t('sentFlagged'), values: weeks.map((it) => it.sentFlagged) },
      ]}
      marks={changes.flatMap(({ book, from }) => {
        const at = weeks.findLastIndex((it) => it.week <= from);
        return at < 0 ? [] : [{ at, label: book.slice(book.lastIndexOf('@')).replace('@', 'v') }];
      })}
      write={perHundred}
      onPicture={onPicture}
    />
  );
}

function Shares({ weeks, onPicture }: WeeksProps) {
  const series = [
    { name: t('mended'), values: weeks.map((it) => it.mended) },
    { name: t('kept'), values: weeks.map((it) => it.promisesKept) },
  ].filter(({ values }) => values.some((it) => it !== null));
  if (series.length === 0) return null;
  return (
    <LineChart
      title={t('shares')}
      axis={t('week')}
      points={weeks.map((it) => shortWeek(it.week))}
      series={series}
      write={percent}
      onPicture={onPicture}
    />
  );
}

function Changes({ stats, onPicture }: Pick<StatisticsPaneProps, 'stats' | 'onPicture'>) {
  if (stats.changes.length === 0) return null;
  return (
    <BarChart
      title={t('changes')}
      note={t('perHundred')}
      axis={t('book')}
      bars={stats.changes.flatMap(({ book, before, after }) => [
        { ...before, id: `${book}<`, name: t('beforeBook', { book }) },
        { ...after, id: `${book}>`, name: t('afterBook', { book }) },
      ])}
      keepOrder
      write={perHundred}
      onPicture={onPicture}
    />
  );
}

/** Encouraging only: who came down most; there is no bottom. */
export function Improved({ stats }: { stats: Statistics }) {
  return (
    <section class="improved" aria-label={t('improved')}>
      <h2>{t('improved')}</h2>
      {stats.improved.length === 0 ? (
        <p class="muted small">{t('noImproved')}</p>
      ) : (
        <ul class="tabular">
          {stats.improved.map(({ agent, before, after }) => (
            <li key={agent}>
              <b>{nameOfAgent(agent)}</b> {decimal(before.value)} → {decimal(after.value)}{' '}
              <span class="muted small">
                ({decimal(after.low)} – {decimal(after.high)})
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
