import { compileRules, type Lists, type PatternRule } from '@/lib/rules';
import { fold, foldedText } from '@/lib/text';
import { templatesOf } from './propose-align';
import { itemRuns, plainMessage } from './propose-items';
import { type Draft, draftsOf, listedWords, windowsOf } from './propose-write';
import { type Span, withMark } from './try-examples';

/** Messages to make a pattern of. */
export interface Wanted {
  /** Should be caught; `[[ ]]` around the words that hurt helps. */
  bad: readonly string[];
  /** Must be spared. */
  good: readonly string[];
  lists: Lists;
  /** What else is known to be harmless; a pattern that hits much of it comes late. */
  ordinary?: readonly string[];
}

/** Patterns that catch some of the bad messages and none of the good ones. */
export interface Proposal {
  patterns: readonly string[];
  /** For each bad message the words that are hit; `null`: it is not caught. */
  caught: readonly (Span | null)[];
  /** Harmless messages that are hit all the same. */
  ordinary: number;
}

/** Most messages of each kind that are looked at, and units of each. */
export const PROPOSE_LIMITS = { bad: 40, good: 200, ordinary: 2000, length: 600 } as const;

const SHOWN = 6;
/** Patterns of one proposal. */
const TOGETHER = 4;
/** Drafts tried by the engine: the heaviest of all. */
const TRIED = 240;

/** Words that weigh less hit too much; they are proposed where there is nothing else. */
const TELLING = 2;

const foldedPattern = (pattern: string): string =>
  pattern.replace(/\p{Script=Han}+/gu, (it) => foldedText(fold(it)));

interface Tested extends Draft {
  caught: (Span | null)[];
  ordinary: number;
}

const caughtIn = ({ caught }: Pick<Proposal, 'caught'>): number => caught.filter((it) => it !== null).length;

/** What the engine makes of each draft; those that cannot be read or hit a good message are left out. */
function test(
  drafts: readonly Draft[],
  lists: Lists,
  bad: readonly string[],
  good: readonly string[],
  ordinary: readonly string[],
): Tested[] {
  const rules: PatternRule[] = drafts.map(({ pattern }, index) => ({ id: `${index}`, flag: [pattern] }));
  const { matcher, problems } = compileRules(rules, lists);
  const unread = new Set(problems.filter((it) => it.key === 'flag').map((it) => it.rule));
  const tested: Tested[] = drafts.map((it) => ({ ...it, caught: bad.map(() => null), ordinary: 0 }));
  const hits = (text: string) => matcher.scan(text, { overlaps: true, budget: 4_000_000 }).hits;
  bad.forEach((text, message) => {
    for (const { rule, start, end } of hits(text)) {
      const { caught } = tested[rule]!;
      caught[message] ??= { start, end };
    }
  });
  const harmful = new Set<number>();
  for (const text of good) for (const { rule } of hits(text)) harmful.add(rule);
  for (const text of ordinary) {
    for (const rule of new Set(hits(text).map((it) => it.rule))) tested[rule]!.ordinary++;
  }
  return tested.filter((it, index) => caughtIn(it) > 0 && !harmful.has(index) && !unread.has(`${index}`));
}

const better = (a: Tested, b: Tested): number =>
  caughtIn(b) - caughtIn(a) ||
  a.ordinary - b.ordinary ||
  b.quality - a.quality ||
  a.pattern.length - b.pattern.length ||
  (a.pattern < b.pattern ? -1 : 1);

/** Several patterns that together catch more than the best alone. */
function joint(tested: readonly Tested[]): Proposal | null {
  const chosen: Tested[] = [];
  const caught: (Span | null)[] = tested[0]?.caught.map(() => null) ?? [];
  const adds = (it: Tested): number =>
    it.caught.filter((span, at) => span !== null && caught[at] === null).length;
  while (chosen.length < TOGETHER) {
    let best: Tested | undefined;
    for (const it of tested) if (adds(it) > (best === undefined ? 0 : adds(best))) best = it;
    if (best === undefined) break;
    chosen.push(best);
    best.caught.forEach((span, at) => {
      caught[at] ??= span;
    });
  }
  if (chosen.length < 2) return null;
  const ordinary = Math.max(...chosen.map((it) => it.ordinary));
  return { patterns: chosen.map((it) => it.pattern), caught, ordinary };
}

/**
 * Proposes patterns out of messages: words that the bad ones share and their order, with gaps, wordings and lists where
 * they differ. The best come first. Every proposal was tried by the engine: it catches what it says and spares every good
 * message.
 */
export function proposePatterns({ bad, good, lists, ordinary = [] }: Wanted): Proposal[] {
  const cut = (texts: readonly string[], most: number): string[] =>
    texts.slice(0, most).map((it) => it.slice(0, PROPOSE_LIMITS.length));
  const wanted = cut(bad, PROPOSE_LIMITS.bad);
  const runs = wanted.map(itemRuns);
  const templates = wanted.length === 1 ? windowsOf(runs[0] ?? []) : templatesOf(runs);
  const words = listedWords(lists);
  const drafts = new Map<string, Draft>();
  for (const template of templates) {
    for (const draft of draftsOf(template, words)) {
      // Written in either script it is the same pattern.
      const key = foldedPattern(draft.pattern);
      const known = drafts.get(key);
      if (known === undefined || known.quality < draft.quality) drafts.set(key, draft);
    }
  }
  const tried = [...drafts.values()].sort((a, b) => b.quality - a.quality).slice(0, TRIED);
  const all = test(
    tried,
    lists,
    wanted.map(plainMessage),
    cut(good, PROPOSE_LIMITS.good).map(plainMessage),
    cut(ordinary, PROPOSE_LIMITS.ordinary),
  ).sort(better);
  const telling = all.filter((it) => it.fixed >= TELLING);
  const tested = telling.length > 0 ? telling : all;
  const single = distinct(tested).map(
    ({ pattern, caught, ordinary: harmless }): Proposal => ({
      patterns: [pattern],
      caught,
      ordinary: harmless,
    }),
  );
  const together = joint(tested);
  const best = single[0];
  if (together === null || (best && caughtIn(best) >= caughtIn(together))) return single.slice(0, SHOWN);
  return [together, ...single.slice(0, SHOWN - 1)];
}

/** At most two proposals that hit the very same words of the same messages: they differ in nothing one can see. */
function distinct(tested: readonly Tested[]): Tested[] {
  const seen = new Map<string, number>();
  return tested.filter(({ caught }) => {
    const key = JSON.stringify(caught);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count < 2;
  });
}

/** A bad message as an example of the rule that came of it: what is hit is marked. */
export const asExample = (message: string, span: Span | null): string => {
  const text = plainMessage(message);
  return span === null ? text : withMark(text, span);
};
