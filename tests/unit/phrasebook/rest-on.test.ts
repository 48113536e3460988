import { describe, expect, it } from 'vitest';
import { type Book, toRuntime } from '@/lib/phrasebook';
import { compileBook, MATCHERS, type RuntimeBook, restOn, withHints } from '@/lib/phrasebook/runtime';
import { BookOpener, builtInPaths } from '@/scripts/tactful/book-files';

const book = new BookOpener(false)
  .open(builtInPaths())
  .map((it) => it.book)
  .find((it): it is Book => it?.language === 'zh-Hans')!;
const plain = toRuntime(book);
const WORDS = { classes: [], runs: '', weights: '', scale: 1 };
const below: RuntimeBook = { ...withHints(plain), words: WORDS };

const [firstList = ''] = Object.keys(plain.lists).filter((name) =>
  plain.taboos.some(({ flag }) => flag.some((it) => it.includes(`@${name}`))),
);
const first = plain.taboos[0]!;

/** A team's book on top, and how many of its rules for words that hurt must be read in full. */
const CASES: [string, Partial<RuntimeBook>, (unread: number) => boolean][] = [
  ['nothing of its own', {}, (unread) => unread === 0],
  [
    'a rule of its own',
    { taboos: [...plain.taboos, { ...first, id: 'shop/own', flag: ['鲸鹭鹮…鹬'] }] },
    (it) => it === 1,
  ],
  [
    'a rule written over',
    { taboos: [{ ...first, flag: [...first.flag, '鲸鹭鹮'] }, ...plain.taboos.slice(1)] },
    (it) => it === 1,
  ],
  ['a milder rule', { taboos: [{ ...first, severity: 'low' }, ...plain.taboos.slice(1)] }, (it) => it === 0],
  ['a rule switched off', { taboos: plain.taboos.slice(1) }, (it) => it === 0],
  [
    'another word in a list',
    { lists: { ...plain.lists, [firstList]: [...plain.lists[firstList]!, '鲸鹭鹮'] } },
    (it) => it > 0 && it < plain.taboos.length,
  ],
];

const TEXTS = book.taboos
  .flatMap(({ examples }) => [...examples.flag, ...examples.pass])
  .map((it) => (typeof it === 'string' ? it : it.text).replaceAll(/\[\[|\]\]/g, ''))
  .filter((_, index) => index % 8 === 0);

/** The whole book is compiled each time. */
const TIMEOUT = 30_000;

describe('a book that rests on another', () => {
  it.each(CASES)(
    'finds what it found alone: %s',
    (_, own, isRight) => {
      const alone: RuntimeBook = { ...plain, id: 'own/shop', ...own };
      const resting = restOn(alone, below);
      expect(resting.hints!.taboos.rules.filter((it) => it === null).length).toSatisfy(isRight);
      const read = compileBook(alone);
      const told = compileBook(resting);
      let hits = 0;
      for (const name of MATCHERS) {
        expect(told[name].reach).toBeGreaterThanOrEqual(read[name].reach);
        for (const text of [...TEXTS, '您好，鲸鹭鹮这个鹬']) {
          const found = read[name].scan(text, { overlaps: true }).hits;
          expect(told[name].scan(text, { overlaps: true }).hits).toEqual(found);
          hits += found.length;
        }
      }
      expect(hits).toBeGreaterThan(100);
    },
    TIMEOUT,
  );

  it('sees as far as the farthest of its own rules', () => {
    const far = { ...first, id: 'shop/far', flag: ['鲸鹭 & 鹮鹬'] };
    const alone: RuntimeBook = { ...plain, taboos: [far] };
    expect(compileBook(restOn(alone, { ...below, hints: undefined })).taboos.reach).toBe(
      compileBook(alone).taboos.reach,
    );
    expect(compileBook(restOn(alone, below)).taboos.reach).toBeGreaterThanOrEqual(
      compileBook(alone).taboos.reach,
    );
  });

  it('brings what was learned for the book below, unless it has its own', () => {
    expect(restOn(plain, below).words).toBe(WORDS);
    expect(restOn({ ...plain, words: { ...WORDS, scale: 2 } }, below).words).toMatchObject({ scale: 2 });
  });
});
