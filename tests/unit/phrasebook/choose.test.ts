import { describe, expect, it } from 'vitest';
import { admitBook, chooseBook, type SourceFile } from '@/lib/phrasebook';

const book = (version: number, flag: string, example: string): SourceFile[] => [
  {
    path: 'shop.yaml',
    text: `id: shop
name: Shop
language: en
version: ${version}
license: Apache-2.0
taboos:
  - id: blame/manual
    category: blame
    severity: medium
    flag: ['${flag}']
    why: It blames.
    instead: [Let me look that up for you.]
    examples:
      flag: ['${example}']
      pass: [you should have it by Friday]
`,
  },
];

const GOOD = book(1, 'you should have ~read', '[[you should have read]] it');

describe('the gate into use', () => {
  it('admits a book that passes everything', () => {
    const admitted = admitBook(GOOD);
    expect(admitted.problems).toEqual([]);
    expect(admitted.book?.version).toBe(1);
  });

  it.each([
    {
      what: 'a failing example',
      files: book(2, 'you should have ~read', 'you ought to read it'),
      line: 14,
      says: /Should be flagged but is not/,
    },
    {
      what: 'a pattern without a fixed word',
      files: book(2, '[you] …', 'you'),
      line: 10,
      says: /no fixed word/,
    },
    {
      what: 'an unknown key',
      files: [{ path: 'shop.yaml', text: `${book(2, 'x', 'x')[0]?.text}tabus: []\n` }],
      line: 16,
      says: /Unknown key "tabus"/,
    },
    {
      what: 'broken YAML',
      files: [{ path: 'shop.yaml', text: 'taboos: [' }],
      line: 1,
      says: /YAML cannot be read/,
    },
  ])('refuses $what and keeps the last good book', ({ files, line, says }) => {
    const lastGood = admitBook(GOOD).book;
    const candidate = admitBook(files);
    expect(candidate.book).toBeUndefined();
    const found = candidate.problems.find((it) => says.test(it.message));
    expect(found).toMatchObject({ file: 'shop.yaml', line, level: 'error' });
    expect(chooseBook(candidate, lastGood)).toEqual({
      book: lastGood,
      accepted: false,
      problems: candidate.problems,
    });
  });

  it('has no book at all where the first one is refused', () => {
    expect(chooseBook(admitBook([]), undefined)).toMatchObject({ book: undefined, accepted: false });
  });

  it('takes a better book in the place of the last one', () => {
    const next = admitBook(book(2, 'you ought to have ~read', 'you ought to have read it'));
    expect(chooseBook(next, admitBook(GOOD).book)).toMatchObject({ accepted: true, book: { version: 2 } });
  });
});
