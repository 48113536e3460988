import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadFile, saveFile } from '@/lib/exchange';
import { formatProblem } from '@/lib/phrasebook';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes of GBK and Big5 for the same two words; Node writes neither. */
const GBK_MEI_BANFA = [0xc3, 0xbb, 0xb0, 0xec, 0xb7, 0xa8];
const BIG5_MEI_BANFA = [0xa8, 0x53, 0xbf, 0xec, 0xaa, 0x6b];
const row = (words: number[]): Uint8Array =>
  Uint8Array.from([...utf8('name,items\nwords,"'), ...words, ...utf8('"\n')]);
const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const codes = [...(mark ? `\uFEFF${text}` : text)].map((it) => it.charCodeAt(0));
  return Uint8Array.from(codes.flatMap((it) => (little ? [it & 255, it >> 8] : [it >> 8, it & 255])));
};

const HEADER = { id: 'own/x', name: 'X', language: 'zh-Hans', version: 1, license: 'CC0' } as const;
const lenient = { lenient: true, header: HEADER };

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8('name,items\nwords,没办法\n'), '没办法'],
    ['UTF-8 with a mark', utf8('\uFEFFname,items\nwords,没办法\n'), '没办法'],
    ['UTF-16 LE', utf16('name,items\nwords,没办法\n', true, true), '没办法'],
    ['UTF-16 BE', utf16('name,items\nwords,没办法\n', false, true), '没办法'],
    ['UTF-16 LE without a mark', utf16('name,items\nwords,没办法\n', true, false), '没办法'],
    ['GBK', row([...GBK_MEI_BANFA, 0xa3, 0xac, 0xce, 0xd2]), '没办法，我'],
    ['Big5', row([...BIG5_MEI_BANFA, 0xa1, 0x41, 0xa7, 0xda]), '沒辦法，我'],
  ])('%s is read', async (_name, bytes, words) => {
    const { book, problems } = await loadFile({ name: 'lists.csv', bytes }, lenient);
    expect(problems).toEqual([]);
    expect(book?.lists).toEqual({ words: [words] });
  });

  it.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 1, 2, 3]],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['bytes of no encoding', [0x63, 0x81, 0x20, 0xff, 0xff, 0xfe, 0x9d]],
  ])('%s is refused with what to do', async (_name, bytes) => {
    const { book, problems } = await loadFile({ name: 'lists.csv', bytes: Uint8Array.from(bytes) });
    expect(book).toBeUndefined();
    expect(problems.map(formatProblem).join('\n')).toMatch(/UTF-8, UTF-16, GBK or Big5.*save it as/);
  });
});

const taboo = (id: string, more: Record<string, string> = {}): Record<string, string> => ({
  id,
  category: 'blame',
  severity: 'medium',
  flag: `words of ${id}`,
  why: 'Because.',
  instead: 'Something kind.',
  'examples.flag': `words of ${id}`,
  'examples.pass': 'Other words.',
  ...more,
});
const csv = (rows: Record<string, string>[]): Uint8Array => {
  const headings = [...new Set(rows.flatMap((it) => Object.keys(it)))];
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return utf8(
    [headings, ...rows.map((it) => headings.map((key) => it[key] ?? ''))]
      .map((it) => it.map(cell).join(','))
      .join('\n'),
  );
};

describe('broken rows', () => {
  it('are each named with row and reason, and the sound ones are read', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => taboo(`rule-${at}`));
    rows[10] = taboo('rule-10', { severity: 'loud' });
    rows[50] = taboo('Rule 50');
    rows[90] = taboo('rule-90', { why: '' });
    rows[120] = taboo('rule-119');
    rows[199] = taboo('rule-199', { reviewBy: 'soon' });
    const { book, problems } = await loadFile({ name: 'rules.csv', bytes: csv(rows) }, lenient);
    expect(problems.map((it) => it.line)).toEqual([12, 52, 92, 122, 201]);
    for (const it of problems) {
      expect(it.message).not.toBe('');
      expect(it.fix).not.toBe('');
    }
    expect(book?.taboos).toHaveLength(195);
  });

  it('are numbered by the lines of the file where cells span several', async () => {
    const rows = [taboo('a', { instead: 'One.\nTwo.' }), taboo('b', { severity: 'loud' })];
    const { problems } = await loadFile({ name: 'rules.csv', bytes: csv(rows) }, lenient);
    expect(problems.map((it) => it.line)).toEqual([4]);
  });

  it('in a workbook are named with sheet, row and column', async () => {
    const bytes = await saveFile(
      {
        ...HEADER,
        lists: {},
        taboos: [{ id: 'a', severity: 'loud' as never }],
        absences: [],
        softenings: [],
        scenarios: [],
        moves: [],
        commitments: [],
        scripts: [],
        remedies: [],
        variables: [],
      },
      'xlsx',
    );
    const { problems } = await loadFile({ name: 'rules.xlsx', bytes });
    expect(problems).toContainEqual(
      expect.objectContaining({ file: 'rules.xlsx (taboos)', line: 2, column: 3, path: 'C2' }),
    );
  });
});

describe('headings', () => {
  it('may be Chinese', async () => {
    const bytes = utf8('名称,词\n没办法,我也没办法\n');
    const { book } = await loadFile({ name: '词表.csv', bytes }, lenient);
    expect(book?.lists).toEqual({ 没办法: ['我也没办法'] });
  });

  it.each([
    [
      'a misspelt one',
      'id,categroy,severity,flag,why,instead,examples.flag,examples.pass\n',
      /"categroy".*did you mean "category"/,
    ],
    ['an unknown section', 'section,id\ntabboos,x\n', /"tabboos".*did you mean "taboos"/],
    ['a sheet that says nothing', 'a,b\n1,2\n', /does not say what it holds/],
  ])('%s is named', async (_name, text, expected) => {
    const { problems } = await loadFile({ name: 'rules.csv', bytes: utf8(text) }, lenient);
    expect(problems.map(formatProblem).join('\n')).toMatch(expected);
  });
});

/** A packed file whose directory claims that its one sheet unpacks to `size` bytes. */
function claiming(size: number, content = new Uint8Array(1000)): Uint8Array {
  const bytes = zipSync({ 'xl/worksheets/sheet1.xml': content }, { level: 9 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= 0; at--) {
    // The central directory's entry keeps the unpacked size at its 24th byte.
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return bytes;
}

describe('hostile files', () => {
  it('a workbook that would fill the memory is refused by what its directory says', async () => {
    const { problems } = await loadFile({ name: 'bomb.xlsx', bytes: claiming(4_000_000_000) });
    expect(problems.map(formatProblem).join()).toMatch(/bomb\.xlsx.*Unpacked.*4000 MB/);
  });

  it('a workbook that unpacks to more than it says is refused', async () => {
    const bytes = claiming(10, new Uint8Array(2_000_000));
    const { book, problems } = await loadFile({ name: 'liar.xlsx', bytes });
    expect(book).toBeUndefined();
    expect(problems).toHaveLength(1);
  });

  it.each([
    ['no zip', utf8('PK no zip at all')],
    ['a zip without a workbook', zipSync({ 'a.txt': utf8('a') })],
    ['a workbook cut short', zipSync({ 'xl/workbook.xml': utf8('<workbook>') }).slice(0, 60)],
  ])('%s named .xlsx is refused', async (_name, bytes) => {
    const { book, problems } = await loadFile({ name: 'x.xlsx', bytes });
    expect(book).toBeUndefined();
    expect(problems.map((it) => it.fix).join()).toContain('save it again as .xlsx');
  });

  it('a file beyond every size is refused before it is read', async () => {
    const { problems } = await loadFile({ name: 'big.csv', bytes: new Uint8Array(60_000_001) });
    expect(problems.map(formatProblem).join()).toMatch(/60 MB; at most 60 MB/);
  });

  it('a cell of a million characters is named, the rest is read', async () => {
    const bytes = utf8(`name,items\nlong,${'很'.repeat(1_000_000)}\nwords,没办法\n`);
    const { book, problems } = await loadFile({ name: 'lists.csv', bytes }, lenient);
    expect(problems).toMatchObject([{ line: 2, kind: 'limit' }]);
    expect(book?.lists).toEqual({ words: ['没办法'] });
  });

  it.each(['__proto__', 'constructor', 'toString'])('a list named %s changes no prototype', async (name) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const bytes = utf8(`name,items\n${name},polluted\n`);
    await loadFile({ name: 'lists.csv', bytes }, lenient);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('a heading with a dotted prototype changes none', async () => {
    const bytes = utf8('key,value\n__proto__,x\nid,own/x\n');
    await loadFile({ name: 'book.csv', bytes }, lenient);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('a quote that never closes is named', async () => {
    const bytes = utf8('name,items\nwords,"没办法\n');
    const { problems } = await loadFile({ name: 'lists.csv', bytes }, lenient);
    expect(problems).toMatchObject([{ kind: 'syntax', line: 2 }]);
  });
});
