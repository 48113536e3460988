import type { Section } from '@/lib/phrasebook';
import { sentences } from '@/lib/text';
import { type Edit, type Entry, fieldAt, fieldEdit, type Span, withMark } from '@/lib/workbench';

/** Longest text of an example in a book. */
const LONGEST = 600;

/** The part of a message that an example is made of: all of it, or the sentence with the words where it is too long. */
function partAround(text: string, { start, end }: Span): Span {
  if (text.length <= LONGEST - 4) return { start: 0, end: text.length };
  const sentence = sentences(text).find((it) => it.start <= start && it.end >= end);
  if (sentence && sentence.end - sentence.start <= LONGEST - 4) return sentence;
  const from = Math.max(0, Math.min(start, end - LONGEST / 2));
  return { start: from, end: Math.min(text.length, from + LONGEST / 2) };
}

/** A saved message as an example of a rule: one that should flag has its words marked. */
export function exampleOf(text: string, spans: readonly Span[], kind: 'flag' | 'pass'): string {
  const plain = text.replaceAll(/\[\[|\]\]/g, '  ');
  const [span] = spans;
  if (span === undefined) return plain.slice(0, LONGEST);
  const { start, end } = partAround(plain, span);
  const part = plain.slice(start, end);
  const marked = { start: span.start - start, end: Math.min(span.end - start, part.length) };
  return (kind === 'flag' ? withMark(part, marked) : part).trim();
}

/** The edit that adds an example to an item, after those that are there. */
export function exampleEdit(section: Section, entry: Entry, kind: 'flag' | 'pass', text: string): Edit {
  const before = fieldAt(entry.own, ['examples', kind]);
  return fieldEdit(section, entry, ['examples', kind], [...(Array.isArray(before) ? before : []), text]);
}
