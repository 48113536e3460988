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
export function tightest(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const byPattern = [...candidates].sort(
    (a, b) => a.rule - b.rule || a.pattern - b.pattern || a.from - b.from,
  );
  if (!byPattern.some((it, index) => index > 0 && collide(byPattern[index - 1]!, it))) return byPattern;
  const kept: Candidate[] = [];
  for (let from = 0; from < byPattern.length; ) {
    let to = from + 1;
    while (to < byPattern.length && samePattern(byPattern[from]!, byPattern[to]!)) to++;
    kept.push(...keepApart(byPattern.slice(from, to), (a, b) => a.cost - b.cost || longestFirst(a, b)));
    from = to;
  }
  return kept;
}

function samePattern(a: Candidate, b: Candidate): boolean {
  return a.rule === b.rule && a.pattern === b.pattern;
}

function collide(a: Candidate, b: Candidate): boolean {
  return samePattern(a, b) && b.from < a.to;
}

/** Between rules: highest rank, then longest, then earliest. */
export function strongest(candidates: readonly Candidate[]): readonly Candidate[] {
  return keepApart(candidates, (a, b) => b.rank - a.rank || longestFirst(a, b) || a.rule - b.rule);
}

/** Takes candidates in order, leaving out those that overlap one already taken. */
function keepApart(candidates: readonly Candidate[], order: Order): readonly Candidate[] {
  const byPlace = [...candidates].sort((a, b) => a.from - b.from || b.to - a.to);
  // Candidates that touch, directly or through others, form a group; most are alone.
  const kept: Candidate[] = [];
  let group: Candidate[] = [];
  let end = 0;
  for (const it of byPlace) {
    if (it.from >= end && group.length > 0) {
      kept.push(...settle(group, order));
      group = [];
    }
    group.push(it);
    end = Math.max(end, it.to);
  }
  kept.push(...settle(group, order));
  return kept;
}

function settle(group: Candidate[], order: Order): readonly Candidate[] {
  if (group.length < 2) return group;
  const taken: Candidate[] = [];
  for (const it of group.sort(order)) {
    if (!taken.some((other) => other.from < it.to && it.from < other.to)) taken.push(it);
  }
  return taken;
}
