import { seeded } from './sample';

/** What several people said of the same things: one row a thing, one label a person, `null` where somebody said nothing. */
export type Ratings = readonly (readonly (string | null)[])[];

/** A coefficient with its 95 % interval; all `null` where everything got one label, which chance explains as well. */
export interface Coefficient {
  value: number | null;
  low: number | null;
  high: number | null;
}

const countsOf = (row: readonly (string | null)[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const label of row) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
};

const beyondChance = (observed: number, expected: number): number | null =>
  expected >= 1 ? null : (observed - expected) / (1 - expected);

/** Cohen's kappa of two people over what both judged (Cohen 1960). */
export function cohenKappa(ratings: Ratings): number | null {
  const both = ratings.flatMap(([a, b]) => (a && b ? [[a, b] as const] : []));
  if (both.length === 0) return null;
  const labels = new Set(both.flat());
  const n = both.length;
  const observed = both.filter(([a, b]) => a === b).length / n;
  let expected = 0;
  for (const label of labels) {
    const first = both.filter(([a]) => a === label).length / n;
    const second = both.filter(([, b]) => b === label).length / n;
    expected += first * second;
  }
  return beyondChance(observed, expected);
}

/** Fleiss' kappa over what everybody judged (Fleiss 1971). */
export function fleissKappa(ratings: Ratings): number | null {
  const whole = ratings.filter((row) => row.length > 1 && row.every((it) => it !== null));
  const raters = whole[0]?.length ?? 0;
  if (whole.length === 0) return null;
  const totals = new Map<string, number>();
  let observed = 0;
  for (const row of whole) {
    const counts = countsOf(row);
    let same = 0;
    for (const [label, count] of counts) {
      totals.set(label, (totals.get(label) ?? 0) + count);
      same += count * (count - 1);
    }
    observed += same / (raters * (raters - 1));
  }
  const all = whole.length * raters;
  const expected = [...totals.values()].reduce((sum, it) => sum + (it / all) ** 2, 0);
  return beyondChance(observed / whole.length, expected);
}

/** Krippendorff's alpha for labels without order; takes any number of people and gaps (Krippendorff 2011). */
export function krippendorffAlpha(ratings: Ratings): number | null {
  const totals = new Map<string, number>();
  let disagreeing = 0;
  let n = 0;
  for (const row of ratings) {
    const counts = countsOf(row);
    const here = [...counts.values()].reduce((sum, it) => sum + it, 0);
    if (here < 2) continue;
    n += here;
    let same = 0;
    for (const [label, count] of counts) {
      totals.set(label, (totals.get(label) ?? 0) + count);
      same += count * (count - 1);
    }
    disagreeing += (here * (here - 1) - same) / (here - 1);
  }
  if (n < 2) return null;
  const same = [...totals.values()].reduce((sum, it) => sum + it * (it - 1), 0);
  const expected = (n * (n - 1) - same) / (n - 1);
  return expected === 0 ? null : 1 - disagreeing / expected;
}

/** Share of pairs of labels on one thing that are the same, averaged over things. */
export function observedAgreement(ratings: Ratings): number {
  const shares = ratings.flatMap((row) => {
    const counts = countsOf(row);
    const here = [...counts.values()].reduce((sum, it) => sum + it, 0);
    if (here < 2) return [];
    const same = [...counts.values()].reduce((sum, it) => sum + it * (it - 1), 0);
    return [same / (here * (here - 1))];
  });
  return shares.length === 0 ? 0 : shares.reduce((sum, it) => sum + it, 0) / shares.length;
}

/** Times a sample is drawn again for an interval; 1,000 leave its bounds within about 0.01. */
const DRAWS = 1000;

/** A coefficient with a percentile bootstrap interval over the things judged; the same seed gives the same bounds. */
export function withInterval(
  ratings: Ratings,
  coefficient: (ratings: Ratings) => number | null,
  seed: number,
): Coefficient {
  const value = coefficient(ratings);
  if (value === null) return { value, low: null, high: null };
  const random = seeded(seed);
  const values: number[] = [];
  for (let i = 0; i < DRAWS; i++) {
    const drawn = ratings.map(() => ratings[Math.floor(random() * ratings.length)] ?? []);
    // A draw without any spread says nothing of chance; it stands for perfect agreement, as it looks.
    values.push(coefficient(drawn) ?? 1);
  }
  values.sort((a, b) => a - b);
  return {
    value,
    low: values[Math.floor(DRAWS * 0.025)] ?? null,
    high: values[Math.ceil(DRAWS * 0.975) - 1] ?? null,
  };
}
