// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ReportBudgets, ReportWaits } from '@/components/review/statistics/report-service';
import { Budgets, Complaints, Waits } from '@/components/review/statistics/service-charts';
import { NO_COUNTS, share, statisticsOf } from '@/lib/review';
import { byRole, click, stage } from '../ui/stage';

const onPicture = (): void => undefined;

/** The rows of the first chart that is not a table yet, read as a table. */
function rows(root: HTMLElement): (string | null)[][] {
  click(byRole(root, 'button', 'As a table'));
  return [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map((it) => it.textContent));
}

describe('charts of the service', () => {
  it('tell the waits of a week with their intervals', () => {
    const { weeks } = statisticsOf(
      [
        {
          day: '2026-01-26',
          agent: 'Lin',
          records: 1,
          cells: [],
          scenarios: [],
          mendedBy: {},
          spent: {},
          counts: { ...NO_COUNTS, sent: 100, wait0: 50, wait4: 50 },
        },
      ],
      [],
    );
    const root = stage(<Waits weeks={weeks} onPicture={onPicture} />);
    expect(rows(root)[0]?.slice(0, 2)).toEqual(['01-26', '10 s']);
  });

  it('say in words what is over the budget, and what still runs', () => {
    const periods = [
      { name: '2026-01', given: 120_000, running: false },
      { name: '2026-02', given: 30_000, running: true },
    ];
    const root = stage(
      <Budgets
        budgets={[{ currency: 'CNY', period: 'month', budget: 100_000, periods }]}
        onPicture={onPicture}
      />,
    );
    expect(root.textContent).toContain('120% · over');
    expect(rows(root)).toEqual([
      ['2026-01', '¥1,200', '¥1,000', '120% · over'],
      ['2026-02 (so far)', '¥300', '¥1,000', '30%'],
    ]);
  });

  it('are on the weekly report too: the periods a week lies in, and the waits beside the week before', () => {
    const periods = [
      { name: '2026-01', given: 120_000, running: false },
      { name: '2026-02', given: 30_000, running: true },
    ];
    const budgets = [{ currency: 'CNY', period: 'month' as const, budget: 100_000, periods }];
    const cells = (root: HTMLElement): (string | null)[][] =>
      [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map((it) => it.textContent));
    expect(cells(stage(<ReportBudgets budgets={budgets} day="2026-02-01" />))).toEqual([
      ['Month 2026-02 · CNY', '¥300', '¥1,000', '30%'],
    ]);
    expect(cells(stage(<ReportBudgets budgets={budgets} day="2026-01-25" />))[0]?.at(-1)).toBe('120% (over)');
    const day = (at: string, wait0: number) => ({
      day: at,
      agent: 'Lin',
      records: 1,
      cells: [],
      scenarios: [],
      mendedBy: {},
      spent: {},
      counts: { ...NO_COUNTS, sent: 100, wait0, wait4: 100 - wait0 },
    });
    const { weeks } = statisticsOf([day('2026-01-19', 0), day('2026-01-26', 60)], []);
    const [half] = cells(stage(<ReportWaits week="2026-01-26" weeks={weeks} />));
    expect(half?.[0]).toBe('Half');
    expect(Number.parseInt(half?.[1] ?? '', 10)).toBeLessThan(Number.parseInt(half?.[2] ?? '', 10));
  });

  it('put causes that rest on few verdicts in brackets', () => {
    const stats = {
      ...statisticsOf([], []),
      complaintCauses: [
        { id: 'goods' as const, cases: 4, causes: [{ id: 'carrier' as const, estimate: share(1, 4)! }] },
        { id: 'price' as const, cases: 40, causes: [{ id: 'wording' as const, estimate: share(10, 40)! }] },
      ],
    };
    const root = stage(<Complaints stats={stats} onPicture={onPicture} />);
    const written = [...root.querySelectorAll('.chart-figure')].map((it) => it.textContent);
    expect(written.filter((it) => it?.includes('25'))).toEqual(['(25%)', '25%']);
    expect(rows(root)[0]?.find((it) => it?.startsWith('25%'))).toMatch(/25% \(\d+% – \d+%; 4\)/);
  });
});
