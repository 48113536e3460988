import { describe, expect, it } from 'vitest';
import { budgetFigures, NO_COUNTS, quarterStart, waitCountOf, waitQuantile } from '@/lib/review';

const spent = (period: string, amount: number, currency = 'CNY') => ({ period, currency, amount });

describe('remedies against the budget', () => {
  const time = { from: '2026-01-20', to: '2026-04-10' };

  it.each([
    ['week', ['2026-01-19', '2026-04-06'], { '2026-01-19': 300, '2026-04-06': 50 }],
    ['month', ['2026-01', '2026-04'], { '2026-01': 100, '2026-03': 500 }],
    ['quarter', ['2026-Q1', '2026-Q2'], { '2026-Q1': 600 }],
  ] as const)('add up by %s, with the periods that gave nothing', (period, ends, given) => {
    const [figures] = budgetFigures(
      [{ period, amount: 1000, currency: 'CNY' }],
      {
        weeks: [spent('2026-01-19', 300), spent('2026-04-06', 50)],
        months: [spent('2026-01', 100), spent('2026-03', 500)],
      },
      time,
    );
    expect(figures).toMatchObject({ currency: 'CNY', budget: 1000, period });
    expect([figures?.periods[0]?.name, figures?.periods.at(-1)?.name]).toEqual(ends);
    const some = figures?.periods.filter((it) => it.given > 0).map((it) => [it.name, it.given]);
    expect(Object.fromEntries(some ?? [])).toEqual(given);
    expect(figures?.periods.filter((it) => it.running)).toEqual([figures?.periods.at(-1)]);
  });

  it('are told by month in a currency without a budget, and not at all without either', () => {
    expect(budgetFigures([], { weeks: [], months: [] }, time)).toEqual([]);
    expect(
      budgetFigures([], { weeks: [], months: [spent('2026-02', 70, 'TWD')] }, time).map((it) => [
        it.currency,
        it.budget,
        it.periods.length,
      ]),
    ).toEqual([['TWD', null, 4]]);
  });

  it('are read from the start of a quarter', () => {
    expect(['2026-01-01', '2026-06-30', '2026-12-31'].map(quarterStart)).toEqual([
      '2026-01-01',
      '2026-04-01',
      '2026-10-01',
    ]);
  });
});

describe('waits', () => {
  it.each([
    [0, 'wait0'],
    [10, 'wait0'],
    [11, 'wait1'],
    [3600, 'wait11'],
    [90_000, 'wait12'],
  ])('of %i s are counted in %s', (seconds, name) => {
    expect(waitCountOf(seconds)).toBe(name);
  });

  it('keep the order of their quantiles, and the median lies in the class of the true one', () => {
    const seconds = Array.from({ length: 501 }, (_, at) => (at * 7919) % 1500);
    const counts = { ...NO_COUNTS };
    for (const it of seconds) counts[waitCountOf(it)] += 1;
    const [ten, half, ninety] = [0.1, 0.5, 0.9].map((part) => waitQuantile(counts, part)!);
    expect(ten!.value).toBeLessThan(half!.value);
    expect(half!.high).toBeLessThanOrEqual(ninety!.high);
    const middle = [...seconds].sort((a, b) => a - b)[250]!;
    expect(waitCountOf(half!.value)).toBe(waitCountOf(middle));
    expect(half!.low).toBeLessThanOrEqual(middle);
    expect(half!.high).toBeGreaterThanOrEqual(middle);
  });
});
