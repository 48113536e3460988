import { describe, expect, it } from 'vitest';
import {
  type Authorities,
  budgetState,
  type Ceilings,
  differenceOf,
  fittingRemedies,
  givenBefore,
  mayGive,
  minorOf,
  periodOf,
  plainAmount,
  readPriceDrop,
  shownMoney,
} from '@/lib/ledger';
import type { Authority, RemedyKind } from '@/lib/phrasebook/vocabulary';
import { aRemedy } from './entries';

const none: Ceilings = { each: null, order: null, day: null };
/** The shops of the source case: 20, 50 and 100 for agent, supervisor and manager. */
const ladder: Authorities = {
  agentsDecide: false,
  ceilings: {
    CNY: {
      agent: { each: 2000, order: 3000, day: 10_000 },
      supervisor: { each: 5000, order: null, day: null },
      manager: { each: 10_000, order: null, day: null },
    },
  },
};
const book: Authorities = { agentsDecide: false, ceilings: {} };

describe('who may give what', () => {
  const nothing = { order: 0, day: 0 };
  it.each<[string, number, Authority, Authority, Authorities, typeof nothing, object]>([
    ['within the ceiling', 2000, 'agent', 'agent', ladder, nothing, { allowed: true }],
    [
      'above it',
      2001,
      'agent',
      'agent',
      ladder,
      nothing,
      { allowed: false, needs: 'supervisor', why: 'each', limit: 2000 },
    ],
    [
      'above the supervisor’s',
      5001,
      'agent',
      'agent',
      ladder,
      nothing,
      { allowed: false, needs: 'manager', why: 'each' },
    ],
    [
      'above every ceiling',
      10_001,
      'agent',
      'agent',
      ladder,
      nothing,
      { allowed: false, needs: 'manager', why: 'each' },
    ],
    ['the supervisor herself', 5000, 'agent', 'supervisor', ladder, nothing, { allowed: true }],
    [
      'a second one on the order',
      1500,
      'agent',
      'agent',
      ladder,
      { order: 1501, day: 1501 },
      { allowed: false, needs: 'supervisor', why: 'order', limit: 3000 },
    ],
    [
      'the last one of the day',
      500,
      'agent',
      'agent',
      ladder,
      { order: 0, day: 9600 },
      { allowed: false, needs: 'supervisor', why: 'day' },
    ],
    [
      'just what is left of the day',
      400,
      'agent',
      'agent',
      ladder,
      { order: 0, day: 9600 },
      { allowed: true },
    ],
    ['without ceilings the book decides: yes', 99_999, 'agent', 'agent', book, nothing, { allowed: true }],
    [
      'without ceilings the book decides: no',
      1,
      'manager',
      'agent',
      book,
      nothing,
      { allowed: false, needs: 'manager', why: 'book', limit: null },
    ],
    ['ceilings stand before the book', 1000, 'manager', 'agent', ladder, nothing, { allowed: true }],
    [
      'a team that gives its agents everything',
      99_999,
      'manager',
      'agent',
      { ...ladder, agentsDecide: true },
      nothing,
      { allowed: true },
    ],
    [
      'a role without any ceiling',
      99_999,
      'agent',
      'agent',
      { agentsDecide: false, ceilings: { CNY: { agent: none, supervisor: none, manager: none } } },
      nothing,
      { allowed: true },
    ],
  ])('%s', (_, amount, authority, role, authorities, before, verdict) =>
    expect(mayGive({ amount, currency: 'CNY', authority }, role, before, authorities)).toMatchObject(verdict),
  );

  it('does not weigh one currency by the ceilings of another', () => {
    const wish = { amount: 99_999, currency: 'USD', authority: 'agent' } as const;
    expect(mayGive(wish, 'agent', nothing, ladder)).toEqual({ allowed: true });
  });

  it('adds up what was given on the order and today, in the same currency', () => {
    const entries = [
      aRemedy({ id: 'a', at: 100, amount: 100, order: 'x' }),
      aRemedy({ id: 'b', at: 300, amount: 200, order: 'x' }),
      aRemedy({ id: 'c', at: 300, amount: 400, order: 'y' }),
      aRemedy({ id: 'd', at: 300, amount: 800, order: 'x', currency: 'USD' }),
    ];
    expect(givenBefore(entries, { currency: 'CNY', order: 'x', since: 200 })).toEqual({
      order: 300,
      day: 600,
    });
    expect(givenBefore(entries, { currency: 'CNY', order: null, since: 200 })).toEqual({
      order: 0,
      day: 600,
    });
  });
});

describe('which remedies fit', () => {
  const all: { kind: RemedyKind; scenarios?: ['allergy'] }[] = [
    { kind: 'gift' },
    { kind: 'points' },
    { kind: 'refund-difference' },
    { kind: 'waive', scenarios: ['allergy'] },
  ];
  it('the ones for the scenario, best first', () => {
    expect(fittingRemedies(all, 'price-drop').map(({ kind }) => kind)).toEqual([
      'refund-difference',
      'points',
    ]);
  });
  it('one that names its scenarios fits those and no other', () => {
    expect(fittingRemedies(all, 'allergy').map(({ kind }) => kind)).toEqual(['waive']);
    expect(fittingRemedies(all, 'value-complaint').map(({ kind }) => kind)).toEqual(['gift', 'points']);
  });
});

describe('a price that dropped', () => {
  it.each([
    ['I bought two pairs of trousers, 168 for two, and now they are 79 each!', 168, 2, 79],
    ['Paid $168 for 2, now $79 apiece.', 168, 2, 79],
    ['我买了两条裤子168,现在网站上79一条', 168, 2, 79],
    ['168元两条买的，现在每条只要79元', 168, 2, 79],
    ['168买了2件，现在降到79了', 168, 2, 79],
    ['兩條168元買的，現在一條79元', 168, 2, 79],
  ])('%s', (text, paid, count, now) => {
    const drop = readPriceDrop(text);
    expect(drop).toEqual({ paid, count, now });
    expect(differenceOf({ paid: paid * 100, count, now: now * 100 })).toBe(1000);
  });

  it.each(['裤子还没到', 'I paid 168 for two', '现在79一条', ''])('is not read out of: %s', (text) =>
    expect(readPriceDrop(text)).toBeNull(),
  );

  it('is never less than nothing', () => expect(differenceOf({ paid: 7900, now: 7900, count: 2 })).toBe(0));
});

describe('money', () => {
  it.each([
    ['168', 'CNY', 16_800],
    ['79.5', 'CNY', 7950],
    ['¥1,299.00', 'CNY', 129_900],
    ['１６８元', 'CNY', 16_800],
    ['0.1', 'CNY', 10],
    ['1500', 'JPY', 1500],
    ['1500.5', 'JPY', null],
    ['1.234', 'USD', null],
    ['1.230', 'USD', 123],
    ['-5', 'CNY', null],
    ['ten', 'CNY', null],
    ['', 'CNY', null],
    ['99999999999', 'CNY', null],
  ])('%s in %s is %s', (typed, currency, minor) => expect(minorOf(typed, currency)).toBe(minor));

  it.each([
    [1000, 'CNY', '10', '¥10'],
    [7950, 'CNY', '79.50', '¥79.50'],
    [1500, 'JPY', '1500', '¥1,500'],
    [400, 'USD', '4', '$4'],
    [400, 'XQQ', '4', 'XQQ'],
  ])('%s minor units of %s', (amount, currency, plain, shown) => {
    expect(plainAmount({ amount, currency })).toBe(plain);
    expect(shownMoney({ amount, currency }, 'en')).toContain(shown);
  });
});

describe('the budget', () => {
  const at = (time: string): number => Date.parse(time);
  it.each([
    ['week', '2026-11-25T10:00:00+08:00', '2026-11-23T00:00:00+08:00', '2026-11-30T00:00:00+08:00'],
    ['week', '2026-11-29T23:59:00+08:00', '2026-11-23T00:00:00+08:00', '2026-11-30T00:00:00+08:00'],
    ['month', '2026-12-31T23:59:00+08:00', '2026-12-01T00:00:00+08:00', '2027-01-01T00:00:00+08:00'],
    ['quarter', '2026-12-15T10:00:00+08:00', '2026-10-01T00:00:00+08:00', '2027-01-01T00:00:00+08:00'],
    ['quarter', '2026-02-15T10:00:00+08:00', '2026-01-01T00:00:00+08:00', '2026-04-01T00:00:00+08:00'],
  ] as const)('the %s of %s', (period, now, from, to) =>
    expect(periodOf(period, at(now), 'Asia/Shanghai')).toEqual({ from: at(from), to: at(to) }),
  );

  it('sums up what was given in the period and looks ahead at the pace so far', () => {
    const entries = [
      aRemedy({ at: at('2026-11-22T23:00:00+08:00'), amount: 5000 }),
      aRemedy({ at: at('2026-11-23T00:00:00+08:00'), amount: 1000 }),
      aRemedy({ at: at('2026-11-24T10:00:00+08:00'), amount: 1000 }),
      aRemedy({ at: at('2026-11-24T10:00:00+08:00'), amount: 1000, currency: 'USD' }),
    ];
    const plan = { period: 'week', amount: 10_000, currency: 'CNY' } as const;
    const state = budgetState(plan, entries, at('2026-11-25T00:00:00+08:00'), 'Asia/Shanghai');
    expect(state).toMatchObject({ spent: 2000, given: 2, forecast: 7000, amount: 10_000 });
  });

  it('says nothing of the future on the first day', () => {
    const plan = { period: 'month', amount: 10_000, currency: 'CNY' } as const;
    expect(budgetState(plan, [], at('2026-11-01T12:00:00+08:00'), 'Asia/Shanghai').forecast).toBeNull();
  });

  it('a week with a lost hour is an hour shorter', () => {
    const { from, to } = periodOf('week', at('2026-03-05T12:00:00-05:00'), 'America/New_York');
    expect(to - from).toBe(7 * 24 * 3_600_000 - 3_600_000);
  });
});
