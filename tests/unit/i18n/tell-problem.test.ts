import { afterEach, describe, expect, it } from 'vitest';
import { LOCALES, locale, problem, tellProblem } from '@/lib/i18n';
import { checkBook, loadBook, told } from '@/lib/phrasebook';
import type { MendCode, ProblemCode, ProblemValues } from '@/lib/phrasebook/problem-words';

afterEach(() => {
  locale.value = 'en';
});

const codes = (start: string): string[] =>
  Object.keys(problem.messages.en).flatMap((key) =>
    key.startsWith(`${start}.`) ? [key.slice(start.length + 1)] : [],
  );
/** Something for every blank there is; what a sentence does not ask for is not looked at. */
const VALUES: ProblemValues = new Proxy(
  {},
  { getOwnPropertyDescriptor: () => ({ configurable: true, value: 7 }), get: () => 7 },
);
const ANY = { code: 'no-file', mend: 'name-file' } as const;

describe.each(LOCALES)('in %s', (at) => {
  it.each(codes('said'))('%s is a whole sentence that says what is wrong', (code) => {
    locale.value = at;
    const { text } = tellProblem({ ...ANY, code: code as ProblemCode, values: VALUES });
    expect(text).not.toMatch(/\{[a-zA-Z]+\}/);
    // What the pattern's own words end with is theirs.
    if (!code.startsWith('pattern')) expect(text).toMatch(/[.。]$/);
  });

  it.each(codes('mend'))('%s says what to write instead', (mend) => {
    locale.value = at;
    const { fix } = tellProblem({ ...ANY, mend: mend as MendCode, values: VALUES });
    expect(fix).not.toMatch(/\{[a-zA-Z]+\}/);
    expect(fix.length).toBeGreaterThan(mend === 'pattern' ? 0 : 3);
  });
});

const BOOK = `id: shop
name: Shop
language: en
version: 1
license: CC0
taboos:
  - id: blame/read
    category: blaem
    severity: medium
    flag: [you should have read]
    why: It blames.
    instead: [Let me look.]
    examples: { flag: ['you ought to have read'], pass: [fine] }
`;

it('tells a problem of a real book in the language of the page', () => {
  const [problem] = loadBook([{ path: 'shop.yaml', text: BOOK }]).problems;
  expect(problem).toMatchObject({ message: '"category" cannot be "blaem".' });
  locale.value = 'zh-CN';
  expect(tellProblem(problem!).text).toBe('「category」不能是「blaem」。');
  expect(tellProblem(problem!).fix).toMatch(/^是不是「blame」？可以写：blame、/);
  locale.value = 'zh-TW';
  expect(tellProblem(problem!).text).toBe('「category」不能是「blaem」。');
});

it('tells a failing example, with the words it is about cut short', () => {
  const text = BOOK.replace('blaem', 'blame').replace('you ought', `${'very '.repeat(30)}you ought`);
  const { book, locate } = loadBook([{ path: 'shop.yaml', text }]);
  const [problem] = checkBook(book!, { locate });
  locale.value = 'zh-TW';
  expect(tellProblem(problem!)).toEqual({
    text: `該標卻沒標：「${'very '.repeat(12).slice(0, 59)}…」。`,
    fix: '沒有句型對得上：加一個句型，或是改範例。',
  });
});

it('puts words of a book into a sentence as they are', () => {
  const odd = told('unknown-key', 'near', { key: '$& {near}', near: '$1' });
  expect(odd.message).toBe('Unknown key "$& {near}".');
  expect(tellProblem(odd)).toEqual({ text: odd.message, fix: odd.fix });
});
