/** A figure with its 95 % interval and the number of cases it rests on. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
  cases: number;
}

/** Standard normal deviate of a two-sided 95 % interval. */
const Z = 1.959964;

/** A share with Wilson's score interval, which stays within 0 … 1 for few cases too; `null` without cases. */
export function share(hits: number, cases: number): Estimate | null {
  if (cases <= 0) return null;
  const value = hits / cases;
  const spread = Z * Math.sqrt((value * (1 - value)) / cases + (Z * Z) / (4 * cases * cases));
  const middle = value + (Z * Z) / (2 * cases);
  const over = 1 + (Z * Z) / cases;
  return {
    value,
    low: Math.max(0, (middle - spread) / over),
    high: Math.min(1, (middle + spread) / over),
    cases,
  };
}

/** Events per `per` cases, where one case can hold several; Byar's approximation to the Poisson interval. */
export function rate(events: number, cases: number, per = 100): Estimate | null {
  if (cases <= 0) return null;
  const bound = (count: number, sign: 1 | -1): number =>
    count <= 0 ? 0 : count * (1 - 1 / (9 * count) + (sign * Z) / (3 * Math.sqrt(count))) ** 3;
  const scale = per / cases;
  return {
    value: events * scale,
    low: Math.max(0, bound(events, -1) * scale),
    high: bound(events + 1, 1) * scale,
    cases,
  };
}

/** Below this many cases a figure is shown, but put in no order. */
export const FEW_CASES = 20;

export const isFew = ({ cases }: Pick<Estimate, 'cases'>): boolean => cases < FEW_CASES;
