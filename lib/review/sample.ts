/** Numbers in [0, 1) that the seed alone decides: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `size` of the items, all with the same chance, in the order they were drawn. */
export function draw<T>(items: ArrayLike<T>, size: number, random: () => number): T[] {
  const left = Array.from(items);
  const drawn: T[] = [];
  const wanted = Math.min(Math.max(0, Math.floor(size)), left.length);
  for (let at = 0; at < wanted; at++) {
    const chosen = at + Math.floor(random() * (left.length - at));
    [left[at], left[chosen]] = [left[chosen]!, left[at]!];
    drawn.push(left[at]!);
  }
  return drawn;
}

/**
 * How many of a sample each stratum gets: shares by size, largest remainders first, none empty while there are places
 * enough, never more than it has.
 */
export function shares(sizes: readonly number[], size: number): number[] {
  const all = sizes.reduce((sum, it) => sum + it, 0);
  const places = Math.min(Math.max(0, Math.floor(size)), all);
  const held = sizes.filter((it) => it > 0).length;
  const least = places >= held ? 1 : 0;
  const exact = sizes.map((it) => (all === 0 ? 0 : (it / all) * places));
  const given = exact.map((it, at) =>
    Math.min(sizes[at]!, Math.max(Math.floor(it), sizes[at]! > 0 ? least : 0)),
  );
  const order = (by: (at: number) => number): number[] =>
    sizes.map((_, at) => at).sort((a, b) => by(b) - by(a) || sizes[b]! - sizes[a]! || a - b);
  let left = places - given.reduce((sum, it) => sum + it, 0);
  while (left !== 0) {
    const step = Math.sign(left);
    const at = order((it) => step * (exact[it]! - given[it]!)).find((it) =>
      step > 0 ? given[it]! < sizes[it]! : given[it]! > least,
    );
    if (at === undefined) break;
    given[at]! += step;
    left -= step;
  }
  return given;
}

/** A sample with a share of every stratum; strata are drawn in the order of their names. */
export function stratified<T>(strata: ReadonlyMap<string, ArrayLike<T>>, size: number, seed: number): T[] {
  const random = seeded(seed);
  const named = [...strata].sort(([a], [b]) => (a < b ? -1 : 1));
  const given = shares(
    named.map(([, items]) => items.length),
    size,
  );
  return named.flatMap(([, items], at) => draw(items, given[at]!, random));
}
