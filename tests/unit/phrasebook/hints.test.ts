import { expect, it } from 'vitest';
import { type Book, toRuntime } from '@/lib/phrasebook';
import { compileBook, MATCHERS, type RuntimeBook, withHints } from '@/lib/phrasebook/runtime';
import { languageOf } from '@/lib/text';
import { BookOpener, builtInPaths } from '@/scripts/tactful/book-files';

const books = new BookOpener(false)
  .open(builtInPaths())
  .flatMap(({ book }): [string, Book][] => (book ? [[book.language, book]] : []));

const TOGETHER = 6;

/** Every example of a book, several to a text, so that the sentences beside a hit count as well. */
function textsOf({ taboos, moves, commitments }: Book): string[] {
  const examples = [...taboos, ...moves, ...commitments].flatMap((it) => [
    ...it.examples.flag,
    ...it.examples.pass,
  ]);
  const texts = examples.map((it) => (typeof it === 'string' ? it : it.text).replaceAll(/\[\[|\]\]/g, ''));
  return Array.from({ length: Math.ceil(texts.length / TOGETHER) }, (_, index) =>
    texts.slice(index * TOGETHER, (index + 1) * TOGETHER).join('。'),
  );
}

/** Whole books are compiled twice and read; room for a busy machine. */
const TIMEOUT = 30_000;

it.each(books)(
  'finds in the %s book with hints what it finds without',
  (_, book) => {
    const runtime = toRuntime(book);
    const hinted = JSON.parse(JSON.stringify(withHints(runtime))) as RuntimeBook;
    const read = compileBook(runtime);
    const told = compileBook(hinted);
    const texts = textsOf(book);
    let hits = 0;
    for (const name of MATCHERS) {
      expect(hinted.hints?.[name].rules).not.toContain(null);
      expect(told[name].reach).toBe(read[name].reach);
      const found = texts.map((text) => read[name].scan(text, { overlaps: true }).hits);
      expect(texts.map((text) => told[name].scan(text, { overlaps: true }).hits)).toEqual(found);
      hits += found.flat().length;
    }
    expect(hits).toBeGreaterThan(book.taboos.length);
  },
  TIMEOUT,
);

it('says everything of the Traditional book in Traditional characters, also what it inherits', () => {
  const book = books.find(([language]) => language === 'zh-Hant')?.[1];
  const said = [...(book?.taboos ?? []), ...(book?.absences ?? [])].flatMap((it) => [it.why, ...it.instead]);
  expect(said.length).toBeGreaterThan(300);
  expect(said.filter((it) => languageOf(it) === 'zh-Hans')).toEqual([]);
});
