import { isWordUnit } from '@/lib/text';
import type { ListSource } from './expand';
import { NUMBER_FIRST_UNITS } from './number';
import type { Piece, Sequence } from './pattern';
import { SLOT_ITEMS, SLOT_LIST } from './slots';

/** What can be told of a pattern's matches without running it: how long, how they begin, whether they cross sentences. */

const BLOOM_BITS = 512;

/** The bit of a unit in a bloom filter. */
export function bloomBit(unit: number): number {
  return (unit ^ (unit >>> 9)) & (BLOOM_BITS - 1);
}

type Outcome = 'certain' | 'passes' | 'unknown';

/** How every match of a pattern opens: with one of some words, or with a number. */
export interface Opening {
  readonly texts: readonly string[];
  readonly number: boolean;
}

/** The opening of a sequence, or null if it cannot be told. Of longer texts the first words are enough. */
export function openingOf(sequence: Sequence, lists: ListSource): Opening | null {
  const texts = new Set<string>();
  const found = { number: false };
  return addOpenings(sequence, texts, found, lists) === 'certain'
    ? { texts: [...texts], number: found.number }
    : null;
}

function addOpenings(
  sequence: Sequence,
  texts: Set<string>,
  found: { number: boolean },
  lists: ListSource,
): Outcome {
  for (const piece of sequence) {
    let outcome: Outcome = 'unknown';
    let branches: readonly Sequence[] | null = null;
    if (piece.kind === 'text') {
      texts.add(piece.marked);
      outcome = 'certain';
    } else if (piece.kind === 'forms') {
      for (const form of piece.forms) texts.add(form);
      outcome = 'certain';
    } else if (piece.kind === 'space' || piece.kind === 'punctuation') outcome = 'passes';
    else if (piece.kind === 'edge') outcome = piece.side === 'start' ? 'passes' : 'unknown';
    else if (piece.kind === 'list') branches = lists.branches(piece.name);
    else if (piece.kind === 'group') branches = piece.branches;
    else if (piece.kind === 'slot' && (piece.name === 'time' || piece.name === 'money')) {
      branches = lists.branches(SLOT_LIST[piece.name]);
    } else if (piece.kind === 'slot' && piece.name !== 'any') {
      found.number = true;
      outcome = 'certain';
    }
    if (branches) {
      outcome = 'certain';
      for (const branch of branches) {
        const inner = addOpenings(branch, texts, found, lists);
        if (inner === 'unknown') return 'unknown';
        if (inner === 'passes') outcome = 'passes';
      }
      if (piece.kind === 'group' && piece.optional) outcome = 'passes';
    }
    if (outcome !== 'passes') return outcome;
  }
  return 'passes';
}

/** Bloom filter of the first units of an opening, in words of 32 bits. */
export function firstUnits({ texts, number }: Opening): Uint32Array {
  const bloom = new Uint32Array(BLOOM_BITS / 32);
  const add = (text: string) => {
    const bit = bloomBit(text.charCodeAt(0));
    bloom[bit >>> 5]! |= 1 << (bit & 31);
  };
  texts.forEach(add);
  if (number) NUMBER_FIRST_UNITS.forEach(add);
  return bloom;
}

/** Most items (Chinese characters, words or numbers) a sequence may cover. */
export function itemsOf(sequence: Sequence, lists: ListSource): number {
  let items = 0;
  for (const piece of sequence) items += itemsOfPiece(piece, lists);
  return items;
}

function itemsOfPiece(piece: Piece, lists: ListSource): number {
  switch (piece.kind) {
    case 'text':
      return itemsOfText(piece.marked);
    case 'forms':
      return 1;
    case 'gap':
      return piece.max;
    case 'slot':
      return SLOT_ITEMS[piece.name];
    case 'list':
      return lists.items(piece.name);
    case 'group':
      return Math.max(0, ...piece.branches.map((branch) => itemsOf(branch, lists)));
    default:
      return 0;
  }
}

function itemsOfText(marked: string): number {
  let items = 0;
  let inWord = false;
  for (let at = 0; at < marked.length; at++) {
    const unit = marked.charCodeAt(at);
    const word = isWordUnit(unit);
    if (unit > 32 && !(word && inWord)) items++;
    inWord = word;
  }
  return items;
}

/** Whether a full stop inside the pattern lets a match span two sentences. */
export function crossesSentences(sequence: Sequence, lists: ListSource): boolean {
  return sequence.some((piece) => {
    if (piece.kind === 'punctuation') return piece.strength === 3;
    if (piece.kind === 'text') return piece.marked.includes('\u0003');
    if (piece.kind === 'group') return piece.branches.some((branch) => crossesSentences(branch, lists));
    return (
      piece.kind === 'list' && lists.branches(piece.name).some((branch) => crossesSentences(branch, lists))
    );
  });
}
