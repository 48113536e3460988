import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editBetween, mapCaret, mapSpan } from '@/lib/composer';

describe('one edit between two texts', () => {
  it.each([
    ['abc', 'abc', null],
    ['', '你好', { start: 0, removed: 0, inserted: 2 }],
    ['您好在的', '您好,在的', { start: 2, removed: 0, inserted: 1 }],
    ['abcdef', 'abXYef', { start: 2, removed: 2, inserted: 2 }],
    ['aaa', 'aa', { start: 2, removed: 1, inserted: 0 }],
    ['好😀', '好😁', { start: 1, removed: 2, inserted: 2 }],
    ['\u{1F600}\u{20000}', '\u{1F600}\u{1F600}', { start: 2, removed: 2, inserted: 2 }],
  ])('%j → %j', (before, after, edit) => {
    expect(editBetween(before, after)).toEqual(edit);
  });

  it('gives the second text when applied to the first, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const edit = editBetween(before, after);
        if (edit === null) return before === after;
        const inserted = after.slice(edit.start, edit.start + edit.inserted);
        return before.slice(0, edit.start) + inserted + before.slice(edit.start + edit.removed) === after;
      }),
    );
  });
});

describe('a span after an edit', () => {
  const span = { start: 3, end: 6 };
  it.each([
    ['nothing changed', null, span],
    ['typing behind it', { start: 6, removed: 0, inserted: 2 }, span],
    ['typing before it', { start: 0, removed: 0, inserted: 2 }, { start: 5, end: 8 }],
    ['typing directly before it', { start: 3, removed: 0, inserted: 1 }, { start: 4, end: 7 }],
    ['deleting before it', { start: 1, removed: 2, inserted: 0 }, { start: 1, end: 4 }],
    ['typing inside it', { start: 4, removed: 0, inserted: 1 }, null],
    ['deleting its last unit', { start: 5, removed: 1, inserted: 0 }, null],
    ['deleting across its start', { start: 2, removed: 2, inserted: 0 }, null],
    ['replacing all', { start: 0, removed: 9, inserted: 1 }, null],
  ])('%s', (_name, edit, expected) => {
    expect(mapSpan(span, edit)).toEqual(expected);
  });

  it('still covers the same words whenever it survives', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '好') });
    fc.assert(
      fc.property(texts, texts, fc.nat(20), fc.nat(20), (before, after, a, b) => {
        const start = Math.min(a, b, before.length);
        const end = Math.min(Math.max(a, b), before.length);
        const moved = mapSpan({ start, end }, editBetween(before, after));
        return (
          moved === null || start === end || after.slice(moved.start, moved.end) === before.slice(start, end)
        );
      }),
    );
  });
});

describe('a caret after an edit', () => {
  it.each([
    ['before the edit it stays', 2, { start: 3, removed: 2, inserted: 5 }, 2],
    ['behind the edit it moves along', 9, { start: 3, removed: 2, inserted: 5 }, 12],
    [
      'inside the removed words it comes out behind the new ones',
      4,
      { start: 3, removed: 2, inserted: 5 },
      8,
    ],
    ['where words are inserted it comes out behind them', 3, { start: 3, removed: 0, inserted: 5 }, 8],
    ['at the start of replaced words it stays', 3, { start: 3, removed: 2, inserted: 5 }, 3],
  ])('%s', (_name, caret, edit, expected) => {
    expect(mapCaret(caret, edit)).toBe(expected);
  });
});
