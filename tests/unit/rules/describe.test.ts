import { describe, expect, it } from 'vitest';
import { describePattern, type Phrase } from '@/lib/rules';

const words = (text: string): Phrase => ({ kind: 'words', text });
const lists = { give: ['给', '送', '發', '补', '寄'] };

describe('a pattern is told step by step', () => {
  it.each<[string, Phrase[]]>([
    ['不歸我管', [words('不歸我管')]],
    ['You Got Extra', [words('You Got Extra')]],
    [
      '(你|您){0-3}没看',
      [
        { kind: 'choice', options: [[words('你')], [words('您')]], optional: false },
        { kind: 'gap', min: 0, max: 3 },
        words('没看'),
      ],
    ],
    ['[也]要', [{ kind: 'choice', options: [[words('也')]], optional: true }, words('要')]],
    ['原来…现在', [words('原来'), { kind: 'gap', min: 0, max: 8 }, words('现在')]],
    [
      '@give {n} 件',
      [
        { kind: 'list', name: 'give', some: ['给', '送', '發', '补'] },
        { kind: 'slot', name: 'number' },
        words('件'),
      ],
    ],
    ['your refund* is', [words('your'), { kind: 'stem', text: 'refund' }, words('is')]],
    ['100\\% \\(sure\\)', [words('100% (sure)')]],
    ['^然后呢$', [{ kind: 'edge', side: 'start' }, words('然后呢'), { kind: 'edge', side: 'end' }]],
  ])('%s', (pattern, phrases) => {
    expect(describePattern(pattern, lists).alternatives).toEqual([[phrases]]);
  });

  it('forms of a word come with it', () => {
    const [[[phrase]]] = describePattern('~get').alternatives as [[[Phrase]]];
    expect(phrase).toMatchObject({ kind: 'forms', word: 'get' });
  });

  it('alternatives and parts are kept apart', () => {
    expect(describePattern('a & b|c').alternatives).toEqual([[[words('a')], [words('b')]], [[words('c')]]]);
  });

  it('what is wrong comes along', () => {
    expect(describePattern('(你|您').problems.map((it) => it.code)).toEqual(['unclosed-bracket']);
  });
});
