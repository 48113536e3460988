import { seeded } from './sample';

/** Figures of reviews, with what they are worth. Shares are 0 … 1. */

/** z of a two-sided interval of 95 %. */
const Z = 1.959_963_984_540_054;

export interface Interval {
  low: number;
  high: number;
}

export interface Rate extends Interval {
  hits: number;
  of: number;
  /** `null` where there is nothing to count. */
  share: number | null;
}

/** Wilson's score interval: holds for small counts and for shares near 0 and 1, where the usual one does not. */
export function rate(hits: number, of: number, z = Z): Rate {
  if (of <= 0) return { hits, of, share: null, low: 0, high: 1 };
  const share = hits / of;
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const middle = share + (z * z) / (2 * of);
  const scale = 1 + (z * z) / of;
  return {
    hits,
    of,
    share,
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  };
}

/** A rate per hundred that may pass one hundred (flags per 100 messages), with Byar's interval for counts. */
export function perHundred(events: number, of: number): { value: number | null } & Interval {
  if (of <= 0) return { value: null, low: 0, high: 0 };
  const low = events === 0 ? 0 : events * (1 - 1 / (9 * events) - Z / (3 * Math.sqrt(events))) ** 3;
  const more = events + 1;
  const high = more * (1 - 1 / (9 * more) + Z / (3 * Math.sqrt(more))) ** 3;
  return { value: (events / of) * 100, low: (Math.max(0, low) / of) * 100, high: (high / of) * 100 };
}

/** Fewer than this are shown but never ranked or compared. */
export const FEWEST_TO_RANK = 20;
export const isRanked = (of: number): boolean => of >= FEWEST_TO_RANK;

/** What two raters said of the same items; `null` where one said nothing. */
export type Ratings = readonly (string | null)[];

/** Cohen's kappa of two raters over the items both judged; `null` where no item was, or where both said one thing only. */
export function cohensKappa(a: Ratings, b: Ratings): number | null {
  const pairs = a.flatMap((it, at) => {
    const other = b[at] ?? null;
    return it === null || other === null ? [] : [[it, other] as const];
  });
  if (pairs.length === 0) return null;
  const labels = new Set(pairs.flat());
  const agreed = pairs.filter(([one, other]) => one === other).length / pairs.length;
  let expected = 0;
  for (const label of labels) {
    const byA = pairs.filter(([it]) => it === label).length / pairs.length;
    const byB = pairs.filter(([, it]) => it === label).length / pairs.length;
    expected += byA * byB;
  }
  return expected === 1 ? null : (agreed - expected) / (1 - expected);
}

/** Labels of one item by rater. */
export type Judged = readonly (string | null)[];

const present = (item: Judged): string[] => item.filter((it) => it !== null);

/** Fleiss' kappa over the items that all raters judged; needs two raters. */
export function fleissKappa(items: readonly Judged[]): number | null {
  const raters = Math.max(0, ...items.map((it) => it.length));
  const full = items.filter((it) => present(it).length === raters).map(present);
  if (raters < 2 || full.length === 0) return null;
  const totals = new Map<string, number>();
  let agreed = 0;
  for (const item of full) {
    const counts = countsOf(item);
    for (const [label, count] of counts) totals.set(label, (totals.get(label) ?? 0) + count);
    const squares = [...counts.values()].reduce((sum, it) => sum + it * it, 0);
    agreed += (squares - raters) / (raters * (raters - 1));
  }
  agreed /= full.length;
  const all = full.length * raters;
  const expected = [...totals.values()].reduce((sum, it) => sum + (it / all) ** 2, 0);
  return expected === 1 ? null : (agreed - expected) / (1 - expected);
}

function countsOf(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/**
 * Krippendorff's alpha for nominal labels: any number of raters, gaps allowed. Items fewer than two raters judged say
 * nothing. `null` where nothing can be compared or nothing differs.
 */
export function krippendorffsAlpha(items: readonly Judged[]): number | null {
  const units = items.map(present).filter((it) => it.length >= 2);
  const totals = new Map<string, number>();
  let observed = 0;
  let all = 0;
  for (const unit of units) {
    const counts = countsOf(unit);
    all += unit.length;
    let differing = 0;
    for (const [label, count] of counts) {
      totals.set(label, (totals.get(label) ?? 0) + count);
      differing += count * (unit.length - count);
    }
    observed += differing / (unit.length - 1);
  }
  if (all < 2) return null;
  let expected = 0;
  for (const count of totals.values()) expected += count * (all - count);
  expected /= all - 1;
  return expected === 0 ? null : 1 - observed / expected;
}

/**
 * The middle 95 % of a figure over samples of the same size drawn with replacement from its items. The seed is stated
 * with the figure; samples in which nothing can be said are passed over.
 */
export function bootstrap<T>(
  items: readonly T[],
  figure: (sample: readonly T[]) => number | null,
  { seed, rounds = 1000 }: { seed: number; rounds?: number },
): Interval | null {
  if (items.length === 0) return null;
  const random = seeded(seed);
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const sample = items.map(() => items[Math.floor(random() * items.length)]!);
    const value = figure(sample);
    if (value !== null) values.push(value);
  }
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  const at = (share: number): number => values[Math.round(share * (values.length - 1))]!;
  return { low: at(0.025), high: at(0.975) };
}
