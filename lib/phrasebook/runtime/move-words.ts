import { type Folded, fold, foldedText } from '@/lib/text';
import type { Language, MoveId } from '../vocabulary';
import type { CompiledBook } from './compile';
import { movesIn } from './reading';
import { runsOf } from './words';

/**
 * What short runs of words, and the patterns of the moves, say about the moves of one clause of a draft; learned from
 * labelled drafts. A draft makes a move where at least one of its clauses does.
 */
export interface MoveWords {
  moves: readonly MoveId[];
  /** From this likelihood on each of the moves counts as made. */
  from: readonly number[];
  /** A regular expression for one clause of a text in the language that was learned. */
  clause: string;
  /** Written alike before the runs are taken: a regular expression over folded text, and what stands for it. */
  alike: readonly (readonly [pattern: string, written: string])[];
  /** The same, for a second reading of the clause: words of one kind stand for each other. */
  kinds: readonly (readonly [pattern: string, written: string])[];
  /** One run a line; `#move` stands for a pattern of that move. */
  runs: string;
  /** For each run a signed byte for each move, and at the end one for each move alone; in base64. */
  weights: string;
  /** What a byte is worth. */
  scale: number;
}

type Rewriting = readonly (readonly [RegExp, string])[];

/** The same, ready to be asked. */
export interface CompiledMoveWords {
  moves: readonly MoveId[];
  from: readonly number[];
  clause: RegExp;
  alike: Rewriting;
  kinds: Rewriting;
  index: ReadonlyMap<string, number>;
  weights: Int8Array;
  scale: number;
  /** Clauses read before, with what they say; while typing all but one are the same. */
  known: Map<string, Float64Array>;
}

const rewriting = (pairs: MoveWords['alike']): Rewriting =>
  pairs.map(([pattern, written]) => [new RegExp(pattern, 'g'), written]);

const rewrite = (words: string, pairs: Rewriting): string =>
  pairs.reduce((text, [pattern, written]) => text.replace(pattern, written), words);

export const compileMoveWords = ({
  moves,
  from,
  clause,
  alike,
  kinds,
  runs,
  weights,
  scale,
}: MoveWords): CompiledMoveWords => ({
  moves,
  from,
  clause: new RegExp(clause, 'giu'),
  alike: rewriting(alike),
  kinds: rewriting(kinds),
  index: new Map(runs.split('\n').map((run, at) => [run, at])),
  weights: Int8Array.from(atob(weights), (it) => it.charCodeAt(0)),
  scale,
  known: new Map(),
});

/** What a clause is read by: its runs, numbers and dates written alike, and the moves that a pattern finds in it. */
export const featuresOf = (
  words: string,
  hit: readonly MoveId[],
  language: Language,
  { alike, kinds }: Pick<CompiledMoveWords, 'alike' | 'kinds'>,
): string[] => {
  const written = rewrite(foldedText(fold(words)), alike);
  const kind = rewrite(written, kinds);
  const runs = new Set(
    [written, ...(kind === written ? [] : [kind])].flatMap((it) =>
      runsOf(it, language).map(({ run }) => run),
    ),
  );
  return [...runs, ...hit.map((move) => `#${move}`)];
};

/** How much a pattern counts, and the runs of a clause together, by the root of their number. */
export const PULL = 2;
/** So many clauses are kept; a draft has a few dozen. */
const KEPT = 200;

/** Logarithm of how likely a clause does not make each move. */
const readClause = (
  words: CompiledMoveWords,
  clause: string,
  hit: readonly MoveId[],
  language: Language,
): Float64Array => {
  const key = [clause, ...hit].join('#');
  let said = words.known.get(key);
  if (said !== undefined) return said;
  const { index, weights, scale, moves } = words;
  const count = moves.length;
  const known = featuresOf(clause, hit, language, words).flatMap((it) => {
    const at = index.get(it);
    return at === undefined ? [] : [{ at, pattern: it.startsWith('#') }];
  });
  const pull = PULL / Math.sqrt(Math.max(1, known.filter((it) => !it.pattern).length));
  said = Float64Array.from({ length: count }, (_, move) => {
    let sum = weights[index.size * count + move]!;
    for (const { at, pattern } of known) sum += (pattern ? PULL : pull) * weights[at * count + move]!;
    return -Math.log1p(Math.exp(scale * sum));
  });
  if (words.known.size >= KEPT) words.known.clear();
  words.known.set(key, said);
  return said;
};

/** The clauses of a draft, each with the moves whose patterns lie in it; offsets of hits are UTF-16 units. */
export const readableClauses = (
  draft: string,
  clause: RegExp,
  hits: ReadonlyMap<MoveId, readonly { start: number; end: number }[]>,
): { words: string; hit: MoveId[] }[] =>
  Array.from(draft.matchAll(clause), ({ 0: words, index }) => ({
    words,
    hit: [...hits.keys()].filter((move) =>
      hits.get(move)?.some((it) => it.start < index + words.length && it.end > index),
    ),
  }));

/**
 * How likely a draft makes each move, 0 … 1, of those that are likely enough to count: by patterns and words together
 * where the book has learned the move, else 1 where a pattern finds it. `movesIn` says where the patterns are.
 */
export const movesMade = (book: CompiledBook, folded: Folded): Map<MoveId, number> => {
  const hits = movesIn(book, folded);
  const words = book.moveWords;
  const made = new Map([...hits.keys()].map((move) => [move, 1]));
  if (words === null) return made;
  const silent = new Float64Array(words.moves.length);
  for (const { words: clause, hit } of readableClauses(folded.text, words.clause, hits)) {
    readClause(words, clause, hit, book.language).forEach((it, move) => {
      silent[move]! += it;
    });
  }
  words.moves.forEach((move, at) => {
    const likely = -Math.expm1(silent[at]!);
    if (likely >= words.from[at]!) made.set(move, likely);
    else made.delete(move);
  });
  return made;
};
