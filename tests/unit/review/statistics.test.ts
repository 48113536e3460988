import { describe, expect, it } from 'vitest';
import {
  isRetiring,
  NO_COUNTS,
  type Review,
  statisticsOf,
  type Tally,
  type TallyCell,
  weekOf,
} from '@/lib/review';

const cell = (over: Partial<TallyCell> = {}): TallyCell => ({
  rule: 'blame/you',
  category: 'blame',
  severity: 'high',
  book: 'own/shop@1',
  flags: 1,
  standings: {},
  hows: {},
  ...over,
});

const tally = (day: string, over: Partial<Tally> = {}, counts: Partial<Tally['counts']> = {}): Tally => ({
  day,
  agent: 'Lin',
  records: 1,
  cells: [cell()],
  scenarios: [{ scenario: 'damaged', flags: 1 }],
  mendedBy: {},
  spent: {},
  ...over,
  counts: { ...NO_COUNTS, sent: 100, ...counts },
});

const said = (over: Partial<Review>): Review => ({
  id: 'a',
  record: 'r',
  batch: 'b',
  reviewer: 'Wang',
  verdict: 'uphold',
  reason: '',
  cause: null,
  scenario: null,
  scorecard: null,
  at: 0,
  order: 1,
  undoneAt: null,
  ...over,
});

describe('weeks', () => {
  it.each([
    ['2026-01-26', '2026-01-26'],
    ['2026-02-01', '2026-01-26'],
    ['2026-01-01', '2025-12-29'],
  ])('of %s begin on Monday %s', (day, monday) => {
    expect(weekOf(day)).toBe(monday);
  });
});

describe('statistics', () => {
  it('count flags per 100 messages by week, category, rule and scenario', () => {
    const stats = statisticsOf(
      [
        tally('2026-01-26', {
          cells: [cell({ flags: 3 }), cell({ rule: 'burden/ask', category: 'burden' })],
        }),
        tally('2026-02-02'),
      ],
      [],
    );
    expect(stats.messages).toBe(200);
    expect(stats.weeks.map((it) => [it.week, it.flags?.value])).toEqual([
      ['2026-01-26', 4],
      ['2026-02-02', 1],
    ]);
    expect(stats.byRule.map((it) => [it.id, it.estimate.value])).toEqual([
      ['blame/you', 2],
      ['burden/ask', 0.5],
    ]);
    expect(stats.byCategory.map((it) => it.id)).toEqual(['blame', 'burden']);
    expect(stats.byScenario).toHaveLength(1);
  });

  it('tell whether a rule was right, mended, contested and overridden', () => {
    const cells = [
      cell({
        flags: 10,
        standings: { upheld: 3, coached: 1, confirmed: 2, dismissed: 1, cleared: 3 },
        hows: { reasoned: 2 },
      }),
    ];
    const stats = statisticsOf([tally('2026-01-26', { cells, mendedBy: { 'blame/you': 30 } })], []);
    expect(stats.precision[0]?.estimate).toMatchObject({ value: 0.6, cases: 10 });
    expect(stats.mendedByRule[0]?.estimate).toMatchObject({ value: 0.75, cases: 40 });
    expect(stats.contests[0]).toMatchObject({ upheld: 3, retire: true, estimate: { value: 0.6, cases: 5 } });
    expect(stats.overrides[0]?.estimate.value).toBe(0.2);
  });

  it('share causes over verdicts that stand and found the flag right', () => {
    const { causes } = statisticsOf(
      [tally('2026-01-26')],
      [
        said({ cause: 'carrier' }),
        said({ cause: 'wording' }),
        said({ cause: 'wording', undoneAt: 5 }),
        said({ cause: 'goods', verdict: 'dismiss' }),
        said({}),
      ],
    );
    expect(causes.filter((it) => it.estimate.value > 0).map((it) => [it.id, it.estimate.value])).toEqual([
      ['wording', 0.5],
      ['carrier', 0.5],
    ]);
  });

  it('tell complaints in classes, with the causes of each', () => {
    const { complaints, complaintCauses } = statisticsOf(
      [
        tally('2026-01-26', {
          scenarios: [
            { scenario: 'damaged', flags: 2 },
            { scenario: 'wrong-item', flags: 1 },
            { scenario: 'late-shipping', flags: 1 },
          ],
        }),
      ],
      [
        said({ cause: 'carrier', scenario: 'damaged' }),
        said({ cause: 'goods', scenario: 'wrong-item' }),
        said({ cause: 'wording', scenario: 'late-shipping', undoneAt: 5 }),
      ],
    );
    const some = complaints.filter((it) => it.estimate.value > 0);
    expect(some.map((it) => [it.id, it.estimate.value])).toEqual([
      ['goods', 0.75],
      ['delivery', 0.25],
    ]);
    expect(complaintCauses.map(({ id, cases }) => [id, cases])).toEqual([['goods', 2]]);
    expect(complaintCauses[0]?.causes.find((it) => it.id === 'carrier')?.estimate.value).toBe(0.5);
  });

  it('tell the median wait and the ninetieth of a hundred, by week', () => {
    const { weeks } = statisticsOf(
      [tally('2026-01-26', {}, { wait0: 50, wait4: 40, wait9: 10 }), tally('2026-02-02')],
      [],
    );
    expect(weeks[0]?.waitMedian).toMatchObject({ value: 10, cases: 100 });
    expect(weeks[0]?.waitNinety?.value).toBe(60);
    expect(weeks[0]?.waitNinety?.high).toBeGreaterThan(300);
    expect(weeks[1]?.waitMedian).toBeNull();
  });

  it('hold a new version of a book against the days before it', () => {
    const at = (day: string, version: number, flags: number) =>
      tally(day, { cells: [cell({ book: `own/shop@${version}`, flags })] });
    const { changes } = statisticsOf(
      [at('2026-01-26', 1, 8), at('2026-01-27', 2, 2), at('2026-01-28', 2, 4)],
      [],
    );
    expect(changes.map((it) => [it.book, it.from, it.before.value, it.after.value])).toEqual([
      ['own/shop@2', '2026-01-27', 8, 3],
    ]);
  });

  it('list who improved, nobody who did not, and nobody on few messages', () => {
    const week = (agent: string, before: number, after: number, sent = 100) => [
      tally('2026-01-26', { agent, cells: [cell({ flags: before })] }, { sent }),
      tally('2026-02-02', { agent, cells: [cell({ flags: after })] }, { sent }),
    ];
    const { improved } = statisticsOf(
      [...week('better', 10, 5), ...week('best', 10, 1), ...week('worse', 1, 9), ...week('few', 5, 1, 10)],
      [],
    );
    expect(improved.map((it) => it.agent)).toEqual(['best', 'better']);
  });

  it('are empty, not broken, without anything', () => {
    const stats = statisticsOf([], []);
    expect(stats).toMatchObject({ messages: 0, weeks: [], byRule: [], improved: [], causes: [] });
  });
});

describe('a rule', () => {
  it.each([
    [1, 2, false],
    [1, 5, false],
    [2, 5, true],
    [3, 3, true],
  ])('with %i of %i contests upheld is to go: %s', (upheld, decided, goes) => {
    expect(isRetiring(upheld, decided)).toBe(goes);
  });
});
