import { describe, expect, it } from 'vitest';
import { compileRules, type Lists, type PatternRule } from '@/lib/rules';

function steps(flag: string, text: string, lists: Lists = {}, budget = 1e9): number {
  const { matcher, problems } = compileRules([{ id: 'x', flag: [flag] }], lists);
  expect(problems.filter((it) => it.level === 'error')).toEqual([]);
  const result = matcher.scan(text, { budget });
  expect(result.exhausted).toBe(false);
  return result.steps;
}

const items = Array.from({ length: 60 }, (_, index) =>
  String.fromCharCode(0x4e00 + index * 7, 0x5e00 + index * 3),
);
const nested = `${'[没'.repeat(11)}好${']'.repeat(11)}`;

/** Patterns that take a backtracking matcher exponential or high polynomial time. */
const PATHOLOGICAL: readonly (readonly [pattern: string, text: string])[] = [
  [`${'没{0-20}'.repeat(5)}办法`, '没'.repeat(60)],
  [`${'没{0-20}'.repeat(5)}办法`, '没'.repeat(2000)],
  [`${'没{0-20}'.repeat(5)}办法`, `${'没'.repeat(60)}办法`.repeat(30)],
  ['办法{0-20}没{0-20}没{0-20}没{0-20}好', '办法没'.repeat(666)],
  [`${'[没]'.repeat(40)}办法`, '没'.repeat(2000)],
  [`${'(没|没没)'.repeat(20)}办法`, '没'.repeat(2000)],
  [`${nested}办法`, '没'.repeat(2000)],
  ['(你|)(@list|)…(@list|)…(@list|)…办法', items.join('').repeat(16)],
  [`${'a {0-20} '.repeat(5)}b`, 'a '.repeat(1000)],
  ['没{0-20}{n}{0-20}{n}{0-20}办法', '没三'.repeat(1000)],
  ['没{0-20}{time}{0-20}办法', '没明天下午三点前'.repeat(250)],
  ['没 & 办 & 法', '没办'.repeat(1000)],
];

describe('no pattern costs more than its size times the text', () => {
  it.each(PATHOLOGICAL)('%s', (pattern, text) => {
    const size = pattern.length + 20;
    expect(steps(pattern, text, { list: items })).toBeLessThan(size * 21 * (text.length + 20));
  });

  it('grows in proportion to the text', () => {
    const pattern = `${'没{0-20}'.repeat(5)}办法`;
    const once = steps(pattern, `${'没'.repeat(500)}办法`);
    const twice = steps(pattern, `${'没'.repeat(1000)}办法`);
    expect(twice).toBeLessThan(once * 2.2 + 1000);
  });
});

describe('the budget', () => {
  it('ends a scan and says so', () => {
    const { matcher } = compileRules([{ id: 'x', flag: [`${'没{0-20}'.repeat(5)}办法`] }]);
    const text = `${'没'.repeat(100)}办法`.repeat(20);
    const { steps, exhausted } = matcher.scan(text, { budget: 500 });
    expect(exhausted).toBe(true);
    expect(steps).toBeLessThan(1000);
  });

  it('is not noticed by the next scan', () => {
    const { matcher } = compileRules([{ id: 'x', flag: ['没{0-20}办法'] }]);
    matcher.scan('没'.repeat(5000), { budget: 1 });
    expect(matcher.scan('没什么办法')).toMatchObject({ exhausted: false, hits: [{ start: 0, end: 5 }] });
  });

  it('is far from what an ordinary message needs', () => {
    const rules: PatternRule[] = items.map((item, index) => ({
      id: String(index),
      flag: [`(你|您|亲)[也|都]{0-4字}${item}…(怎么|什么)`, `(@list|)[就]没[有]${item}{time}`],
    }));
    const { matcher } = compileRules(rules, { list: items });
    expect(
      matcher.scan('您好，您要的我们都没有，明天下午三点前给您答复，怎么样？'.repeat(60)).steps,
    ).toBeLessThan(40_000);
  });
});

describe('big lists', () => {
  it('are looked for by the words of the rarest list, however many combine', () => {
    const lists = {
      you: ['你|您|亲|贵方|阁下'],
      should: ['应该|应当|要|需要|得|可以|最好'],
      look: items.slice(0, 50).map((item) => `[好好|仔细]${item}`),
      detail: ['详情|页面|说明|介绍|规则'],
    };
    const { matcher, problems } = compileRules(
      [{ id: 'x', flag: ['(@you|)(@should)…(@look)…(@detail)'] }],
      lists,
    );
    expect(problems).toEqual([]);
    const text = `您最好先仔细${items[3]}一下详情`;
    expect(matcher.scan(text).hits).toMatchObject([{ start: 0, end: text.length }]);
    expect(matcher.states).toBeLessThan(400);
  });

  it('of hundreds of words still make an anchor', () => {
    const many = Array.from({ length: 390 }, (_, index) =>
      String.fromCharCode(0x4e00 + index, 0x6e00 + index),
    );
    const { matcher, problems } = compileRules([{ id: 'x', flag: ['@many{0-3}@many'] }], { many });
    expect(problems).toEqual([]);
    expect(matcher.scan(`${many[7]}的${many[380]}`).hits).toHaveLength(1);
  });

  it('too many for one anchor are spelled out', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      String.fromCharCode(0x4e00 + index, 0x6e00 + index),
    );
    const { matcher, problems } = compileRules([{ id: 'x', flag: ['@many{0-3}了'] }], { many });
    expect(problems.filter((it) => it.level === 'error')).toEqual([]);
    expect(matcher.scan(`${many[7]}的了`).hits).toHaveLength(1);
  });
});
