import { categoryName, moveName, review, figures as t } from '@/lib/i18n';
import { plainAmount } from '@/lib/ledger';
import type { MoveId } from '@/lib/phrasebook/vocabulary';
import { type BudgetFigures, CAUSES, type Estimate, type Statistics } from '@/lib/review';
import type { MoveRow } from '@/lib/store';
import { decimal, nameOfAgent, nameOfScenario, percent } from '../names';

/** A sheet of an exported file. */
export interface Sheet {
  name: string;
  headings: readonly string[];
  rows: readonly (readonly string[])[];
}

/** How often each move is made in what was sent with a flag, by scenario. */
export interface MoveGrid {
  moves: readonly MoveId[];
  rows: readonly MoveRow[];
}

const written = (it: Estimate | null, write: (value: number) => string): string[] =>
  it ? [write(it.value), write(it.low), write(it.high), String(it.cases)] : ['', '', '', '0'];

const four = (name: string): string[] => [name, t('low'), t('high'), t('cases')];

/** Everything the charts show, as sheets. Figures are written as the page writes them. */
export function sheetsOf(
  stats: Statistics,
  grid: MoveGrid | null,
  budgets: readonly BudgetFigures[] = [],
): Sheet[] {
  const named = <Id extends string | null>(
    name: string,
    axis: string,
    items: readonly { id: Id; estimate: Estimate }[],
    nameOf: (id: Id) => string,
    write: (value: number) => string,
  ): Sheet => ({
    name,
    headings: [axis, ...four(name)],
    rows: items.map(({ id, estimate }) => [nameOf(id), ...written(estimate, write)]),
  });
  const same = (id: string): string => id;
  const sheets: Sheet[] = [
    {
      name: t('weeks'),
      headings: [
        t('week'),
        t('messages'),
        ...four(t('flags')),
        ...four(t('mended')),
        ...four(t('kept')),
        ...four(t('waitMedian')),
        ...four(t('waitNinety')),
      ],
      rows: stats.weeks.map((it) => [
        it.week,
        String(it.messages),
        ...written(it.flags, decimal),
        ...written(it.mended, percent),
        ...written(it.promisesKept, percent),
        ...written(it.waitMedian, (value) => decimal(value, 0)),
        ...written(it.waitNinety, (value) => decimal(value, 0)),
      ]),
    },
    named(t('byCategory'), review('category'), stats.byCategory, categoryName, decimal),
    named(t('byRule'), review('rule'), stats.byRule, same, decimal),
    named(t('byScenario'), review('scenario'), stats.byScenario, nameOfScenario, decimal),
    named(t('mendedByRule'), review('rule'), stats.mendedByRule, same, percent),
    named(t('precision'), review('rule'), stats.precision, same, percent),
    named(t('contests'), review('rule'), stats.contests, same, percent),
    named(t('overrides'), review('rule'), stats.overrides, same, percent),
    named(t('causes'), review('cause'), stats.causes, (id) => review(`cause.${id}`), percent),
    named(t('complaints'), t('complaintClass'), stats.complaints, (id) => t(`complaint.${id}`), percent),
    {
      name: t('complaintCauses'),
      headings: [t('complaintClass'), t('cases'), ...CAUSES.map((id) => review(`cause.${id}`))],
      rows: stats.complaintCauses.map(({ id, cases, causes }) => [
        t(`complaint.${id}`),
        String(cases),
        ...causes.map((it) => percent(it.estimate.value)),
      ]),
    },
    ...budgets.map(
      ({ currency, period, budget, periods }): Sheet => ({
        name: t('budgets', { currency }),
        headings: [t(`period.${period}`), t('given'), t('budget')],
        rows: periods.map(({ name, given }) => [
          name,
          plainAmount({ amount: given, currency }),
          budget === null ? '' : plainAmount({ amount: budget, currency }),
        ]),
      }),
    ),
    {
      name: t('changes'),
      headings: [t('book'), t('since'), ...four(t('before')), ...four(t('after'))],
      rows: stats.changes.map((it) => [
        it.book,
        it.from,
        ...written(it.before, decimal),
        ...written(it.after, decimal),
      ]),
    },
    {
      name: t('improved'),
      headings: [review('agent'), ...four(t('before')), ...four(t('after'))],
      rows: stats.improved.map((it) => [
        nameOfAgent(it.agent),
        ...written(it.before, decimal),
        ...written(it.after, decimal),
      ]),
    },
  ];
  if (grid) {
    sheets.push({
      name: t('grid'),
      headings: [review('scenario'), t('messages'), ...grid.moves.map(moveName)],
      rows: grid.rows.map((it) => [
        nameOfScenario(it.scenario),
        String(it.records),
        ...it.makes.map((made) => percent(it.records === 0 ? 0 : made / it.records)),
      ]),
    });
  }
  return sheets;
}
