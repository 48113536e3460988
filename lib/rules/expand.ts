import { isWordUnit } from '@/lib/text';
import { type Literal, mark, toLiteral } from './marked';
import type { Piece, Sequence } from './pattern';
import { bitsOf } from './rarity';

/** Largest set of fixed words one piece may stand for. */
export const MAX_LITERALS = 400;
/** Largest set that a run of several pieces may multiply to. */
const MAX_PRODUCT = 64;
/** An anchor inside words makes every scan slower, so it is the last resort. */
const MID_WORD_PENALTY = 30;
/** Looks up the parsed branches of a list. */
export interface ListSource {
  branches(name: string): readonly Sequence[];
  /** The marked texts of a list, remembered; null if they are not finite or too many. */
  texts(name: string): readonly string[] | null;
  /** Most items a match of the list may cover. */
  items(name: string): number;
}

/** Every marked text a piece may stand for, or null if that is not a short finite set. */
export function textsOfPiece(piece: Piece, lists: ListSource): readonly string[] | null {
  switch (piece.kind) {
    case 'text':
      return [piece.marked];
    case 'space':
      return [' '];
    case 'punctuation':
      return [mark(piece.strength)];
    case 'forms':
      return piece.forms;
    case 'list':
      return lists.texts(piece.name);
    case 'group': {
      const texts = textsOfBranches(piece.branches, lists);
      return texts && piece.optional ? [...texts, ''] : texts;
    }
    default:
      return null;
  }
}

/** Every marked text some branches may stand for, or null. */
export function textsOfBranches(branches: readonly Sequence[], lists: ListSource): string[] | null {
  const all: string[] = [];
  for (const branch of branches) {
    const texts = textsOfRun(branch, 0, branch.length, lists, MAX_LITERALS);
    if (!texts || all.length + texts.length > MAX_LITERALS) return null;
    all.push(...texts);
  }
  return all;
}

function textsOfRun(
  sequence: Sequence,
  from: number,
  to: number,
  lists: ListSource,
  limit: number,
): readonly string[] | null {
  let run: readonly string[] = [''];
  for (let at = from; at < to; at++) {
    const texts = textsOfPiece(sequence[at]!, lists);
    if (!texts || run.length * texts.length > limit) return null;
    run = product(run, texts);
  }
  return run;
}

/** Every text of the first set followed by every text of the second. */
function product(heads: readonly string[], tails: readonly string[]): readonly string[] {
  if (heads.length === 1 && heads[0] === '') return tails;
  const all: string[] = [];
  for (const head of heads) for (const tail of tails) all.push(head + tail);
  return all;
}

/** All literals of a whole sequence if there are at most `limit`, else null. */
export function literalsOf(sequence: Sequence, lists: ListSource, limit: number): Literal[] | null {
  const texts = textsOfRun(sequence, 0, sequence.length, lists, limit);
  if (!texts) return null;
  const literals = new Map<string, Literal>();
  for (const text of texts) {
    const literal = toLiteral(trimmed(text));
    if (!literal) return null;
    if (!literals.has(literal.units) || literal.allow) literals.set(literal.units, literal);
  }
  return [...literals.values()];
}

function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return text.slice(from, to);
}

/** Words one of which stands in every match. */
export interface Anchor {
  readonly words: readonly string[];
  /** The piece of the sequence the words begin with. */
  readonly from: number;
  /** Whether the words may begin inside an English word, as "fund" in (re|)fund. */
  readonly midWord: boolean;
  /** How telling the words are, in bits; the higher, the fewer false candidates. */
  readonly score: number;
}

/** The most telling set of words that every match of the sequence must contain, or null if nothing is certain. */
export function bestAnchor(sequence: Sequence, lists: ListSource): Anchor | null {
  const texts = sequence.map((piece) => textsOfPiece(piece, lists));
  let best: Anchor | null = null;
  for (let from = 0; from < sequence.length; from++) {
    if (!mayBegin(sequence[from]!)) continue;
    let run: readonly string[] = [''];
    for (let to = from + 1; to <= sequence.length; to++) {
      const next = texts[to - 1];
      const limit = to - from === 1 ? MAX_LITERALS : MAX_PRODUCT;
      if (!next || run.length * next.length > limit) break;
      run = product(run, next);
      if (!mayBegin(sequence[to - 1]!)) continue;
      const words = anchorWords(run);
      if (!words) continue;
      const midWord = mayBeMidWord(sequence[from - 1], words);
      const score = telling(words) - (midWord ? MID_WORD_PENALTY : 0);
      if (!best || score > best.score) best = { words, from, midWord, score };
    }
  }
  return best;
}

/** Words that directly follow a group or list may continue a word of it. */
function mayBeMidWord(before: Piece | undefined, words: readonly string[]): boolean {
  if (before?.kind !== 'group' && before?.kind !== 'list') return false;
  return words.some((word) => isWordUnit(word.charCodeAt(0)));
}

function mayBegin(piece: Piece): boolean {
  return piece.kind !== 'space' && piece.kind !== 'punctuation';
}

/** The words of a run as they stand in a folded text; spaces and punctuation at their edges decide nothing. */
function anchorWords(texts: readonly string[]): string[] | null {
  if (texts.length === 0) return null;
  const words = new Set<string>();
  for (const text of texts) {
    const literal = toLiteral(trimmed(text));
    if (!literal) return null;
    words.add(beginningOf(literal.units));
  }
  return [...words];
}

/** As much of an anchor as is looked for, in units: the rest is seen by the verification and would cost states. */
const MOST_LATIN = 10;
const MOST_HAN = 3;

function beginningOf(words: string): string {
  const most = isWordUnit(words.charCodeAt(0)) ? MOST_LATIN : MOST_HAN;
  return words.length <= most ? words : words.slice(0, most).trimEnd();
}

/** −log₂ of how often any of the words is met by chance, less a little for the size of the set. */
function telling(words: readonly string[]): number {
  let chance = 0;
  for (const word of words) chance += 2 ** -bitsOf(word);
  return -Math.log2(chance) - Math.log2(words.length) / 2;
}

/** One of the anchor's words if all are single Chinese characters: nothing longer is certain in the pattern. */
export function loneCharacter({ words }: Anchor): string | undefined {
  return words.every((word) => word.length === 1 && word > '\u007f') ? words[0] : undefined;
}
