import { describe, expect, it } from 'vitest';
import { takeMarks } from '@/lib/phrasebook';
import { compileRules, parsePattern } from '@/lib/rules';
import { asExample, type Proposal, proposePatterns } from '@/lib/workbench';
import { fc, test } from '../property';

const all = ({ caught }: Proposal): boolean => caught.every((it) => it !== null);

describe('a pattern out of examples', () => {
  it.each<[what: string, bad: string[], good: string[], pattern: string]>([
    ['shared words', ['这个不归我管，您问快递吧', '亲，退款不归我管的'], ['这个归我管'], '不归我管'],
    ['the same words in both scripts', ['这不歸我管', '退款不归我管'], ['这个归我管'], '不歸我管'],
    ['both ways to say you', ['您[[自己去看]]吧', '你[[自己去看]]啊'], ['我自己看'], '自己去看'],
    [
      'a word that may be missing',
      ['You should have read the manual', 'you really should have read our policy'],
      ['I should have read your message.'],
      'you [really] should have read',
    ],
    [
      'wordings of one place',
      ['there is nothing i can do', 'nothing we can do'],
      [],
      'nothing (i|we) can do',
    ],
    ['numbers', ['我说了3遍了', '我说了两遍了'], ['我说一下'], '我说了{n}遍了'],
    ['the words that were marked', ['您[[到底想怎么样]]呢', '你[[到底要怎样]]'], [], '到底(想|要)怎[么]样'],
    ['a single message', ['爱买不买'], ['买了吗'], '爱买不买'],
  ])('is made of %s', (_, bad, good, pattern) => {
    const proposals = proposePatterns({ bad, good, lists: {} });
    expect(proposals.flatMap((it) => it.patterns)).toContain(pattern);
  });

  it('is said with a list where the messages differ in what it holds', () => {
    const lists = { mine: ['归我管', '关我的事', '是我负责'] };
    const [best] = proposePatterns({
      bad: ['这不归我管', '这不关我的事', '这不是我负责的'],
      good: ['这归我管'],
      lists,
    });
    expect(best?.patterns).toEqual(['这不(@mine)']);
    expect(best && all(best)).toBe(true);
  });

  it('is several where one does not catch all', () => {
    const [best] = proposePatterns({
      bad: ['公司规定不能退', '这是公司规定', '爱买不买', '随便你爱买不买'],
      good: ['按规定给您退款'],
      lists: {},
    });
    expect(best?.patterns).toHaveLength(2);
    expect(best && all(best)).toBe(true);
  });

  it('comes late where it hits what is harmless', () => {
    const bad = ['您好，这个不归我管', '您好，那个不归我管'];
    const [best] = proposePatterns({ bad, good: [], lists: {}, ordinary: ['您好，这个有货', '您好'] });
    expect(best?.ordinary).toBe(0);
  });

  it('is none where nothing is shared or all that is shared is fine', () => {
    expect(proposePatterns({ bad: ['规定', '没有'], good: [], lists: {} })).toEqual([]);
    expect(proposePatterns({ bad: ['这是规定', '这是规定吗'], good: ['这是规定'], lists: {} })).toEqual([]);
    expect(proposePatterns({ bad: [], good: [], lists: {} })).toEqual([]);
  });

  it('says what it hits, for the examples of the rule', () => {
    const bad = ['亲，[[退款]]不归我管的', '不归我管'];
    const proposal = proposePatterns({
      bad: bad.map((it) => it.replaceAll(/\[\[|\]\]/g, '')),
      good: [],
      lists: {},
    })[0];
    expect(asExample(bad[0]!, proposal?.caught[0] ?? null)).toBe('亲，退款[[不归我管]]的');
    expect(asExample(bad[1]!, null)).toBe('不归我管');
  });

  const WORDS = [
    '你',
    '您',
    '自己',
    '看',
    '规定',
    '没办法',
    '，',
    '。',
    ' ',
    '3',
    '两遍',
    'you',
    'read',
    "don't",
    '100%',
    '$5',
    '(',
    '|',
    '@a',
    '…',
    '👍',
    '[[',
    '不',
  ];
  const message = fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((it) => it.join(''));
  const messages = fc.array(message, { maxLength: 6 });

  test.prop([messages, messages, messages], 150)(
    'always parses, catches what it says and spares what is fine',
    (bad, good, ordinary) => {
      const lists = { a: ['自己', '看'], b: ['@a', '规定'] };
      const plain = (text: string): string => takeMarks(text).text;
      for (const { patterns, caught } of proposePatterns({ bad, good, lists, ordinary })) {
        for (const it of patterns) {
          expect(parsePattern(it, lists).problems.filter(({ level }) => level === 'error')).toEqual([]);
        }
        const { matcher } = compileRules([{ id: 'made', flag: patterns }], lists);
        const hits = (text: string) => matcher.scan(plain(text), { overlaps: true }).hits;
        bad.forEach((text, index) => {
          const span = caught[index] ?? null;
          const found = hits(text).map(({ start, end }) => ({ start, end }));
          if (span === null) expect(found).toEqual([]);
          else expect(found).toContainEqual(span);
        });
        for (const text of good) expect(hits(text)).toEqual([]);
      }
    },
  );
});
