import { describe, expect, it } from 'vitest';
import { DEFAULT_TEAM, promisesFrom, shopOf } from '@/lib/ledger';
import { type Book, compileBook, type Language, type Script, toRuntime } from '@/lib/phrasebook';
import { blankSheet, commitmentsIn } from '@/lib/reply';
import { sentences } from '@/lib/text';
import { BookOpener, builtInPaths } from '@/scripts/tactful/book-files';

const shop = { ...shopOf(DEFAULT_TEAM), timeZone: 'Asia/Shanghai' };
/** A Tuesday, ten in the morning there. */
const NOW = Date.UTC(2026, 10, 24, 2);
const DAY: Record<Language, string> = { 'zh-Hans': '周四', 'zh-Hant': '週四', en: 'Thursday' };

/** Its time counts from something that has not happened. */
const NO_TIME_YET = ['en bad-review/follow-up'];

const books = new BookOpener(true)
  .open(builtInPaths())
  .flatMap(({ book }) => (book === undefined ? [] : [book]));
const compiled = books.map((it) => compileBook(toRuntime(it)));

/** The times the ledger reads out of a script whose blanks hold their examples. */
function timesIn(book: Book, { text }: Script): (number | null)[] {
  const values = book.variables.map(({ id, example }) => [id, id === 'date' ? DAY[book.language] : example]);
  const { filled } = blankSheet(text, Object.fromEntries(values), book.variables);
  const spans = sentences(filled.text);
  const said = commitmentsIn(compiled, filled.text, { language: book.language }).map((hit) => {
    const { start, end } = spans.find((it) => hit.start < it.end) ?? { start: 0, end: filled.text.length };
    return {
      rule: hit.rule,
      kind: hit.kind,
      words: hit.text,
      sentence: filled.text.slice(start, end).trim(),
    };
  });
  return promisesFrom(said, NOW, shop).map(({ due }) => due?.at ?? null);
}

const scripts = books.flatMap((book) =>
  book.scripts.map((script) => ({ name: `${book.language} ${script.id}`, book, script })),
);
const promising = scripts.filter(
  ({ name, script }) =>
    /\{(?:date|time|days)\}/.test(script.text) &&
    script.move.some((it) => it === 'commitment' || it === 'follow-up') &&
    !NO_TIME_YET.includes(name),
);
const repeating = scripts.filter(({ script }) => script.move.join() === 'acknowledge');

describe('what the built-in scripts promise', () => {
  it('is a good many things', () => {
    expect(promising.length).toBeGreaterThan(60);
    expect(repeating.length).toBeGreaterThan(30);
  });

  it.each(promising)('is read with its time: $name', ({ book, script }) => {
    expect(timesIn(book, script)).toContainEqual(expect.any(Number));
  });

  it.each(repeating)('is no time where they only say back: $name', ({ book, script }) => {
    expect(timesIn(book, script)).not.toContainEqual(expect.any(Number));
  });
});

describe('what others are to do by a time', () => {
  it.each<[Language, string]>([
    ['zh-Hans', '有了退货单号我当天就退款，周四 前到账。'],
    ['zh-Hans', '我跟仓库对过了，周四 前寄出，单号当天发给您。'],
    ['zh-Hans', '今天 18:00 前付款的话，周四 前寄出。'],
    ['zh-Hant', '有了退貨單號我當天就退款，週四 前入帳。'],
    ['en', "As soon as the return has a tracking number I'll refund you the same day, by Thursday."],
  ])('is not the promise: %s %s', (language, text) => {
    const book = books.find((it) => it.language === language)!;
    const thursday = Date.UTC(2026, 10, 26, 13);
    const script = { ...book.scripts[0]!, text };
    expect(timesIn(book, script)).toEqual([thursday]);
  });
});
