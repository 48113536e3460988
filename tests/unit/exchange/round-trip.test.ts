import fc from 'fast-check';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { FORMATS, type Format, loadFile, saveFile } from '@/lib/exchange';
import type { OwnBook } from '@/lib/phrasebook';
import { BookOpener, builtInPaths } from '@/scripts/tactful/book-files';

const opener = new BookOpener(false);
const opened = opener.open(builtInPaths());
const bases = new Map(
  opened.flatMap(({ book, locate }) => (book ? [[book.id, { book, locate }] as const] : [])),
);

async function there(book: OwnBook, format: Format) {
  const bytes = await saveFile(book, format);
  return loadFile({ name: `book.${format}`, bytes }, { baseOf: (id) => bases.get(id) });
}

const matrix = opened.flatMap(({ path, own }) =>
  FORMATS.map((format) => [path.replace(/^.*\//, ''), format, own] as const),
);

describe('a book written and read again', () => {
  it.each(matrix)('%s as %s is the same book', async (_name, format, own) => {
    const again = await there(own!, format);
    expect(again.problems.filter((it) => it.level === 'error')).toEqual([]);
    expect(again.own).toEqual(own);
  });
});

const small: OwnBook = {
  id: 'own/small',
  name: 'Small',
  language: 'en',
  version: 1,
  license: 'CC0',
  lists: {},
  taboos: [],
  absences: [],
  softenings: [],
  scenarios: [],
  moves: [],
  commitments: [],
  scripts: [],
  remedies: [],
  variables: [],
};

const texts = [
  '=HYPERLINK("http://x")',
  "'=1",
  '+1',
  '-1',
  '@you should',
  ' space at both ends ',
  'two\nlines',
  '"quoted"',
  '[就]没办法',
  'a,b;c\td',
  '<img src=x onerror=alert(1)>',
  '012',
  'TRUE',
  'constructor',
  '__proto__',
  "'toString",
  '2026-01-02',
  '😀 𠮷',
];

describe('texts that a table could spoil', () => {
  const withTexts = (lines: string[]): OwnBook => ({
    ...small,
    lists: { words: lines },
    scripts: lines.map((text, at) => ({
      id: `script-${at}`,
      scenario: ['other'],
      move: ['thanks'],
      text,
      tone: 'warm',
      fault: 'any',
    })),
  });

  it.each(FORMATS)('come back from %s as they were', async (format) => {
    const own = withTexts(texts);
    const again = await there(own, format);
    expect(again.problems).toEqual([]);
    expect(again.own).toEqual(own);
  });

  it.each(['csv', 'xlsx'] as const)('come back from %s, whatever they are', async (format) => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      // Control characters and lone halves are no text that XML or UTF-8 could carry.
      .filter((it) => it.isWellFormed() && /^[\P{Cc}\n]+$/u.test(it) && !/[\ufffe\uffff]/u.test(it));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(text, { minLength: 1, maxLength: 6 }), async (lines) => {
        const own = { ...small, lists: { words: lines } };
        expect((await there(own, format)).own).toEqual(own);
      }),
      { numRuns: 40 },
    );
  });

  it.each(['csv', 'xlsx'] as const)('stand in %s so that no spreadsheet runs them', async (format) => {
    const bytes = await saveFile(withTexts(['=1+1', '@SUM(A1)', '-2', '+3']), format);
    const cells =
      format === 'xlsx'
        ? (await readWorkbook(bytes.slice().buffer)).flatMap(({ data }) => data.flat())
        : Papa.parse<string[]>(new TextDecoder().decode(bytes)).data.flat();
    expect(cells.filter((it) => typeof it === 'string' && /^[=+@-]/.test(it))).toEqual([]);
    expect(cells.filter((it) => typeof it === 'string' && /^'[=+@-]/.test(it))).toHaveLength(5);
  });
});
