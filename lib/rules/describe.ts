import { parsePattern } from './explain';
import type { Lists, Piece, Sequence, SlotName } from './pattern';
import type { PatternProblem } from './problems';
import { NEXT_SYNTAX } from './syntax';

/** One step of a pattern, in the words as they were written. */
export type Phrase =
  | { readonly kind: 'words'; readonly text: string }
  /** The beginning of an English word, with any ending. */
  | { readonly kind: 'stem'; readonly text: string }
  /** Any ending, after a choice or a list. */
  | { readonly kind: 'ending' }
  | { readonly kind: 'forms'; readonly word: string; readonly forms: readonly string[] }
  /** `some`: the first items of the list. */
  | { readonly kind: 'list'; readonly name: string; readonly some: readonly string[] }
  | { readonly kind: 'slot'; readonly name: SlotName }
  | { readonly kind: 'choice'; readonly options: readonly (readonly Phrase[])[]; readonly optional: boolean }
  /** Up to `max` items between what stands before and after. */
  | { readonly kind: 'gap'; readonly min: number; readonly max: number }
  | { readonly kind: 'edge'; readonly side: 'start' | 'end' };

/** What a pattern says. One alternative has to match; all of its parts must stand in one sentence. */
export interface Description {
  readonly alternatives: readonly (readonly (readonly Phrase[])[])[];
  readonly problems: readonly PatternProblem[];
}

/** Items of a list that are named when it is described. */
const SOME = 4;

/** Reads a pattern back to the person who wrote it; a page puts the steps into words of its language. */
export function describePattern(source: string, lists?: Lists): Description {
  const { ast, problems } = parsePattern(source, lists);
  const describe = (sequence: Sequence): Phrase[] => {
    const phrases: Phrase[] = [];
    for (const [index, piece] of sequence.entries()) {
      const phrase = phraseOf(piece, nextStep(sequence, index)?.at);
      const before = phrases.at(-1);
      if (piece.kind === 'ending' && before?.kind === 'words') {
        phrases[phrases.length - 1] = { kind: 'stem', text: before.text };
      } else if (phrase) phrases.push(phrase);
    }
    return phrases;
  };
  const phraseOf = (piece: Piece, next: number | undefined): Phrase | null => {
    switch (piece.kind) {
      case 'text': {
        const text = writtenAt(source, piece.at - 1, next === undefined ? source.length : next - 1);
        return text === '' ? null : { kind: 'words', text };
      }
      case 'gap':
        return { kind: 'gap', min: piece.min, max: piece.max };
      case 'slot':
        return { kind: 'slot', name: piece.name };
      case 'edge':
        return { kind: 'edge', side: piece.side };
      case 'ending':
        return { kind: 'ending' };
      case 'group':
        return { kind: 'choice', options: piece.branches.map(describe), optional: piece.optional };
      case 'list': {
        const items = lists && Object.hasOwn(lists, piece.name) ? (lists[piece.name] ?? []) : [];
        return { kind: 'list', name: piece.name, some: items.slice(0, SOME) };
      }
      case 'forms':
        return { kind: 'forms', word: piece.word, forms: piece.forms };
      default:
        return null;
    }
  };
  return { alternatives: ast.alternatives.map(({ parts }) => parts.map(describe)), problems };
}

/** Spaces and punctuation belong to the words before them. */
const nextStep = (sequence: Sequence, index: number): Piece | undefined =>
  sequence.slice(index + 1).find((it) => it.kind !== 'space' && it.kind !== 'punctuation');

/** The plain characters that begin at a place, without backslashes: the pattern itself holds them folded. */
function writtenAt(source: string, from: number, to: number): string {
  let text = '';
  let at = from;
  do {
    if (source[at] === '\\') at++;
    NEXT_SYNTAX.lastIndex = at + 1;
    const end = Math.min(NEXT_SYNTAX.exec(source)?.index ?? source.length, Math.max(to, at + 1));
    text += source.slice(at, end);
    at = end;
  } while (at < to && source[at] === '\\');
  return text.trim();
}
