/** A hit while it is being weighed; positions are folded units. */
export interface Candidate {
  readonly rule: number;
  readonly pattern: number;
  readonly from: number;
  readonly to: number;
  /** How many items its gaps took. */
  readonly cost: number;
  readonly rank: number;
}

type Order = (a: Candidate, b: Candidate) => number;

const longestFirst: Order = (a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from;

/** Within one pattern the tightest wording counts: least taken up by gaps, then longest, then earliest. */
export function tightest(candidates: readonly Candidate[], units: number): Candidate[] {
  const byPattern = new Map<string, Candidate[]>();
  for (const it of candidates) {
    const key = `${it.rule}/${it.pattern}`;
    const group = byPattern.get(key);
    if (group) group.push(it);
    else byPattern.set(key, [it]);
  }
  return [...byPattern.values()].flatMap((group) =>
    group.length === 1 ? group : keepApart(group, units, (a, b) => a.cost - b.cost || longestFirst(a, b)),
  );
}

/** Between rules: highest rank, then longest, then earliest. */
export function strongest(candidates: readonly Candidate[], units: number): Candidate[] {
  return candidates.length < 2
    ? [...candidates]
    : keepApart(candidates, units, (a, b) => b.rank - a.rank || longestFirst(a, b) || a.rule - b.rule);
}

/** Takes candidates in order, leaving out those that overlap one already taken. */
function keepApart(candidates: readonly Candidate[], units: number, order: Order): Candidate[] {
  const taken = new Uint8Array(units);
  return [...candidates].sort(order).filter(({ from, to }) => {
    for (let at = from; at < to; at++) if (taken[at] === 1) return false;
    taken.fill(1, from, to);
    return true;
  });
}
