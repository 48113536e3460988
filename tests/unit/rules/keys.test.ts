import { describe, expect, it } from 'vitest';
import { compileRules, type PatternRule } from '@/lib/rules';
import { found } from './finding';

type Row = readonly [rest: Partial<PatternRule>, text: string, hits: readonly string[]];

describe('not after', () => {
  it.each<Row>([
    [{ notAfter: ['不是|并非'] }, '不是没办法', []],
    [{ notAfter: ['不是'] }, '不是的，真没办法', []],
    [{ notAfter: ['不是'] }, '不是。没办法', ['没办法']],
    [{ notAfter: ['不是'] }, '没办法不是', ['没办法']],
    [{ notAfter: ['不是'] }, `不是${'一二三四五六七'.repeat(2)}没办法`, []],
    [{ notAfter: ['不是'] }, `不是${'一二三四五六七'.repeat(2)}八没办法`, ['没办法']],
    [{ notAfter: ['不{0-2}是'] }, '不太是没办法', []],
  ])('%j %s', (rest, text, hits) => {
    expect(found('没办法', text, rest)).toEqual(hits);
  });
});

describe('not before', () => {
  it.each<Row>([
    [{ notBefore: ['until|without'] }, 'nothing we can do until Monday', []],
    [{ notBefore: ['until'] }, 'nothing we can do. Until Monday', ['nothing we can do']],
    [{ notBefore: ['until'] }, 'until then nothing we can do', ['nothing we can do']],
    [{ notBefore: ['until'] }, 'nothing we can do for you now until Monday', []],
    [{ notBefore: ['until'] }, 'nothing we can do for you in this shop until Monday', ['nothing we can do']],
  ])('%j %s', (rest, text, hits) => {
    expect(found('nothing we can do', text, rest)).toEqual(hits);
  });
});

describe('unless part of', () => {
  it.each<Row>([
    [{ unlessPartOf: ['不是没办法'] }, '不是没办法，是没办法', ['没办法']],
    [{ unlessPartOf: ['没办法{0-4字}(感谢|形容)'] }, '没办法用语言形容', []],
    [{ unlessPartOf: ['没办法形容'] }, '没办法', ['没办法']],
    [{ unlessPartOf: ['办法'] }, '没办法', ['没办法']],
    [{ unlessPartOf: ['@longer'] }, '有没有没办法', []],
  ])('%j %s', (rest, text, hits) => {
    expect(found('没办法', text, rest, { longer: ['有没有@core', '不是@core'], core: ['没办法'] })).toEqual(
      hits,
    );
  });

  it('needs to cover one half of a pair only', () => {
    expect(found('退款 & 麻烦', '退款不麻烦', { unlessPartOf: ['不麻烦'] })).toEqual([]);
    expect(found('退款 & 麻烦', '退款不怕麻烦', { unlessPartOf: ['不麻烦'] })).toEqual(['退款不怕麻烦']);
  });
});

describe('ignore', () => {
  it.each([
    ['nothing', '不归我管', true],
    ['nothing', '不 归我管', false],
    ['spaces', '不 归\u200b我😀管', true],
    ['spaces', '不，归我管', false],
    ['punctuation', '不，归-我*管', true],
    ['punctuation', '不。归我管', false],
  ] as const)('%s sees through %s: %s', (ignore, text, hit) => {
    expect(found('不归我管', text, { ignore })).toEqual(hit ? [text] : []);
    expect(found('不(归|由){0}我管', text, { ignore }).length > 0 || ignore === 'nothing').toBe(
      hit || ignore === 'nothing',
    );
  });

  it.each([
    ['nothing', 'not  my', true],
    ['nothing', 'not, my', false],
    ['spaces', 'not, my', true],
    ['spaces', 'not-my', true],
    ['spaces', 'not. my', false],
  ] as const)('%s between English words sees through %s: %s', (ignore, text, hit) => {
    expect(found('not my', text, { ignore })).toEqual(hit ? [text] : []);
    expect(found('~be not my|not (my|our)', text, { ignore })).toEqual(hit ? [text] : []);
  });
});

describe('quotes', () => {
  it.each([
    '您说的“没办法”',
    '您说的「没办法」',
    '您说的『没办法』',
    '见《没办法》',
    '您说的"没办法"',
    '> 没办法\n好的',
    '好的\n  > 您说没办法',
    '您说的“真的没办法了”',
  ])('%s passes', (text) => {
    expect(found('没办法', text)).toEqual([]);
    expect(found('没办法', text, { quotes: 'flag' })).toEqual(['没办法']);
  });

  it.each([
    '“没办法',
    '没办法”',
    '5"没办法',
    '“没”办法',
    '您说“好”，没办法，“好”',
    '"好\n没办法"',
    '3 > 2 没办法',
  ])('%s is nobody else’s words', (text) => {
    expect(found('没办法', text, { ignore: 'punctuation' })).toHaveLength(1);
  });
});

describe('overlaps', () => {
  const scan = (rules: readonly PatternRule[], text: string, overlaps = false) =>
    compileRules(rules)
      .matcher.scan(text, { overlaps })
      .hits.map(({ id, start, end }) => `${id}:${text.slice(start, end)}`);

  it('gives way to the higher rank, then the longer, then the earlier', () => {
    const short = { id: 'short', flag: ['没办法'] };
    const long = { id: 'long', flag: ['真的没办法了'] };
    const next = { id: 'next', flag: ['办法了吧'] };
    expect(scan([short, long], '真的没办法了')).toEqual(['long:真的没办法了']);
    expect(scan([{ ...short, rank: 2 }, long], '真的没办法了')).toEqual(['short:没办法']);
    expect(scan([{ id: 'late', flag: ['办法了'] }, short], '没办法了')).toEqual(['short:没办法']);
    expect(scan([short, next], '没办法了吧')).toEqual(['next:办法了吧']);
  });

  it('are all told on request, sorted by start', () => {
    const rules = [
      { id: 'b', flag: ['办法'] },
      { id: 'a', flag: ['没办法', '没[有]办…'] },
    ];
    expect(scan(rules, '没办法', true)).toEqual(['a:没办法', 'a:没办', 'b:办法']);
  });

  it('take the tightest wording of a pattern with gaps', () => {
    expect(scan([{ id: 'x', flag: ['你…什么'] }], '你说你要什么什么')).toEqual(['x:你要什么']);
  });
});

describe('a hit', () => {
  it('names rule, pattern and UTF-16 place', () => {
    const { matcher } = compileRules([
      { id: 'first', flag: ['好吧'] },
      { id: 'second', flag: ['随便', '没[有]办法'] },
    ]);
    expect(matcher.scan('😀 真的没 辦法')).toEqual({
      hits: [{ rule: 1, id: 'second', pattern: 1, start: 5, end: 9 }],
      steps: expect.any(Number),
      exhausted: false,
    });
  });

  it('is the same for a text folded beforehand', async () => {
    const { fold } = await import('@/lib/text');
    const { matcher } = compileRules([{ id: 'x', flag: ['没[有]办法'] }]);
    const text = '这個沒有辦法。“没办法”没办法';
    expect(matcher.scan(fold(text))).toEqual(matcher.scan(text));
  });
});
