import { describe, expect, it } from 'vitest';
import { compileRules, type Lists, parsePattern } from '@/lib/rules';

const lists: Lists = { you: ['你|您'], 退款: ['退款|退钱'] };

function problemsOf(pattern: string, more: Lists = {}) {
  return compileRules([{ id: 'r', flag: [pattern] }], { ...lists, ...more }).problems;
}

describe('a mistake is told with its column and a way out', () => {
  it.each([
    ['', 'empty-pattern', 1],
    ['   ', 'empty-pattern', 1],
    ['。', 'no-fixed-word', 1],
    ['没办法'.repeat(1000), 'too-long', 2001],
    ['[没]'.repeat(1000), 'too-long', 2001],
    ['不归(我|他', 'unclosed-bracket', 3],
    ['不归[我', 'unclosed-bracket', 3],
    ['不归{0-3', 'unclosed-bracket', 3],
    ['不归（我', 'unclosed-bracket', 3],
    ['(我]不', 'unclosed-bracket', 1],
    ['不归)我', 'stray-bracket', 3],
    ['不归}我', 'stray-bracket', 3],
    ['不归我]', 'stray-bracket', 4],
    ['不归||我管', 'empty-alternative', 4],
    ['不归|', 'empty-alternative', 3],
    ['不归()我', 'empty-alternative', 3],
    ['不归[]我', 'empty-alternative', 3],
    ['不归 & ', 'empty-alternative', 1],
    ['不归{foo}我', 'unknown-slot', 3],
    ['不归{}我', 'unknown-slot', 3],
    ['不归{constructor}我', 'unknown-slot', 3],
    ['不归{0-30}我', 'gap-too-wide', 3],
    ['不归{5-2}我', 'gap-reversed', 3],
    ['不归@ 我', 'list-without-name', 3],
    ['@yuo 不归', 'unknown-list', 1],
    ['不归@toString', 'unknown-list', 3],
    ['不归~我', 'tilde-not-english', 3],
    ['~(get)', 'tilde-not-english', 1],
    ['不归*', 'star-without-word', 3],
    ['* refund', 'star-without-word', 1],
    ['(不归&我)', 'ampersand-inside', 4],
    ['不归\\', 'dangling-escape', 3],
    ['[不归]', 'no-fixed-word', 1],
    ['{n}', 'no-fixed-word', 1],
    ['…', 'no-fixed-word', 1],
    ['(不归|)', 'no-fixed-word', 1],
    ['(不归|{n})…[我]', 'no-fixed-word', 1],
    ['{n} & {money}', 'no-fixed-word', 1],
    ['不归 & [我]', 'no-fixed-word', 1],
    [`${'('.repeat(13)}不归${')'.repeat(13)}`, 'nested-too-deep', 13],
  ])('%s', (pattern, code, column) => {
    const [first, ...others] = problemsOf(pattern);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ rule: 'r', key: 'flag', index: 0, level: 'error', code, column });
    expect(first?.message).toMatch(/^["A-Z].*\.$/);
    expect(first?.fix).toMatch(/[.:)\]"]$/);
  });

  it('suggests the nearest list', () => {
    expect(problemsOf('@yuo 不归')[0]?.fix).toContain('Did you mean @you?');
    expect(problemsOf('@退歀啊')[0]?.fix).toContain('Did you mean @退款?');
    expect(problemsOf('@somethingelse 不归')[0]?.fix).not.toContain('Did you mean');
  });

  it.each([
    ['没', '没'],
    ['没{0-3}办', '办'],
    ['[真]没', '没'],
  ])('%s is allowed with a warning', (pattern, subject) => {
    expect(problemsOf(pattern)).toMatchObject([{ code: 'single-character', level: 'warning', subject }]);
  });

  it.each(['共{n}件', '没[有]办', 'a', '退款 & 烦'])('%s needs no warning', (pattern) => {
    expect(problemsOf(pattern)).toEqual([]);
  });
});

describe('exceptions', () => {
  it.each([
    ['notAfter', '[如果]', 'matches-nothing'],
    ['notBefore', '…', 'matches-nothing'],
    ['unlessPartOf', '不是 & 没', 'ampersand-in-exception'],
    ['unlessPartOf', '不是(没', 'unclosed-bracket'],
    ['notAfter', '@nobody', 'unknown-list'],
  ] as const)('%s: %s', (key, pattern, code) => {
    const { problems, matcher } = compileRules([{ id: 'r', flag: ['没办法'], [key]: ['不是', pattern] }]);
    expect(problems).toMatchObject([{ rule: 'r', key, index: 1, code, level: 'error' }]);
    expect(matcher.scan('没办法').hits).toEqual([]);
  });

  it('may be as unspecific as a number', () => {
    expect(compileRules([{ id: 'r', flag: ['没办法'], notAfter: ['{n}', '没'] }]).problems).toEqual([]);
  });
});

describe('lists', () => {
  it('that contain themselves are cut and reported', () => {
    const { problems, matcher } = compileRules([{ id: 'r', flag: ['(@a)办法'] }], {
      a: ['没', '@b有'],
      b: ['真@c', '好'],
      c: ['@a', '也'],
    });
    expect(problems).toMatchObject([{ rule: 'c', key: 'list', index: 0, code: 'cyclic-list', subject: 'a' }]);
    const hits = (text: string) => matcher.scan(text).hits.length;
    expect([hits('没办法'), hits('好有办法'), hits('真也有办法'), hits('真办法')]).toEqual([1, 1, 1, 0]);
  });

  it('leave out an item with a mistake and keep the others', () => {
    const { problems, matcher } = compileRules([{ id: 'r', flag: ['(@a)办法'] }], {
      a: ['没有', '很(没', '{x}', 'a & b'],
    });
    expect(problems.map(({ rule, key, index, code }) => [rule, key, index, code])).toEqual([
      ['a', 'list', 1, 'unclosed-bracket'],
      ['a', 'list', 2, 'unknown-slot'],
      ['a', 'list', 3, 'ampersand-inside'],
    ]);
    expect(matcher.scan('没有办法').hits).toHaveLength(1);
  });

  it('without a sound item make their rules say so', () => {
    const { problems } = compileRules([{ id: 'r', flag: ['@a办法', '@a'] }], { a: ['('] });
    expect(problems.map(({ rule, code }) => [rule, code])).toContainEqual(['r', 'empty-list']);
  });
});

describe('a rule with a mistake', () => {
  it('is left out whole, the others stay', () => {
    const { matcher } = compileRules([
      { id: 'bad', flag: ['不归我管', '没(办法'] },
      { id: 'good', flag: ['没办法'] },
    ]);
    expect(matcher.scan('不归我管，没办法').hits.map(({ id, rule }) => [id, rule])).toEqual([['good', 1]]);
    expect(matcher.ruleCount).toBe(2);
  });
});

describe('parsePattern', () => {
  it('checks names only against lists it is given', () => {
    expect(parsePattern('@any好').problems).toEqual([]);
    expect(parsePattern('@any好', {}).problems).toMatchObject([{ code: 'unknown-list', subject: 'any' }]);
  });

  it('gives every piece its column', () => {
    const { ast } = parsePattern('不(归|@you)…{n}[我]~get refund* ^好$');
    const [alternative] = ast.alternatives;
    expect(alternative?.parts[0]?.map(({ kind, at }) => `${kind}:${at}`)).toEqual([
      'text:1',
      'group:2',
      'gap:10',
      'slot:11',
      'group:14',
      'forms:17',
      'space:21',
      'text:22',
      'ending:28',
      'space:29',
      'edge:30',
      'text:31',
      'edge:32',
    ]);
  });
});
