import { suggestOffers } from '@/lib/offers';
import {
  type Book,
  type Category,
  type CompiledBook,
  type Language,
  MOVES,
  type MoveId,
  type ScenarioId,
  SEVERITIES,
} from '@/lib/phrasebook';
import { type CheckResult, check, type Flag, guessScenarios } from '@/lib/reply';
import type { CustomerMessage, Draft, PairLine } from './labelled';

const MEDIUM = SEVERITIES.indexOf('medium');

/** A draft with what the books say about it. */
export interface Judged<T> {
  of: T;
  result: CheckResult;
  /** Flags of `medium` and above: what an agent sees underlined. */
  loud: Flag[];
  /** Anything at all, `low` flags and notices included. */
  noticed: boolean;
  /** Whether the trained model, asked alone, marks anything; missing where it was not asked. */
  suspected?: boolean;
  /** Loud flags that the trained model leaves loud; missing where it was not asked. */
  confirmed?: Flag[];
}

export const isLoud = (it: Flag): boolean => SEVERITIES.indexOf(it.severity) >= MEDIUM;

const judge = <T>(of: T, result: CheckResult): Judged<T> => ({
  of,
  result,
  loud: result.flags.filter(isLoud),
  noticed: result.flags.length > 0 || result.notices.length > 0,
});

export const judgeDraft = (books: readonly CompiledBook[], draft: Draft): Judged<Draft> =>
  judge(draft, check(books, draft.text, { customer: draft.customer, language: draft.language }));

export const judgeText = <T extends { text: string }>(
  books: readonly CompiledBook[],
  it: T,
  language?: Language,
): Judged<T> => judge(it, check(books, it.text, { customer: [], language }));

export interface Guessed {
  of: CustomerMessage;
  guesses: { id: ScenarioId; words: string[] }[];
  /** What each of the first scripts on offer is for. */
  offered: (readonly ScenarioId[])[];
}

/** So many scripts are seen without scrolling. */
const SEEN = 3;

/** Guesses what a message is about and what the panel would offer for it first. */
export const guess = (
  { books, compiled }: { books: readonly Book[]; compiled: readonly CompiledBook[] },
  of: CustomerMessage,
): Guessed => {
  const { language } = of;
  const guesses = guessScenarios(compiled, [of.text], { language });
  const shelf = { books, uses: new Map<string, number>(), authority: 'agent' as const };
  const nothing = { moves: [], movesSaid: [], said: [], market: null, tone: null, fault: null };
  return {
    of,
    guesses: guesses.map(({ id, evidence }) => ({ id, words: evidence.map(({ text }) => text) })),
    offered: suggestOffers(shelf, { ...nothing, language, scenarios: guesses }, SEEN).map(
      ({ script }) => script.scenario,
    ),
  };
};

/** So many of so many; `share` is `null` where there are none. */
export interface Share {
  count: number;
  of: number;
  share: number | null;
}

export const share = <T>(items: readonly T[], holds: (it: T) => boolean): Share => {
  const count = items.filter(holds).length;
  return { count, of: items.length, share: items.length === 0 ? null : count / items.length };
};

interface Span {
  start: number;
  end: number;
}

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Common characters over all characters of both spans. */
const likeness = (a: Span, b: Span): number =>
  overlap(a, b) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));

interface JudgedLabel {
  category: Category;
  /** The loud flag that fits the label best, if any touches it. */
  flag?: Flag;
  likeness: number;
}

const judgeLabels = (judged: Judged<Draft>): JudgedLabel[] =>
  judged.of.labels.map((label) => {
    let flag: Flag | undefined;
    let best = 0;
    for (const it of judged.loud) {
      const like = likeness(it, label);
      if (overlap(it, label) > 0 && like > best) {
        flag = it;
        best = like;
      }
    }
    return { category: label.category, flag, likeness: best };
  });

export interface DraftFigures {
  /** Taboo drafts with a loud flag; with anything, `low` and notices included. */
  recall: Share;
  recallWithLow: Share;
  clean: Share;
  cleanWithLow: Share;
  hardClean: Share;
  hardCleanWithLow: Share;
  /** Labels that a loud flag touches. */
  labelsFound: Share;
  /** Of those, labels whose flag has the label's category. */
  rightCategory: Share;
  /** Mean likeness (intersection over union, in characters) of found labels and their flags. */
  spanOverlap: number | null;
}

export const draftFigures = (drafts: readonly Judged<Draft>[]): DraftFigures => {
  const kind = (it: Draft['kind']): Judged<Draft>[] => drafts.filter((one) => one.of.kind === it);
  const loud = (it: Judged<Draft>): boolean => it.loud.length > 0;
  const noticed = (it: Judged<Draft>): boolean => it.noticed;
  const taboo = kind('taboo');
  const clean = kind('clean');
  const hard = kind('hard-clean');
  const labels = drafts.flatMap(judgeLabels);
  const found = labels.filter((it) => it.flag !== undefined);
  return {
    recall: share(taboo, loud),
    recallWithLow: share(taboo, noticed),
    clean: share(clean, loud),
    cleanWithLow: share(clean, noticed),
    hardClean: share(hard, loud),
    hardCleanWithLow: share(hard, noticed),
    labelsFound: share(labels, (it) => it.flag !== undefined),
    rightCategory: share(found, (it) => it.flag?.category === it.category),
    spanOverlap: found.length === 0 ? null : found.reduce((sum, it) => sum + it.likeness, 0) / found.length,
  };
};

export interface CategoryFigures {
  /** Labels of the category that a loud flag touches. */
  found: Share;
  /** Of those, flagged with this category. */
  right: Share;
  /** Flags of this category in clean and hard-clean drafts. */
  falseAlarms: number;
}

export const categoryFigures = (drafts: readonly Judged<Draft>[], category: Category): CategoryFigures => {
  const labels = drafts.flatMap(judgeLabels).filter((it) => it.category === category);
  const found = labels.filter((it) => it.flag !== undefined);
  const innocent = drafts.filter((it) => it.of.kind !== 'taboo').flatMap((it) => it.loud);
  return {
    found: share(labels, (it) => it.flag !== undefined),
    right: share(found, (it) => it.flag?.category === category),
    falseAlarms: innocent.filter((it) => it.category === category).length,
  };
};

export interface MoveFigures {
  truePositive: number;
  falsePositive: number;
  falseNegative: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

export const moveFigures = (drafts: readonly Judged<Draft>[], move: MoveId): MoveFigures => {
  const labelled = drafts.filter((it) => it.of.moves !== undefined);
  const count = (said: boolean, seen: boolean): number =>
    labelled.filter((it) => it.of.moves?.includes(move) === said && it.result.moves.includes(move) === seen)
      .length;
  const truePositive = count(true, true);
  const falsePositive = count(false, true);
  const falseNegative = count(true, false);
  const ratio = (a: number, b: number): number | null => (b === 0 ? null : a / b);
  return {
    truePositive,
    falsePositive,
    falseNegative,
    precision: ratio(truePositive, truePositive + falsePositive),
    recall: ratio(truePositive, truePositive + falseNegative),
    f1: ratio(2 * truePositive, 2 * truePositive + falsePositive + falseNegative),
  };
};

export const allMoveFigures = (drafts: readonly Judged<Draft>[]): Record<MoveId, MoveFigures> =>
  Object.fromEntries(MOVES.map((it) => [it, moveFigures(drafts, it)])) as Record<MoveId, MoveFigures>;

export interface ScenarioFigures {
  top1: Share;
  top3: Share;
  /** Messages in which no cue was found. */
  silent: Share;
  /** Of the messages whose scenario comes first: those for which each of the first three scripts is meant for it. */
  scriptsFit: Share;
}

export const scenarioFigures = (guessed: readonly Guessed[]): ScenarioFigures => ({
  top1: share(guessed, (it) => it.guesses[0]?.id === it.of.scenario),
  top3: share(guessed, (it) => it.guesses.slice(0, 3).some((one) => one.id === it.of.scenario)),
  silent: share(guessed, (it) => it.guesses.length === 0),
  scriptsFit: share(
    guessed.filter((it) => it.guesses[0]?.id === it.of.scenario),
    (it) => it.offered.length > 0 && it.offered.every((scenarios) => scenarios.includes(it.of.scenario)),
  ),
});

export interface PairFigures {
  offending: Share;
  offendingWithLow: Share;
  innocent: Share;
  innocentWithLow: Share;
}

export const pairFigures = (lines: readonly Judged<PairLine>[]): PairFigures => {
  const bad = lines.filter((it) => it.of.offends);
  const good = lines.filter((it) => !it.of.offends);
  return {
    offending: share(bad, (it) => it.loud.length > 0),
    offendingWithLow: share(bad, (it) => it.noticed),
    innocent: share(good, (it) => it.loud.length > 0),
    innocentWithLow: share(good, (it) => it.noticed),
  };
};
