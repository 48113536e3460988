import type { ItemRun, MessageItem } from './propose-items';

/** What a neighbour is worth: runs are better than scattered words. */
const TOGETHER = 0.5;

/**
 * The heaviest row of items that stand in both runs in the same order, as their places in each. Like the longest common
 * subsequence, but runs of neighbours weigh more.
 */
export function alignRuns(a: ItemRun, b: ItemRun): { pairs: [number, number][]; weight: number } {
  const width = b.length + 1;
  const size = (a.length + 1) * width;
  const best = new Float64Array(size);
  /** Best row that ends with this very pair. */
  const ending = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const at = i * width + j;
      const before = at - width - 1;
      if (a[i - 1]!.key === b[j - 1]!.key) {
        ending[at] = a[i - 1]!.weight + Math.max(best[before]!, ending[before]! + TOGETHER);
      }
      best[at] = Math.max(best[at - width]!, best[at - 1]!, ending[at]!);
    }
  }
  const pairs: [number, number][] = [];
  let i = a.length;
  let j = b.length;
  let inRow = false;
  while (i > 0 && j > 0) {
    const at = i * width + j;
    if (inRow || best[at] === ending[at]) {
      pairs.push([i - 1, j - 1]);
      const before = at - width - 1;
      inRow = ending[before]! + TOGETHER > best[before]!;
      i--;
      j--;
    } else if (best[at] === best[at - width]) i--;
    else j--;
  }
  return { pairs: pairs.reverse(), weight: best[size - 1]! };
}

/** A row of items and where it stands in the runs that have it. */
export interface Template {
  items: readonly MessageItem[];
  /** The run and the places of the items in it. */
  seen: readonly { run: ItemRun; places: readonly number[] }[];
}

/** A row lighter than this says too little to hurt. */
const LEAST = 1.5;

/** The places of a row in a run; `null` where it is not in it. */
function placesIn(items: ItemRun, run: ItemRun): number[] | null {
  const { pairs } = alignRuns(items, run);
  return pairs.length === items.length ? pairs.map(([, place]) => place) : null;
}

/** What a run has in common with the best sentence of each message, taken up one after the other while enough is left. */
function grow(seed: ItemRun, messages: readonly (readonly ItemRun[])[]): Template | null {
  let items: ItemRun = seed;
  const taken: ItemRun[] = [];
  for (const runs of messages) {
    let best: { run: ItemRun; items: MessageItem[]; weight: number } | null = null;
    for (const run of runs) {
      const { pairs, weight } = alignRuns(items, run);
      if (weight > (best?.weight ?? 0)) best = { run, items: pairs.map(([place]) => items[place]!), weight };
    }
    if (best === null || weightOf(best.items) < LEAST) continue;
    items = best.items;
    taken.push(best.run);
  }
  const seen = taken.flatMap((run) => {
    const places = placesIn(items, run);
    return places === null ? [] : [{ run, places }];
  });
  return seen.length === 0 ? null : { items, seen };
}

export const weightOf = (items: readonly MessageItem[]): number =>
  items.reduce((sum, it) => sum + it.weight, 0);

/** Seeds tried: more only find the same again. */
const SEEDS = 14;

/** Rows of items that several messages share: of all that share something, and of each two. */
export function templatesOf(messages: readonly (readonly ItemRun[])[]): Template[] {
  const found: Template[] = [];
  const add = (template: Template | null): void => {
    if (template !== null && template.seen.length > 1) found.push(template);
  };
  messages.slice(0, SEEDS).forEach((runs, seed) => {
    for (const run of runs) {
      const alone = [[run]];
      const others = messages
        .filter((_, index) => index !== seed)
        .map((it) => ({ it, weight: Math.max(0, ...it.map((other) => alignRuns(run, other).weight)) }))
        .sort((a, b) => b.weight - a.weight)
        .map(({ it }) => it);
      add(grow(run, [...alone, ...others]));
      for (const other of others.slice(0, SEEDS)) add(grow(run, [...alone, other]));
    }
  });
  return found;
}
