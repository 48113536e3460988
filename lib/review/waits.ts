import { type Estimate, share } from './intervals';

/** Upper ends of the classes that waits for a reply are counted in, seconds; what took longer stands in one more. */
export const WAIT_BOUNDS = [10, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1200, 3600] as const;

export const WAIT_COUNTS = [
  'wait0',
  'wait1',
  'wait2',
  'wait3',
  'wait4',
  'wait5',
  'wait6',
  'wait7',
  'wait8',
  'wait9',
  'wait10',
  'wait11',
  'wait12',
] as const;
export type WaitCount = (typeof WAIT_COUNTS)[number];

/** The class of one wait. */
export function waitCountOf(seconds: number): WaitCount {
  const at = WAIT_BOUNDS.findIndex((bound) => seconds <= bound);
  return WAIT_COUNTS[at === -1 ? WAIT_BOUNDS.length : at]!;
}

/** A wait of the last class is told as this long: nobody knows how much longer it was. */
const LONGEST = 7200;

/** Seconds below which a share of the waits lies; within a class they are taken to lie evenly. */
function secondsAt(counts: readonly number[], all: number, part: number): number {
  const wanted = Math.min(Math.max(part, 0), 1) * all;
  let before = 0;
  for (const [at, count] of counts.entries()) {
    if (count > 0 && before + count >= wanted) {
      const from = at === 0 ? 0 : WAIT_BOUNDS[at - 1]!;
      const to = WAIT_BOUNDS[at] ?? LONGEST;
      return from + ((wanted - before) / count) * (to - from);
    }
    before += count;
  }
  return LONGEST;
}

/**
 * A quantile of the waits in seconds (0.5: the median) out of their classes, with the interval that its rank's 95 %
 * interval spans; `null` without waits.
 */
export function waitQuantile(counts: Readonly<Record<WaitCount, number>>, part: number): Estimate | null {
  const classes = WAIT_COUNTS.map((name) => counts[name]);
  const all = classes.reduce((sum, it) => sum + it, 0);
  const rank = share(part * all, all);
  if (rank === null) return null;
  return {
    value: secondsAt(classes, all, part),
    low: secondsAt(classes, all, rank.low),
    high: secondsAt(classes, all, rank.high),
    cases: all,
  };
}
