import type { CompiledBook } from '@/lib/phrasebook/runtime';
import { fold } from '@/lib/text';
import { booksFor, type LanguageHints } from './languages';

/** A promise in a text; offsets are UTF-16 units. `dated` carries its time in its words, `vague` does not. */
export interface CommitmentHit {
  rule: string;
  kind: 'dated' | 'vague';
  start: number;
  end: number;
  text: string;
}

/** The promises a text makes, the longest of overlapping ones, dated before vague; sorted by start. */
export const commitmentsIn = (
  books: readonly CompiledBook[],
  text: string,
  hints: LanguageHints = {},
): CommitmentHit[] => {
  const folded = fold(text);
  const found = booksFor(books, text, hints).flatMap((book) =>
    book.commitments.scan(folded, { overlaps: true }).hits.flatMap((hit): CommitmentHit[] => {
      const it = book.commitmentOf.get(hit.id);
      const { start, end } = hit;
      return it === undefined
        ? []
        : [{ rule: it.id, kind: it.kind, start, end, text: text.slice(start, end) }];
    }),
  );
  found.sort(
    (a, b) =>
      Number(b.kind === 'dated') - Number(a.kind === 'dated') ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  const kept: CommitmentHit[] = [];
  for (const hit of found) {
    if (kept.every((it) => hit.end <= it.start || hit.start >= it.end)) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
};
