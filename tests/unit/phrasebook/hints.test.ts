import { expect, it } from 'vitest';
import { type Book, toRuntime } from '@/lib/phrasebook';
import { compileBook, MATCHERS, type RuntimeBook, withHints } from '@/lib/phrasebook/runtime';
import { BookOpener, builtInPaths } from '@/scripts/tactful/book-files';

const books = new BookOpener(false)
  .open(builtInPaths())
  .flatMap(({ book }): [string, Book][] => (book ? [[book.language, book]] : []));

/** Every example of a book, joined two by two so that the sentences beside a hit count as well. */
function textsOf({ taboos, moves, commitments }: Book): string[] {
  const examples = [...taboos, ...moves, ...commitments].flatMap((it) => [
    ...it.examples.flag,
    ...it.examples.pass,
  ]);
  const texts = examples.map((it) => (typeof it === 'string' ? it : it.text).replaceAll(/\[\[|\]\]/g, ''));
  return texts.map((text, index) => `${text}，${texts[index + 1] ?? ''}`);
}

it.each(books)('finds in the %s book with hints what it finds without', (_, book) => {
  const runtime = toRuntime(book);
  const hinted = JSON.parse(JSON.stringify(withHints(runtime))) as RuntimeBook;
  const read = compileBook(runtime);
  const told = compileBook(hinted);
  let hits = 0;
  for (const name of MATCHERS) {
    expect(told[name].reach).toBe(read[name].reach);
    for (const text of textsOf(book)) {
      const found = read[name].scan(text, { overlaps: true }).hits;
      expect(told[name].scan(text, { overlaps: true }).hits).toEqual(found);
      hits += found.length;
    }
  }
  expect(hits).toBeGreaterThan(book.taboos.length);
});

it('has hints for every rule of the built-in books', () => {
  for (const [, book] of books) {
    const { hints } = withHints(toRuntime(book));
    for (const name of MATCHERS) expect(hints?.[name].rules).not.toContain(null);
  }
});
