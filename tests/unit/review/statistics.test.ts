import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  beforeAndAfter,
  bootstrap,
  cohensKappa,
  draw,
  fleissKappa,
  groupFigures,
  krippendorffsAlpha,
  NO_COUNTS,
  perHundred,
  rate,
  seeded,
  shares,
  shouldRetire,
  stratified,
  type Tally,
  totalsOf,
  weekOf,
} from '@/lib/review';

const times = <T>(count: number, it: T): T[] => Array.from({ length: count }, () => it);

describe('a rate', () => {
  // Worked out by hand from Wilson's formula with z = 1.96.
  it.each([
    [0, 10, 0, 0, 0.2775],
    [1, 10, 0.1, 0.0179, 0.4042],
    [5, 10, 0.5, 0.2366, 0.7634],
    [10, 10, 1, 0.7225, 1],
    [81, 263, 0.308, 0.2553, 0.3662],
  ])('%i of %i', (hits, of, share, low, high) => {
    const found = rate(hits, of);
    expect(found.share).toBeCloseTo(share, 3);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });

  it('says nothing of nothing', () => {
    expect(rate(0, 0)).toEqual({ hits: 0, of: 0, share: null, low: 0, high: 1 });
    expect(perHundred(3, 0).value).toBeNull();
  });

  it('per hundred stays within the exact limits of a count', () => {
    // Exact Poisson limits of 10 events: 4.80 and 18.39.
    const { value, low, high } = perHundred(10, 100);
    expect(value).toBe(10);
    expect(low).toBeCloseTo(4.8, 1);
    expect(high).toBeCloseTo(18.39, 1);
    expect(perHundred(0, 100)).toMatchObject({ value: 0, low: 0 });
  });
});

describe('agreement', () => {
  it('Cohen: 45 + 15 of 100 agreed, 60/40 against 70/30', () => {
    // Observed (45+15)/100 = 0.6; expected 0.6·0.7 + 0.4·0.3 = 0.54; kappa = 0.06/0.46.
    const a = [...times(60, 'yes'), ...times(40, 'no')];
    const b = [...times(45, 'yes'), ...times(15, 'no'), ...times(25, 'yes'), ...times(15, 'no')];
    expect(cohensKappa(a, b)).toBeCloseTo(0.06 / 0.46, 10);
  });

  it('Cohen: gaps are left out, one word only says nothing', () => {
    expect(cohensKappa(['a', null, 'b', 'a'], ['a', 'b', 'b', null])).toBe(1);
    expect(cohensKappa(['a', 'a'], ['a', 'a'])).toBeNull();
    expect(cohensKappa([], [])).toBeNull();
  });

  it('Fleiss: the example of his method, 10 items, 14 raters, 5 labels', () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const items = counts.map((row) => row.flatMap((count, label) => times(count, String(label))));
    // Mean agreement 0.378, by chance 0.213.
    expect(fleissKappa(items)).toBeCloseTo(0.21, 2);
  });

  it('Krippendorff: two raters with gaps', () => {
    // Units a a, a b, b b, b b (a fifth has one rater only). Coincidences: n_a = 3, n_b = 5, n = 8.
    // Observed disagreement 2; expected 2·3·5/7 = 30/7; alpha = 1 − 14/30.
    const items = [
      ['a', 'a'],
      ['a', 'b'],
      ['b', 'b'],
      ['b', 'b'],
      ['a', null],
    ];
    expect(krippendorffsAlpha(items)).toBeCloseTo(1 - 14 / 30, 10);
  });

  it('of a session: pairs, all together, and what to talk over', () => {
    const by = (verdicts: readonly ('uphold' | 'dismiss' | 'coach')[]) =>
      Object.fromEntries(verdicts.map((verdict, at) => [`r${at}`, { verdict, at: 0, note: '' }]));
    const found = agreementOf({
      seed: 5,
      records: ['r0', 'r1', 'r2', 'r3'],
      verdicts: {
        Kim: by(['uphold', 'uphold', 'dismiss', 'dismiss']),
        Lou: by(['uphold', 'dismiss', 'dismiss', 'dismiss']),
      },
    });
    // Observed 3/4; expected 1/2·1/4 + 1/2·3/4 = 1/2; kappa 1/2.
    expect(found.pairs).toEqual([{ a: 'Kim', b: 'Lou', kappa: 0.5, items: 4 }]);
    expect(found.disagreements).toEqual([{ record: 'r1', verdicts: { Kim: 'uphold', Lou: 'dismiss' } }]);
    expect(found.interval!.low).toBeLessThanOrEqual(found.alpha!);
    expect(found.interval!.high).toBeGreaterThanOrEqual(found.alpha!);
  });

  it('is bounded by the same interval whenever the seed is the same', () => {
    const items = Array.from({ length: 30 }, (_, at) => [at % 2 ? 'a' : 'b', at % 3 ? 'a' : 'b']);
    const first = bootstrap(items, krippendorffsAlpha, { seed: 1 });
    expect(bootstrap(items, krippendorffsAlpha, { seed: 1 })).toEqual(first);
    expect(bootstrap(items, krippendorffsAlpha, { seed: 2 })).not.toEqual(first);
  });
});

describe('a sample', () => {
  it('gives strata shares by their size, none of them nothing', () => {
    expect(shares([800, 150, 50], 20)).toEqual([16, 3, 1]);
    expect(shares([997, 2, 1], 10)).toEqual([8, 1, 1]);
    expect(shares([3, 3, 3], 2)).toEqual([1, 1, 0]);
    expect(shares([2, 1], 10)).toEqual([2, 1]);
    expect(shares([0, 5], 3)).toEqual([0, 3]);
  });

  it('draws each item as often as another', () => {
    const random = seeded(9);
    const hits = new Uint32Array(10);
    for (let round = 0; round < 10_000; round++)
      for (const it of draw([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3, random)) hits[it]!++;
    for (const count of hits) expect(Math.abs(count - 3000)).toBeLessThan(200);
  });

  it('is decided by its seed alone', () => {
    const strata = new Map([
      ['b', [1, 2, 3, 4]],
      ['a', [5, 6, 7, 8]],
    ]);
    expect(stratified(strata, 4, 3)).toEqual(stratified(new Map([...strata].reverse()), 4, 3));
  });
});

const tally = (over: Partial<Tally>): Tally => ({
  day: '2026-01-31',
  agent: 'Mei',
  records: 0,
  cells: [],
  counts: { ...NO_COUNTS },
  mendedBy: {},
  ...over,
});
const cell = (over: Partial<Tally['cells'][number]>): Tally['cells'][number] => ({
  rule: 'r/1',
  category: 'blame',
  severity: 'high',
  scenario: 'price-drop',
  book: null,
  flags: 1,
  standings: {},
  hows: {},
  ...over,
});

describe('figures', () => {
  it('sum up days', () => {
    const totals = totalsOf([
      tally({
        records: 2,
        cells: [cell({ flags: 3 })],
        counts: { ...NO_COUNTS, sent: 60, mended: 7, replies: 2, replySeconds: 90 },
      }),
      tally({ agent: 'Bo', records: 1, cells: [cell({ flags: 1 })], counts: { ...NO_COUNTS, sent: 40 } }),
    ]);
    expect(totals).toMatchObject({ records: 3, flags: 4, replySeconds: 45 });
    expect(totals.flagsPerHundred.value).toBeCloseTo(4);
    expect(totals.mendRate).toMatchObject({ hits: 7, of: 11 });
  });

  it('of a rule: precision, contests, overrides, mends; small samples come last and unranked', () => {
    const found = groupFigures(
      [
        tally({
          counts: { ...NO_COUNTS, sent: 1000 },
          mendedBy: { 'r/1': 10, 'r/3': 2 },
          cells: [
            cell({
              flags: 30,
              standings: { upheld: 6, coached: 2, dismissed: 1, cleared: 1 },
              hows: { reasoned: 1, confirmed: 4 },
            }),
            cell({ rule: 'r/2', flags: 5 }),
          ],
        }),
      ],
      'rule',
    );
    expect(found.map((it) => [it.name, it.ranked])).toEqual([
      ['r/1', true],
      ['r/2', false],
      ['r/3', false],
    ]);
    expect(found[0]).toMatchObject({
      precision: { hits: 8, of: 10 },
      overrides: { hits: 1, of: 5 },
      mended: { hits: 10, of: 40 },
      contests: 1,
      overturned: 1,
    });
  });

  it('mark a rule for retirement past a fifth, not at it, and not on a few', () => {
    expect(shouldRetire({ decided: 10, overturned: 2 })).toBe(false);
    expect(shouldRetire({ decided: 10, overturned: 3 })).toBe(true);
    expect(shouldRetire({ decided: 3, overturned: 3 })).toBe(false);
  });

  it('compare before and after a version', () => {
    const days = (day: string, flags: number) =>
      tally({ day, counts: { ...NO_COUNTS, sent: 500 }, cells: [cell({ flags })] });
    expect(beforeAndAfter([days('2026-01-01', 100), days('2026-02-01', 30)], '2026-01-15').apart).toBe(true);
    expect(beforeAndAfter([days('2026-01-01', 30), days('2026-02-01', 28)], '2026-01-15').apart).toBe(false);
  });

  it('begin a week on Monday', () => {
    expect(weekOf('2026-02-01')).toBe('2026-01-26');
    expect(weekOf('2026-01-26')).toBe('2026-01-26');
  });
});
