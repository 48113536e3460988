import { describe, expect, it } from 'vitest';
import { compileRules, type PatternRule, Rescanner, type Scanner } from '@/lib/rules';
import { fold } from '@/lib/text';
import { fc, test } from '../property';

/** Rules of every kind that looks beyond its own words: gaps, halves, exceptions, quotes, sentence ends. */
const RULES: readonly PatternRule[] = [
  { id: 'plain', flag: ['多拿', 'you got extra', '不归我管'] },
  { id: 'gap', flag: ['不{0-8}管', 'not {0-6} job'], rank: 1 },
  { id: 'halves', flag: ['规定 & 没办法', 'policy & sorry'] },
  { id: 'crossing', flag: ['好的。多拿', 'sorry.{0-4}policy', '抱歉。{0-6}发货'] },
  { id: 'edges', flag: ['^好的$', '^sorry'] },
  { id: 'excused', flag: ['没办法'], notAfter: ['不是'], notBefore: ['帮'], unlessPartOf: ['真的没办法'] },
  { id: 'excused-across', flag: ['规定'], unlessPartOf: ['抱歉。规定', '规定。{0-3}发货'] },
  { id: 'quoted-too', flag: ['多拿', 'policy'], quotes: 'flag' },
  { id: 'through', flag: ['抱歉发货', '好的'], ignore: 'punctuation' },
  { id: 'number', flag: ['{n}件', 'within {n} days', '{time}发货'] },
];

const { matcher } = compileRules(RULES);

const FRAGMENTS = [
  ...'好的 多拿 不归我管 不 管 规定 没办法 真的没办法 不是 帮 抱歉 发货 明天 3 件 2.5 您 。 ！ ？ ， … “ ” 「 」 " \n > ) ’'.split(
    ' ',
  ),
  ' ',
  '. ',
  '! ',
  '.',
  '3.5',
  'you got extra',
  'not',
  'my job',
  'policy',
  'sorry',
  "don't",
  'Mr. ',
  'within',
  'days',
  '👍',
  '規定',
];
const words = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 16 }).map((parts) => parts.join(''));
/** Long enough that a change does not touch most of it. */
const draft = fc.array(words, { minLength: 4, maxLength: 9 }).map((parts) => parts.join('。'));
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.constantFrom(0, 0, 1, 1, 3, 12),
    inserted: fc.oneof(fc.constantFrom('', ...FRAGMENTS), words),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('reading a text again after a change', () => {
  test.prop([draft, edits], 200)('finds what reading all of it finds', (first, changes) => {
    const rescanner = new Rescanner(matcher);
    let text = first;
    const look = () => {
      const whole = matcher.scan(text, { overlaps: true }).hits;
      expect(rescanner.scan(fold(text), { overlaps: true }).hits).toEqual(whole);
    };
    look();
    for (const { at, removed, inserted } of changes) {
      const start = Math.floor(at * text.length);
      text = text.slice(0, start) + inserted + text.slice(start + removed);
      look();
    }
  });

  it('reads a few sentences where one of many changed', () => {
    const sentence = '您好，规定是这样，真的没办法。Sorry, that is not my job. ';
    const before = sentence.repeat(60);
    const after = `${before.slice(0, 900)}多${before.slice(900)}`;
    const rescanner = new Rescanner(matcher);
    const whole = rescanner.scan(before, { overlaps: true });
    const again = rescanner.scan(after, { overlaps: true });
    expect(again.hits).toEqual(matcher.scan(after, { overlaps: true }).hits);
    expect(again.steps * 5).toBeLessThan(whole.steps);
  });

  it('reads nothing where it knows the text', () => {
    let scans = 0;
    const counted: Scanner = {
      reach: matcher.reach,
      scan: (text, options) => {
        scans++;
        return matcher.scan(text, options);
      },
    };
    const rescanner = new Rescanner(counted);
    for (const text of ['多拿', '不归我管', '多拿', '不归我管']) rescanner.scan(text, { overlaps: true });
    expect(scans).toBe(2);
  });
});
