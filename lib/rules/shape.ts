import { isWordUnit } from '@/lib/text';
import type { ListSource } from './expand';
import { NUMBER_FIRST_UNITS } from './number';
import type { Piece, Sequence, SlotName } from './pattern';
import { SLOT_ITEMS, SLOT_LIST } from './slots';

/** What can be told of a pattern's matches without running it: how long, how they begin, whether they cross sentences. */

/** Bloom filter over the low byte of the first unit of a match, 8 words of 32 bits; null if anything may come first. */
export function firstUnits(sequence: Sequence, lists: ListSource): Uint32Array | null {
  const bloom = new Uint32Array(8);
  return addFirst(sequence, bloom, lists) === 'certain' ? bloom : null;
}

type Outcome = 'certain' | 'passes' | 'unknown';

/** Adds the possible first units of a sequence; whether a first unit is certain, may lie further on, or is unknowable. */
function addFirst(sequence: Sequence, bloom: Uint32Array, lists: ListSource): Outcome {
  for (const piece of sequence) {
    let outcome: Outcome = 'unknown';
    if (piece.kind === 'text') outcome = addWords([piece.marked], bloom);
    else if (piece.kind === 'forms') outcome = addWords(piece.forms, bloom);
    else if (piece.kind === 'space' || piece.kind === 'punctuation') outcome = 'passes';
    else if (piece.kind === 'edge') outcome = piece.side === 'start' ? 'passes' : 'unknown';
    else if (piece.kind === 'slot') outcome = addSlot(piece.name, bloom, lists);
    else if (piece.kind === 'list') outcome = addBranches(lists.branches(piece.name), bloom, lists);
    else if (piece.kind === 'group') {
      outcome = addBranches(piece.branches, bloom, lists);
      if (outcome === 'certain' && piece.optional) outcome = 'passes';
    }
    if (outcome !== 'passes') return outcome;
  }
  return 'passes';
}

function addWords(words: readonly string[], bloom: Uint32Array): 'certain' {
  for (const word of words) {
    const unit = word.charCodeAt(0);
    bloom[(unit & 255) >> 5]! |= 1 << (unit & 31);
  }
  return 'certain';
}

function addSlot(name: SlotName, bloom: Uint32Array, lists: ListSource): Outcome {
  if (name === 'any') return 'unknown';
  if (name === 'money' || name === 'time') return addBranches(lists.branches(SLOT_LIST[name]), bloom, lists);
  return addWords([...NUMBER_FIRST_UNITS], bloom);
}

function addBranches(branches: readonly Sequence[], bloom: Uint32Array, lists: ListSource): Outcome {
  let all: Outcome = 'certain';
  for (const branch of branches) {
    const outcome = addFirst(branch, bloom, lists);
    if (outcome === 'unknown') return 'unknown';
    if (outcome === 'passes') all = 'passes';
  }
  return all;
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
