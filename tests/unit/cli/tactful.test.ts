import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildProgram, fromSource, type Outcome } from './program';

// Each test starts a program of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder = '';
let program: Awaited<ReturnType<typeof buildProgram>>;

/** Runs the command in the test's folder. */
const tactful = (args: string[], input = ''): Promise<Outcome> => program(args, { cwd: folder, input });

const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);

const BOOK = `id: shop
name: Shop
language: en
version: 1
license: Apache-2.0
taboos:
  - id: deflect/department
    category: deflect
    severity: high
    flag: [not my department]
    why: It sends the customer away.
    instead: [I will find out for you.]
    examples: { flag: ['[[not my department]]'], pass: [fine] }
  - id: brush-off/hint
    category: brush-off
    severity: low
    flag: [just wait]
    why: Until when?
    instead: [I will come back to you by five.]
    examples: { flag: ['[[just wait]]'], pass: [fine] }
absences:
  - id: deflect/no-apology
    category: deflect
    when: [we cannot]
    lacks: [apology]
    why: Bad news without a sorry.
    instead: [I am sorry about that.]
    examples: { flag: [we cannot], pass: ['sorry, we cannot'] }
scenarios:
  - { id: damaged, title: Damaged, cues: [broken, cracked], steps: [], ask: [] }
  - { id: price-drop, title: Price drop, cues: [cheaper], steps: [], ask: [] }
moves:
  - { id: apology, title: Apology, flag: [sorry], examples: { flag: [sorry], pass: [fine] } }
variables:
  - { id: item, label: Item, type: text, example: mug }
scripts:
  - { id: damaged/apology, scenario: [damaged], move: [apology], tone: warm, text: 'I am sorry the {item} broke.' }
  - { id: damaged/remedy, scenario: [damaged], move: [remedy], tone: warm, text: 'A new {item} leaves today.' }
`;

const lines = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .filter((it) => it !== '')
    .map((it): unknown => JSON.parse(it));

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tactful-'));
  program = await buildProgram(folder);
  write('shop.yaml', BOOK);
  write('broken.yaml', BOOK.replace('category: deflect', 'category: deflekt'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('flag', () => {
  const draft = { id: 'a', text: 'Hello, not my department.', customer: 'the mug is broken' };
  const said = {
    id: 'a',
    flags: [
      {
        rule: 'deflect/department',
        category: 'deflect',
        severity: 'high',
        start: 7,
        end: 24,
        text: 'not my department',
        by: 'rule',
      },
    ],
    notices: [],
    moves: [],
    scenarios: ['damaged'],
    suggestions: [
      { script: 'damaged/apology', move: 'apology', text: 'I am sorry the {item} broke.' },
      { script: 'damaged/remedy', move: 'remedy', text: 'A new {item} leaves today.' },
    ],
  };

  it('reads stdin and writes one answer a line', async () => {
    const { code, out, err } = await fromSource(['flag', '--book', 'shop.yaml'], {
      cwd: folder,
      input: `${JSON.stringify(draft)}\n\n${JSON.stringify({ text: 'sorry, just wait' })}\n`,
    });
    expect(err).toBe('');
    expect(code).toBe(0);
    const [first, second] = lines(out);
    expect(first).toEqual(said);
    expect(second).toMatchObject({
      id: 3,
      flags: [{ rule: 'brush-off/hint', severity: 'low', start: 7, end: 16 }],
      moves: ['apology'],
      scenarios: [],
    });
  });

  it('reads a file, also after --book', async () => {
    write(
      'in.jsonl',
      JSON.stringify({
        ...draft,
        customer: ['cheaper now?', 'and cracked'],
        lang: 'en',
        scenario: 'other',
        labels: [],
      }),
    );
    const { code, out } = await tactful(['flag', '--book', 'shop.yaml', 'in.jsonl']);
    expect(code).toBe(0);
    expect(lines(out)).toMatchObject([{ id: 'a', scenarios: ['damaged', 'price-drop'] }]);
  });

  it('gives what the whole draft lacks apart from the flags', async () => {
    const { out } = await tactful(['flag', '--book', 'shop.yaml'], '{"text":"we cannot"}');
    expect(lines(out)).toMatchObject([
      { flags: [], notices: [{ rule: 'deflect/no-apology', category: 'deflect', severity: 'low' }] },
    ]);
  });

  it('counts offsets in UTF-16 units', async () => {
    const { out } = await tactful(['flag', '--book', 'shop.yaml'], '{"text":"😀 not my department"}');
    expect(lines(out)).toMatchObject([{ flags: [{ start: 3, end: 20 }] }]);
  });

  it('says which lines are wrong, answers the others, and exits with 1', async () => {
    const input = [
      '{"text":"fine"}',
      'nonsense',
      '{"id":1}',
      '{"text":"x","customer":5}',
      '{"text":"x","lang":"fr"}',
      '[1]',
      '{"text":"fine"}',
    ].join('\n');
    const { code, out, err } = await tactful(['flag', '--book', 'shop.yaml'], input);
    expect(code).toBe(1);
    expect(lines(out)).toMatchObject([{ id: 1 }, { id: 7 }]);
    expect(
      err
        .trim()
        .split('\n')
        .map((it) => it.slice(0, 36)),
    ).toEqual([
      '(stdin):2: this is not JSON (Unexpec',
      '(stdin):3: "text" is missing or not ',
      '(stdin):4: "customer" is neither a t',
      '(stdin):5: "lang" is one of: zh-Hans',
      '(stdin):6: this is not a JSON object',
    ]);
  });

  it('goes on without the broken rules of a book, saying so', async () => {
    const { code, out, err } = await tactful(['flag', '--book', 'broken.yaml'], JSON.stringify(draft));
    expect(code).toBe(0);
    expect(lines(out)).toMatchObject([{ flags: [] }]);
    expect(err).toMatch(/^broken\.yaml:8:15: error: deflect\/department: "category" cannot be "deflekt"/);
  });

  it('refuses a book with a mistake when strict', async () => {
    const { code, out, err } = await tactful(
      ['flag', '--strict', '--book', 'broken.yaml'],
      JSON.stringify(draft),
    );
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/broken\.yaml:8:15: error/);
  });
});

describe('check', () => {
  it('passes a good book', async () => {
    const { code, out } = await tactful(['check', 'shop.yaml']);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual([
      'shop (shop.yaml): 2 taboos, 1 absence, 2 scenarios, 2 scripts',
      '1 book: 0 errors, 0 warnings',
    ]);
  });

  it('reads folders, and puts a book on top of the one it builds on', async () => {
    mkdirSync(path.join(folder, 'books/base/more'), { recursive: true });
    mkdirSync(path.join(folder, 'books/own'), { recursive: true });
    const [head = '', rest = ''] = BOOK.split(/(?=taboos:)/);
    write('books/base/book.yaml', head);
    write('books/base/more/rules.yaml', rest);
    const own =
      'id: own\nname: Own\nlanguage: en\nversion: 1\nlicense: x\nextends: shop\noff: [brush-off/hint]\n';
    write('books/own/book.yaml', own);
    const { code, out } = await tactful(['check', 'books']);
    expect(out.trim().split('\n')).toEqual([
      'shop (books/base): 2 taboos, 1 absence, 2 scenarios, 2 scripts',
      'own (books/own): 1 taboo, 1 absence, 2 scenarios, 2 scripts',
      '2 books: 0 errors, 0 warnings',
    ]);
    expect(code).toBe(0);
    const alone = await tactful(['check', 'books/own']);
    expect(alone.code).toBe(1);
    expect(alone.out).toMatch(
      /^books\/own\/book\.yaml:6:10: error: The book "shop", on which this one builds, was not given/m,
    );
  });

  it('prints every problem with file, line and what to write instead', async () => {
    write(
      'failing.yaml',
      BOOK.replace('[[just wait]]', '[[wait]]').replace('I will find out', 'It is not my department'),
    );
    const { code, out } = await tactful(['check', 'failing.yaml']);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^failing\.yaml:12:15: error: deflect\/department: A suggestion may not be taboo itself/m,
    );
    expect(out).toMatch(
      /^failing\.yaml:20:24: error: brush-off\/hint: Should be flagged but is not: "\[\[wait\]\]"\. \(no pattern fits/m,
    );
    expect(out).toMatch(/^1 book: 2 errors, 0 warnings$/m);
  });
});

describe('evaluate', () => {
  const messages = [
    {
      id: 'd-1',
      lang: 'en',
      customer: 'broken',
      text: 'not my department',
      kind: 'taboo',
      labels: [{ category: 'deflect', span: 'not my department' }],
      moves: [],
    },
    {
      id: 'd-2',
      lang: 'en',
      customer: 'broken',
      text: 'go away',
      kind: 'taboo',
      labels: [{ category: 'confront', span: 'go away' }],
      moves: [],
    },
    {
      id: 'd-4',
      lang: 'en',
      customer: 'broken',
      text: 'just wait',
      kind: 'taboo',
      labels: [{ category: 'brush-off', span: 'just wait' }],
      moves: ['apology'],
    },
    {
      id: 'd-3',
      lang: 'en',
      customer: 'broken',
      text: 'secret odd miss',
      kind: 'taboo',
      labels: [{ category: 'blame', span: 'odd' }],
      moves: [],
    },
    {
      id: 'd-6',
      lang: 'en',
      customer: 'broken',
      text: 'sorry, we cannot, it is not my department',
      kind: 'hard-clean',
      labels: [],
      moves: ['apology'],
    },
    { id: 'd-8', lang: 'en', customer: 'broken', text: 'fine', kind: 'clean', labels: [], moves: [] },
    { id: 'c-1', lang: 'en', text: 'it is cracked', scenario: 'damaged' },
    { id: 'c-2', lang: 'en', text: 'cheaper and broken and cracked', scenario: 'price-drop' },
  ];

  beforeAll(() => {
    write('labelled.jsonl', messages.map((it) => JSON.stringify(it)).join('\n'));
    write(
      'en.tsv',
      'T\t2\tdeflect\tWell, [[not my department]]\nN\t2\tdeflect\tMy department\nT\t3\tblame\tsecret odd pair\nN\t3\tblame\tnot my department\n',
    );
    write('corpus.jsonl', '{"text":"not my department"}\n{"text":"fine"}\n');
  });

  it('measures drafts, scenarios, moves, pairs and corpora, by half', async () => {
    const { code, out } = await tactful([
      'evaluate',
      'labelled.jsonl',
      '--pairs',
      'en.tsv',
      '--corpus',
      'corpus.jsonl',
      '--book',
      'shop.yaml',
      '--json',
    ]);
    expect(code).toBe(0);
    const [report] = lines(out) as [
      { halves: { half: string; languages: Record<string, unknown>[] }[]; corpora: unknown[] },
    ];
    expect(report.halves.map((it) => it.half)).toEqual(['even', 'odd', 'all']);
    expect(report.halves[0]?.languages).toMatchObject([
      {
        language: 'en',
        drafts: {
          recall: { count: 0, of: 2 },
          recallWithLow: { count: 1, of: 2 },
          clean: { count: 0, of: 1 },
          hardClean: { count: 1, of: 1, share: 1 },
        },
        scenarios: {
          top1: { count: 0, of: 1 },
          top3: { count: 1, of: 1 },
          scriptsFit: { count: 0, of: 0 },
        },
        pairs: { twins: { offending: { count: 1, of: 1 }, innocent: { count: 0, of: 1 } } },
      },
    ]);
    expect(report.halves[2]?.languages).toMatchObject([
      {
        scenarios: { top1: { count: 1, of: 2 }, scriptsFit: { count: 1, of: 1 } },
        drafts: {
          recall: { count: 1, of: 4 },
          labelsFound: { count: 1, of: 4 },
          rightCategory: { count: 1, of: 1 },
          spanOverlap: 1,
        },
        moves: {
          apology: { truePositive: 1, falsePositive: 0, falseNegative: 1, precision: 1, recall: 0.5 },
        },
      },
    ]);
    expect(report.corpora).toEqual([
      {
        file: 'corpus.jsonl',
        flagged: { count: 1, of: 2, share: 0.5 },
        withLow: { count: 1, of: 2, share: 0.5 },
      },
    ]);
  });

  it('says what rules, the trained model and both find', async () => {
    const { out } = await tactful([
      'evaluate',
      'labelled.jsonl',
      '--half',
      'even',
      '--book',
      'shop.yaml',
      '--with-model',
    ]); // prettier-ignore
    expect(out).toMatch(/^en even rules +0\.0% \(0\/2\)/m);
    expect(out).toMatch(/^en even model +\d/m);
    expect(out).toMatch(/^en even both +\d/m);
  });

  it('prints tables for people', async () => {
    const { out } = await tactful(['evaluate', 'labelled.jsonl', '--half', 'even', '--book', 'shop.yaml']);
    expect(out).toMatch(
      /^en even +0\.0% \(0\/2\) +50\.0% +0\.0% \(0\/1\) +0\.0% +100\.0% \(1\/1\) +100\.0%$/m,
    );
    expect(out).not.toMatch(/en odd/);
  });

  it('lists misses, false alarms, scenarios, moves and corpus hits, never of the odd half', async () => {
    const { out } = await tactful([
      ...[
        'evaluate',
        'labelled.jsonl',
        '--misses',
        '--false-alarms',
        '--scenarios',
        '--moves',
        '--show',
        '5',
      ],
      ...['--pairs', 'en.tsv', '--corpus', 'corpus.jsonl', '--book', 'shop.yaml'],
    ]);
    expect(out).toMatch(/d-2 +confront\n.*\n +> \[\[go away\]\]/);
    expect(out).toMatch(/low: brush-off\/hint \(brush-off, low\) "just wait"/);
    expect(out).toMatch(/d-6 hard-clean/);
    expect(out).toMatch(/c-2 price-drop/);
    expect(out).toMatch(/d-4 -apology/);
    expect(out).toMatch(/corpus\.jsonl: flagged lines: 1\n> \[\[not my department\]\]/);
    expect(out).not.toMatch(/secret odd/);
    expect(out).not.toMatch(/d-3|d-1\b|en\.tsv 3/);
  });

  it('says which lines are wrong and exits with 1', async () => {
    write(
      'wrong.jsonl',
      '{"id":"x-2","lang":"en","text":"a","labels":[{"category":"deflect","span":"b"}]}\n{"id":"y","lang":"en","text":"a","scenario":"damaged"}\n',
    );
    write('wrong.tsv', 'T 2 no tabs\n');
    const { code, err } = await tactful([
      'evaluate',
      'wrong.jsonl',
      '--pairs',
      'wrong.tsv',
      '--book',
      'shop.yaml',
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/^wrong\.jsonl:1: the span "b" does not stand in the text$/m);
    expect(err).toMatch(/^wrong\.jsonl:2: "id" has no number$/m);
    expect(err).toMatch(/^wrong\.tsv:1: this is not T or N/m);
  });
});

describe('a wrong call', () => {
  it.each([
    [[], /npm run -s tactful/],
    [['frobnicate'], /Unknown command frobnicate/],
    [['flag', '--bok', 'x'], /Unknown option --bok; known here: --book/],
    [['flag', '--book'], /--book needs at least one value/],
    [['flag', '--book', 'nowhere.yaml'], /There is no file or folder nowhere\.yaml/],
    [['flag', 'nowhere.jsonl', '--book', 'shop.yaml'], /There is no file nowhere\.jsonl/],
    [['evaluate'], /evaluate needs a file/],
    [['evaluate', 'labelled.jsonl', '--half', 'third'], /--half is one of: even, odd, all/],
  ])('%j exits with 2 and says how to call it', async (args, says) => {
    const { code, out, err } = await tactful(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(says);
    expect(err).toMatch(/evaluate FILE/);
  });
});
