import { describe, expect, it } from 'vitest';
import {
  cohenKappa,
  fleissKappa,
  krippendorffAlpha,
  observedAgreement,
  type Ratings,
  rate,
  share,
  withInterval,
} from '@/lib/review';

/** `times` rows that say `labels`. */
const rows = (times: number, ...labels: (string | null)[]): Ratings =>
  Array.from({ length: times }, () => labels);

/** The grant applications of the textbook example: yes/yes 20, yes/no 5, no/yes 10, no/no 15. */
const grants = [...rows(20, 'y', 'y'), ...rows(5, 'y', 'n'), ...rows(10, 'n', 'y'), ...rows(15, 'n', 'n')];

describe('agreement', () => {
  it('of two is Cohen’s kappa: 0.70 observed, 0.50 expected', () => {
    expect(observedAgreement(grants)).toBeCloseTo(0.7, 10);
    expect(cohenKappa(grants)).toBeCloseTo(0.4, 10);
  });

  it('of many is Fleiss’ kappa, with the published example of 14 raters', () => {
    const table = [
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
    const ratings = table.map((counts) => counts.flatMap((times, label) => Array(times).fill(String(label))));
    expect(fleissKappa(ratings)).toBeCloseTo(0.21, 3);
  });

  it('with gaps is Krippendorff’s alpha, with the published example of four observers', () => {
    const observers = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
      [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ];
    const ratings = observers[0]!.map((_, unit) =>
      observers.map((it) => (it[unit] === null || it[unit] === undefined ? null : String(it[unit]))),
    );
    expect(krippendorffAlpha(ratings)).toBeCloseTo(0.743, 3);
  });

  it('is 1 where all agree on more than one label, and nothing where there is one label', () => {
    const both = [...rows(3, 'y', 'y'), ...rows(2, 'n', 'n')];
    for (const measure of [cohenKappa, fleissKappa, krippendorffAlpha]) {
      expect(measure(both)).toBe(1);
      expect(measure(rows(4, 'y', 'y'))).toBeNull();
      expect(measure([])).toBeNull();
    }
  });

  it('has an interval that holds the value and is the same for the same seed', () => {
    const first = withInterval(grants, cohenKappa, 7);
    expect(first).toEqual(withInterval(grants, cohenKappa, 7));
    expect(first.low!).toBeLessThan(0.4);
    expect(first.high!).toBeGreaterThan(0.4);
    // The large-sample interval of this example is 0.14 … 0.66.
    expect(first.low!).toBeCloseTo(0.14, 1);
    expect(first.high!).toBeCloseTo(0.65, 1);
  });
});

describe('intervals', () => {
  it.each([
    // Newcombe 1998, table I: 81/263, 15/148, 0/20, 1/29.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is Wilson’s', (hits, cases, low, high) => {
    const found = share(hits, cases)!;
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it.each([
    // Exact Poisson limits: 10 events 4.80 … 18.39, none 0 … 3.69.
    [10, 4.8, 18.39],
    [0, 0, 3.69],
  ])('of a rate of %i events in 100 are near the exact ones', (events, low, high) => {
    const found = rate(events, 100)!;
    expect(Math.abs(found.low - low)).toBeLessThan(0.1);
    expect(Math.abs(found.high - high)).toBeLessThan(0.1);
  });

  it('are nothing without cases', () => {
    expect(share(0, 0)).toBeNull();
    expect(rate(0, 0)).toBeNull();
  });
});
