import { describe, expect, it } from 'vitest';
import { loadBook, type SourceFile } from '@/lib/phrasebook';

const HEADER = 'id: shop\nname: Shop\nlanguage: en\nversion: 3\nlicense: Apache-2.0\n';
const LISTS = 'lists:\n  you: [you, "your family"]\n';
const TABOOS = `taboos:
  - id: blame/manual
    category: blame
    severity: medium
    flag: ['@you should have ~read']
    why: It blames.
    instead: [Let me look that up for you.]
    examples:
      flag: ['[[you should have read]] it']
      pass: [you should have it by Friday]
`;
const SCRIPTS = `variables:
  - { id: paid, label: Paid, type: money, example: '5' }
scripts:
  - id: price-drop/refund
    scenario: [price-drop]
    move: [remedy, apology]
    tone: warm
    text: I will refund {paid}.
`;

const errors = (files: SourceFile[]) => loadBook(files).problems.filter((it) => it.level === 'error');

describe('loading a book', () => {
  it('puts the parts of a folder together, whatever their order', () => {
    const parts = [
      { path: 'shop/scripts.yaml', text: SCRIPTS },
      { path: 'shop/taboos/blame.yaml', text: TABOOS },
      { path: 'shop/book.yaml', text: HEADER },
      { path: 'shop/lists.yaml', text: LISTS },
    ];
    const { book, problems } = loadBook(parts);
    expect(problems).toEqual([]);
    expect(book).toMatchObject({ id: 'shop', version: 3, lists: { you: ['you', 'your family'] } });
    expect(book?.taboos.map((it) => it.id)).toEqual(['blame/manual']);
    expect(book?.scripts[0]).toMatchObject({ fault: 'any', move: ['remedy', 'apology'] });
    expect(book?.variables[0]).toMatchObject({ required: true });
    expect(loadBook([...parts].reverse()).book).toEqual(book);
  });

  it('reads one YAML file and the same book as JSON alike', () => {
    const yaml = loadBook([{ path: 'shop.yaml', text: HEADER + LISTS + TABOOS + SCRIPTS }]).book;
    const json = loadBook([{ path: 'shop.json', text: JSON.stringify(yaml) }]);
    expect(json.problems).toEqual([]);
    expect(json.book).toEqual(yaml);
  });

  it('takes an empty part for nothing', () => {
    const { book, problems } = loadBook([
      { path: 'book.yaml', text: HEADER },
      { path: 'empty.yaml', text: '' },
      { path: 'comment.yaml', text: '# later\ntaboos:\n' },
    ]);
    expect(problems).toEqual([]);
    expect(book?.taboos).toEqual([]);
  });

  it('reports every mistake at once, in the order of reading', () => {
    const text = `${HEADER}nmae: x\n${TABOOS.replace('medium', 'mild').replace('why:', 'wy:')}`;
    expect(
      errors([{ path: 'shop.yaml', text }]).map((it) => `${it.line}:${it.column} ${it.message}`),
    ).toEqual([
      '6:1 Unknown key "nmae".',
      '8:5 "why" is missing.',
      '10:15 "severity" cannot be "mild".',
      '12:5 Unknown key "wy".',
    ]);
  });

  it('names the path and the rule', () => {
    const [problem] = errors([{ path: 'shop.yaml', text: HEADER + TABOOS.replace('medium', 'mild') }]);
    expect(problem).toMatchObject({ path: 'taboos[0].severity', rule: 'blame/manual', kind: 'shape' });
  });

  it('leads back to the line and column of a text inside the book', () => {
    const { locate } = loadBook([
      { path: 'a/book.yaml', text: HEADER },
      { path: 'a/taboos.yaml', text: TABOOS },
    ]);
    const target = { section: 'taboos', id: 'blame/manual' } as const;
    expect(locate(target)).toMatchObject({ file: 'a/taboos.yaml', line: 2 });
    expect(locate({ ...target, key: 'flag', value: '@you should have ~read', inside: 6 })).toMatchObject({
      line: 5,
      column: 18,
    });
    expect(locate({ ...target, key: 'examples.pass', value: 'you should have it by Friday' })).toMatchObject({
      line: 10,
    });
    expect(locate({ section: 'taboos', id: 'elsewhere' })).toMatchObject({ file: 'a/book.yaml', line: 1 });
  });

  it('gives a book with a mistake only when asked to be lenient, and then without the broken item', () => {
    const second = TABOOS.replace('taboos:\n', '')
      .replace('blame/manual', 'blame/other')
      .replace('medium', 'mild');
    const files = [{ path: 'shop.yaml', text: HEADER + LISTS + TABOOS + second }];
    expect(loadBook(files).book).toBeUndefined();
    const { book, problems } = loadBook(files, { lenient: true });
    expect(book?.taboos.map((it) => it.id)).toEqual(['blame/manual']);
    expect(problems).toHaveLength(1);
  });

  it('leaves out scripts whose blanks nobody explains, when lenient', () => {
    const files = [{ path: 'shop.yaml', text: HEADER + SCRIPTS.replace('{paid}', '{payd}') }];
    expect(loadBook(files).book).toBeUndefined();
    expect(loadBook(files, { lenient: true }).book?.scripts).toEqual([]);
  });

  it('rebuilds the value: nothing of the parsed file is shared', () => {
    const { book } = loadBook([
      { path: 'shop.yaml', text: `${HEADER}lists:\n  a: &items [x, y]\n  b: *items\n` },
    ]);
    expect(book?.lists.a).toEqual(book?.lists.b);
    expect(book?.lists.a).not.toBe(book?.lists.b);
  });
});
