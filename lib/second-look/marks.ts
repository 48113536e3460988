import type { Suspicion } from '@/lib/classifier';
import { type Edit, mapSpan, type Span } from '@/lib/composer';

/** A clause the model doubts, where it stands in the draft now; UTF-16 units. */
export interface LookMark extends Pick<Suspicion, 'category' | 'score' | 'probability'> {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The words that weigh most, in units of `text`. */
  readonly words: readonly Span[];
  /** See `clauseName`. */
  readonly name: string;
}

/** Marks after an edit of the draft; a clause whose words were touched is another clause. */
export const moved = (marks: readonly LookMark[], edit: Edit | null): readonly LookMark[] =>
  edit === null
    ? marks
    : marks.flatMap((mark) => {
        const span = mapSpan(mark, edit);
        // Words typed directly behind a clause go on with it.
        const grown = edit.start === mark.end && edit.inserted > 0;
        return span === null || grown ? [] : [{ ...mark, ...span }];
      });

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Marks that may be shown: no rule says anything about their clause, and nobody said it was fine. */
export const settledAway = (
  marks: readonly LookMark[],
  flags: readonly Span[],
  isFine: (name: string) => boolean,
): readonly LookMark[] => {
  const left = marks.filter((mark) => !flags.some((flag) => overlaps(flag, mark)) && !isFine(mark.name));
  return left.length === marks.length ? marks : left;
};

/** A draft in pieces that are read in a millisecond each, cut behind sentences where there are any. */
export const piecesOf = (draft: string, most = 2000): Span[] => {
  const pieces: Span[] = [];
  for (let start = 0; start < draft.length; ) {
    let end = Math.min(draft.length, start + most);
    if (end < draft.length) {
      const cut = Math.max(
        ...['\n', '。', '！', '？', '. ', '! ', '? '].map((it) => draft.lastIndexOf(it, end - 1)),
      );
      if (cut > start) end = cut + 1;
    }
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
};
