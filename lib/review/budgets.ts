/** What customers were given in one week (its Monday) or month (`2026-01`), minor units of a currency. */
export interface Spending {
  period: string;
  currency: string;
  amount: number;
}

export type BudgetSpan = 'week' | 'month' | 'quarter';

/** What a shop sets aside in one currency. */
interface Plan {
  period: BudgetSpan;
  amount: number;
  currency: string;
}

/** One currency's remedies by period, against what was set aside. Minor units. */
export interface BudgetFigures {
  currency: string;
  period: BudgetSpan;
  /** `null`: nothing is set aside in this currency. */
  budget: number | null;
  /** Oldest first, none left out: a Monday, `2026-01` or `2026-Q1`. */
  periods: readonly { name: string; given: number; running: boolean }[];
}

const DAY = 86_400_000;

const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;

/** The period a day lies in. */
function periodAt(day: string, span: BudgetSpan): string {
  if (span === 'month') return day.slice(0, 7);
  if (span === 'quarter') return quarterOf(day);
  const at = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * DAY).toISOString().slice(0, 10);
}

/** Every period from one day to another. */
function periodsOf(from: string, to: string, span: BudgetSpan): string[] {
  const names = new Set<string>();
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += DAY) {
    names.add(periodAt(new Date(at).toISOString().slice(0, 10), span));
  }
  return [...names];
}

/**
 * What was given against each plan between two days (both included, the periods they lie in told whole), and by month
 * in currencies nothing is set aside in. Empty where nothing was given and nothing set aside.
 */
export function budgetFigures(
  plans: readonly Plan[],
  spending: { weeks: readonly Spending[]; months: readonly Spending[] },
  { from, to }: { from: string; to: string },
): BudgetFigures[] {
  const planned = new Set(plans.map((it) => it.currency));
  const unplanned = [...new Set(spending.months.map((it) => it.currency))].filter((it) => !planned.has(it));
  const all: readonly (Omit<Plan, 'amount'> & { amount: number | null })[] = [
    ...plans,
    ...unplanned.sort().map((currency) => ({ currency, period: 'month' as const, amount: null })),
  ];
  return all.map(({ currency, period, amount }) => {
    const given = new Map<string, number>();
    for (const it of period === 'week' ? spending.weeks : spending.months) {
      if (it.currency !== currency) continue;
      const name = period === 'quarter' ? quarterOf(it.period) : it.period;
      given.set(name, (given.get(name) ?? 0) + it.amount);
    }
    const running = periodAt(to, period);
    return {
      currency,
      period,
      budget: amount,
      periods: periodsOf(from, to, period).map((name) => ({
        name,
        given: given.get(name) ?? 0,
        running: name === running,
      })),
    };
  });
}

/** The first day of the quarter a day lies in: where figures by quarter have to be read from. */
export function quarterStart(day: string): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

/** What the period that a day lies in came to, in every currency something is told of. */
export function budgetsAt(figures: readonly BudgetFigures[], day: string) {
  return figures.flatMap(({ currency, period, budget, periods }) => {
    const name = periodAt(day, period);
    const given = periods.find((it) => it.name === name)?.given;
    return given === undefined ? [] : [{ currency, period, name, budget, given }];
  });
}
