import { describe, expect, it } from 'vitest';
import { type Book, loadBook, mergeBooks } from '@/lib/phrasebook';

const BASE = `id: base
name: Base
language: zh-Hans
version: 1
license: Apache-2.0
lists:
  you: [你, 您]
  look: [看]
taboos:
  - id: brush-off/look
    category: brush-off
    severity: high
    flag: ['@you自己@look']
    unlessPartOf: ['@you自己@look的话']
    why: 把顾客推开了。
    instead: [我帮您看一下。]
    examples: { flag: ['[[您自己看]]'], pass: [您自己看的话也行] }
  - id: deflect/helpless
    category: deflect
    severity: medium
    flag: [没办法]
    why: 推脱。
    instead: [我想想办法。]
    examples: { flag: ['[[没办法]]'], pass: [有办法] }
scenarios:
  - { id: damaged, title: 破损, cues: [碎了], steps: [道歉], ask: [照片] }
moves:
  - { id: apology, title: 道歉, flag: [抱歉], examples: { flag: [抱歉], pass: [谢谢] } }
variables:
  - { id: paid, label: 付款, type: money, example: '5' }
scripts:
  - { id: damaged/sorry, scenario: [damaged], move: [apology], tone: warm, text: 抱歉 }
remedies:
  - { id: refund, kind: refund, title: 退款, authority: agent }
`;

const base = (): Book => {
  const { book } = loadBook([{ path: 'base.yaml', text: BASE }]);
  if (book === undefined) throw new Error('the base does not load');
  return book;
};

const over = (language: string, body: string) =>
  loadBook(
    [
      {
        path: 'over.yaml',
        text: `id: over\nname: Over\nlanguage: ${language}\nversion: 1\nlicense: Apache-2.0\nextends: base\n${body}`,
      },
    ],
    {
      base: { book: base() },
    },
  );

const OVERRIDE = `lists:
  look: [瞧]
  mine: [我]
taboos:
  - id: brush-off/look
    flag: [妳自己看]
    why: 這樣像在趕客人。
    instead: [我幫您看。]
    examples: { flag: ['[[妳自己看]]'] }
scenarios:
  - { id: damaged, title: 破損, cues: [破掉], steps: [先道歉] }
`;

describe('a book on top of another', () => {
  it('adds patterns, lists and examples, and replaces words', () => {
    const { book, problems } = over('zh-Hant', OVERRIDE);
    expect(problems.filter((it) => it.level === 'error')).toEqual([]);
    expect(book?.lists).toEqual({ you: ['你', '您'], look: ['看', '瞧'], mine: ['我'] });
    expect(book?.taboos.find((it) => it.id === 'brush-off/look')).toEqual({
      id: 'brush-off/look',
      category: 'brush-off',
      severity: 'high',
      flag: ['@you自己@look', '妳自己看'],
      unlessPartOf: ['@you自己@look的话'],
      why: '這樣像在趕客人。',
      instead: ['我幫您看。'],
      examples: { flag: ['[[您自己看]]', '[[妳自己看]]'], pass: ['您自己看的话也行'] },
    });
    expect(book?.scenarios[0]).toEqual({
      id: 'damaged',
      title: '破損',
      cues: ['碎了', '破掉'],
      steps: ['先道歉'],
      ask: ['照片'],
    });
    expect(book?.moves.map((it) => it.id)).toEqual(['apology']);
    expect(book).toMatchObject({ id: 'over', language: 'zh-Hant' });
  });

  it.each([
    { language: 'zh-Hans', scripts: ['damaged/sorry'], remedies: ['refund'], variables: ['paid'] },
    { language: 'zh-Hant', scripts: [], remedies: [], variables: [] },
  ])(
    'hands down scripts, remedies and variables only within one language: $language',
    ({ language, scripts, remedies, variables }) => {
      const { book } = over(language, '');
      expect(book?.scripts.map((it) => it.id)).toEqual(scripts);
      expect(book?.remedies.map((it) => it.id)).toEqual(remedies);
      expect(book?.variables.map((it) => it.id)).toEqual(variables);
    },
  );

  it('switches inherited rules off', () => {
    expect(over('zh-Hans', 'off: [deflect/helpless]\n').book?.taboos.map((it) => it.id)).toEqual([
      'brush-off/look',
    ]);
  });

  it('changes neither book', () => {
    const below = base();
    const { own } = over('zh-Hant', OVERRIDE);
    const before = structuredClone({ below, own });
    if (own === undefined) throw new Error('the override does not load');
    mergeBooks(below, own);
    expect({ below, own }).toEqual(before);
  });

  it.each([
    {
      what: 'an override of a rule that is not there',
      body: 'taboos:\n  - id: brush-off/loook\n    flag: [x]\n',
      line: 8,
      says: /"brush-off\/loook" is not in base, so there is nothing to build on/,
      fix: /did you mean "brush-off\/look"/,
    },
    {
      what: 'a key of it that is missing',
      body: 'taboos:\n  - id: new-one\n    flag: [x]\n',
      line: 8,
      says: /"category" is missing/,
      fix: /one of: blame/,
    },
    {
      what: 'an unknown rule switched off',
      body: 'off: [deflect/helples]\n',
      line: 7,
      says: /"off" names "deflect\/helples", which is not in base/,
      fix: /did you mean "deflect\/helpless"/,
    },
  ])('refuses $what', ({ body, line, says, fix }) => {
    const { book, problems } = over('zh-Hans', body);
    expect(book).toBeUndefined();
    const found = problems.find((it) => says.test(it.message));
    expect(found).toMatchObject({ file: 'over.yaml', line, level: 'error' });
    expect(found?.fix).toMatch(fix);
  });

  it('refuses another base than the one it names', () => {
    const text = 'id: over\nname: Over\nlanguage: en\nversion: 1\nlicense: Apache-2.0\nextends: other\n';
    const { problems } = loadBook([{ path: 'over.yaml', text }], { base: { book: base() } });
    expect(problems.map((it) => `${it.line} ${it.message}`)).toContain(
      '6 This book builds on "other", but "base" was given.',
    );
  });

  it('warns of words that stay in the other language', () => {
    const { problems } = over('zh-Hant', OVERRIDE);
    expect(problems.map((it) => `${it.level} ${it.rule}: ${it.message}`)).toEqual([
      'warning deflect/helpless: Inherited from base; why, instead still stand in zh-Hans.',
      'warning apology: Inherited from base; title still stands in zh-Hans.',
      'warning damaged: Inherited from base; ask still stands in zh-Hans.',
    ]);
    expect(over('zh-Hans', '').problems).toEqual([]);
  });
});
