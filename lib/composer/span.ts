/** A stretch of the draft in UTF-16 code units, end exclusive; `start === end` is a caret. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One change of a text: `removed` units at `start` gave way to `inserted` units. */
export interface Edit {
  readonly start: number;
  readonly removed: number;
  readonly inserted: number;
}

/**
 * The single edit that turns one text into another, by common prefix and suffix; `null` where nothing changed.
 * Never cuts a surrogate pair in two.
 */
export function editBetween(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { start, removed: before.length - tail - start, inserted: after.length - tail - start };
}

/**
 * Where a span stands after an edit; `null` when the edit touched the words inside it.
 * Typing directly before or after a span does not touch it.
 */
export function mapSpan(span: Span, edit: Edit | null): Span | null {
  if (edit === null || edit.start >= span.end) return span;
  const editEnd = edit.start + edit.removed;
  if (editEnd > span.start) return null;
  const shift = edit.inserted - edit.removed;
  return { start: span.start + shift, end: span.end + shift };
}

/** Where a caret stands after an edit: one that stood in the removed words comes out behind the inserted ones. */
export function mapCaret(offset: number, edit: Edit | null): number {
  if (edit === null || offset < edit.start) return offset;
  if (offset > edit.start + edit.removed) return offset + edit.inserted - edit.removed;
  if (offset === edit.start && edit.removed > 0) return offset;
  return edit.start + edit.inserted;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
