import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FORMATS, type Format, loadFile, saveFile } from '@/lib/exchange';
import { checkBook, hasErrors, type OwnBook } from '@/lib/phrasebook';

const HEADER = { id: 'own/x', name: 'X', language: 'en', version: 1, license: 'CC0' } as const;
const EMPTY = {
  ...HEADER,
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
const rule = (id: string, words: string, more: object = {}) => ({
  id,
  category: 'blame' as const,
  severity: 'medium' as const,
  flag: [words],
  why: 'It hurts.',
  instead: ['Let me look that up.'],
  examples: { flag: [`well ${words}`], pass: ['Thank you.'] },
  ...more,
});

/** The book as a person's program would have written it, mistakes and all. */
const written = async (book: object, format: Format): Promise<{ name: string; bytes: Uint8Array }> => ({
  name: `book.${format}`,
  bytes: await saveFile({ ...EMPTY, ...book } as unknown as OwnBook, format),
});

describe.each(FORMATS)('a book in %s', (format) => {
  it('of 200 MB is refused before anything of it is read', async () => {
    const bytes = new Uint8Array(200_000_000);
    const { book, problems } = await loadFile({ name: `book.${format}`, bytes });
    expect(book).toBeUndefined();
    expect(problems).toMatchObject([
      {
        kind: 'limit',
        message: 'The file has 200 MB; at most 60 MB are read.',
        fix: expect.stringMatching(/split/),
      },
    ]);
  });

  it('with a list that leads back to itself says so, and is otherwise read', async () => {
    const lists = { one: ['@two'], two: ['@one'] };
    const file = await written(
      { lists, taboos: [rule('blame/a', '@one now'), rule('blame/b', 'your fault')] },
      format,
    );
    const { book, locate } = await loadFile(file);
    const found = checkBook(book!, { locate }).filter((it) => it.flaw?.code === 'cyclic-list');
    expect(found.length).toBeGreaterThan(0);
    for (const it of found) expect(it.fix).toMatch(/Take @name out of its own items/);
  });

  it('with the same id twice names the second', async () => {
    const file = await written(
      { taboos: [rule('blame/a', 'your fault'), rule('blame/a', 'own fault')] },
      format,
    );
    const { book, problems } = await loadFile(file);
    expect(book).toBeUndefined();
    expect(problems).toMatchObject([{ kind: 'duplicate', code: 'id-twice', rule: 'blame/a' }]);
  });

  it('with scripts and HTML keeps them as the text that they are', async () => {
    const html = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const file = await written({ taboos: [rule('blame/a', 'your fault', { why: html })] }, format);
    const { book, problems } = await loadFile(file);
    expect(problems).toEqual([]);
    expect(book?.taboos[0]?.why).toBe(html);
  });

  it('with a text of a million characters is refused with where and how long', async () => {
    // No program that writes workbooks makes such a cell; one made by hand stands below.
    if (format === 'xlsx') return;
    const file = await written(
      { taboos: [rule('blame/a', 'your fault', { why: 'x'.repeat(1_000_000) })] },
      format,
    );
    const { book, problems } = await loadFile(file);
    expect(book).toBeUndefined();
    expect(hasErrors(problems)).toBe(true);
    expect(problems[0]?.message).toMatch(/1,000,0\d\d characters; at most/);
    expect(problems[0]?.line).toBeGreaterThan(0);
  });

  it('that reaches for the prototype changes nothing', async () => {
    const text = JSON.stringify({ ...EMPTY, id: 'own/x' }).replace(
      '"lists":{}',
      '"lists":{"__proto__":["polluted"],"constructor":["polluted"]},"__proto__":{"polluted":true}',
    );
    const before = Object.getOwnPropertyNames(Object.prototype);
    const name = format === 'csv' || format === 'xlsx' ? 'book.json' : `book.${format}`;
    const { book, problems } = await loadFile({ name, bytes: new TextEncoder().encode(text) });
    expect(book).toBeUndefined();
    expect(problems[0]).toMatchObject({ code: 'forbidden-key' });
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

it('a workbook with a cell of a million characters names the cell and reads the rest', async () => {
  const xml = (text: string): Uint8Array =>
    new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const row = (number: number, ...cells: string[]): string =>
    `<row r="${number}">${cells
      .map((it, at) => `<c r="${'AB'[at]}${number}" t="inlineStr"><is><t>${it}</t></is></c>`)
      .join('')}</row>`;
  const bytes = zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="lists" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet xmlns="${MAIN}"><sheetData>${row(1, 'name', 'items')}${row(2, 'long', 'x'.repeat(1_000_000))}${row(3, 'words', 'your fault')}</sheetData></worksheet>`,
    ),
  });
  const { book, problems } = await loadFile({ name: 'book.xlsx', bytes }, { lenient: true, header: HEADER });
  expect(problems).toMatchObject([{ code: 'cell-too-long', line: 2, column: 2, path: 'lists!B2' }]);
  expect(book?.lists).toEqual({ words: ['your fault'] });
});
