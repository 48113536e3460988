import { describe, expect, it } from 'vitest';
import {
  addBacktests,
  type Backtest,
  prepareBacktest,
  type SavedMessage,
  shareOut,
  type Version,
} from '@/lib/workbench';
import { fc, test } from '../property';
import { smallBook } from './fixtures';

const taboo = (id: string, flag: string[], severity = 'medium', more: object = {}) => ({
  ...smallBook().taboos[0]!,
  id,
  flag,
  severity,
  ...more,
});
const book = (...taboos: ReturnType<typeof taboo>[]): Version =>
  ({ ...smallBook(), taboos }) as unknown as Version;
const message = (text: string, more: Partial<SavedMessage> = {}): SavedMessage => ({
  text,
  who: 'agent',
  at: null,
  verdict: null,
  scenario: null,
  ...more,
});
const over = (before: Version | null, after: Version | null, messages: readonly SavedMessage[]): Backtest =>
  prepareBacktest(before, after)(messages);

describe('a backtest', () => {
  const before = book(taboo('cannot', ['cannot help']), taboo('rule', ['our rule']));
  const after = book(taboo('cannot', ['cannot help', 'no way'], 'high'), taboo('told', ['as i told you']));
  const messages = [
    message('I cannot help.'),
    message('There is no way.'),
    message('It is our rule, as I told you.'),
    message('Our rule.'),
    message('All is well.'),
  ];

  it('tells which promises are read now and which no longer, and flags nothing for them', () => {
    const promise = (id: string, flag: string[], more: object = {}) => ({ id, flag, kind: 'dated', ...more });
    const version = (commitments: readonly object[], lists: object = {}): Version =>
      ({ ...book(), lists, commitments }) as unknown as Version;
    const same = promise('same', ['i will']);
    const { rules, flagged } = over(
      version([same, promise('gone', ['by noon']), promise('listed', ['@day'])], { day: ['monday'] }),
      version([same, promise('new', ['tonight']), promise('listed', ['@day'])], { day: ['friday'] }),
      [message('I will, by noon.'), message('I will tonight.'), message('On Friday.')],
    );
    expect(flagged).toEqual({ before: 0, after: 0 });
    expect(rules.map(({ id, part, gained, lost }) => ({ id, part, gained, lost }))).toEqual([
      { id: 'gone', part: 'commitments', gained: 0, lost: 1 },
      { id: 'listed', part: 'commitments', gained: 1, lost: 0 },
      { id: 'new', part: 'commitments', gained: 1, lost: 0 },
    ]);
    expect(rules[0]?.samples[0]).toMatchObject({
      kind: 'lost',
      spans: [{ start: 8, end: 15 }],
      before: null,
    });
  });

  it('tells a promise from a rule of the same id, also when stretches are added up', () => {
    const none = { ...book(), commitments: [] } as unknown as Version;
    const both = {
      ...book(taboo('a', ['no way'])),
      commitments: [{ id: 'a', flag: ['tonight'], kind: 'dated' }],
    } as unknown as Version;
    const one = over(none, both, [message('No way tonight.')]);
    const { rules } = addBacktests(one, one);
    expect(rules.map(({ part, gained }) => [part, gained])).toEqual([
      ['taboos', 2],
      ['commitments', 2],
    ]);
  });

  it('tells what came, what went and what weighs more, with the words', () => {
    const { rules, flagged, read } = over(before, after, messages);
    expect({ flagged, read }).toEqual({ flagged: { before: 3, after: 3 }, read: 5 });
    expect(rules.map(({ id, gained, lost, severity }) => ({ id, gained, lost, severity }))).toEqual([
      { id: 'cannot', gained: 1, lost: 0, severity: 1 },
      { id: 'rule', gained: 0, lost: 2, severity: 0 },
      { id: 'told', gained: 1, lost: 0, severity: 0 },
    ]);
    expect(rules[0]?.samples).toEqual([
      {
        kind: 'severity',
        text: 'I cannot help.',
        spans: [{ start: 2, end: 13 }],
        before: 'medium',
        after: 'high',
        still: [],
      },
      {
        kind: 'gained',
        text: 'There is no way.',
        spans: [{ start: 9, end: 15 }],
        before: null,
        after: 'high',
        still: [],
      },
    ]);
  });

  it('says which rule still flags a message that one has lost', () => {
    const { rules } = over(before, after, messages);
    expect(rules.find((it) => it.id === 'rule')?.samples.map((it) => it.still)).toEqual([['told'], []]);
  });

  it('shows the same words once, and counts them all', () => {
    const [rule] = over(null, before, Array(50).fill(message('I cannot help.'))).rules;
    expect([rule?.gained, rule?.samples.length]).toEqual([50, 1]);
  });

  it('comes back whole from a worker', () => {
    const result = over(before, after, messages);
    expect(structuredClone(result)).toEqual(result);
  });

  it('against nothing shows all a book does', () => {
    expect(over(null, before, messages).rules.map((it) => [it.id, it.gained])).toEqual([
      ['rule', 2],
      ['cannot', 1],
    ]);
  });

  it('of the same book changes nothing', () => {
    expect(over(before, before, messages).rules).toEqual([]);
  });

  it('reads what agents wrote in the language of the book', () => {
    const { read } = over(before, after, [
      message('Our rule.', { who: 'customer' }),
      message('规定就是这样'),
      message('Our rule.'),
    ]);
    expect(read).toBe(1);
  });

  it('looks where a rule holds', () => {
    const only = book(taboo('again', ['buy again'], 'high', { onlyIn: ['price-drop'] }));
    const { rules } = over(null, only, [
      message('Buy again.', { scenario: 'price-drop' }),
      message('Buy again.', { scenario: 'damaged' }),
      message('Buy again.'),
    ]);
    expect(rules[0]?.samples.map((it) => it.after)).toEqual(['high', 'low']);
  });

  it('measures both versions on what people judged', () => {
    const judged = [
      message('I cannot help.', { verdict: 'offence' }),
      message('No way.', { verdict: 'offence' }),
      message('Our rule.', { verdict: 'fine' }),
      message('As I told you.', { verdict: 'fine' }),
      message('Our rule.'),
    ];
    const { before: was, after: is, judged: count } = over(before, after, judged);
    expect(count).toBe(4);
    expect(was).toEqual({ right: 1, falseAlarms: 1, missed: 1 });
    expect(is).toEqual({ right: 2, falseAlarms: 1, missed: 0 });
  });

  // Made once, as a worker makes it: it reads one part after another.
  const read = prepareBacktest(before, after);
  test.prop([
    fc.array(
      fc.record({
        text: fc.constantFrom('I cannot help.', 'no way', 'our rule', 'as I told you: our rule', 'fine'),
        verdict: fc.constantFrom('offence' as const, 'fine' as const, null),
      }),
      { maxLength: 60 },
    ),
    fc.nat(60),
  ])('is the same in one piece and in two', (drawn, cut) => {
    const all = drawn.map(({ text, verdict }) => message(text, { verdict }));
    expect(addBacktests(read(all.slice(0, cut)), read(all.slice(cut)))).toEqual(read(all));
  });
});

describe('work shared out', () => {
  it('comes back in order, whoever did it', async () => {
    const quick = { work: async (from: number, to: number) => [from, to] };
    const slow = {
      work: async (from: number, to: number) => {
        for (let turn = 0; turn < 20; turn++) await null;
        return [from, to];
      },
    };
    const told: number[] = [];
    const made = await shareOut([slow, quick], {
      count: 7,
      size: 2,
      signal: new AbortController().signal,
      onDone: (done) => told.push(done),
    });
    expect(made).toEqual([
      [0, 2],
      [2, 4],
      [4, 6],
      [6, 7],
    ]);
    expect(told.at(-1)).toBe(7);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('ends at once when it is called off', async () => {
    const off = new AbortController();
    const never = { work: () => new Promise<number>(() => undefined) };
    const work = shareOut([never], { count: 4, size: 1, signal: off.signal });
    off.abort(new Error('enough'));
    await expect(work).rejects.toThrow('enough');
  });

  it('fails with the first who fails, and hands out no more', async () => {
    let handed = 0;
    const clumsy = {
      work: async () => {
        handed++;
        throw new Error('dropped it');
      },
    };
    const work = shareOut([clumsy, clumsy], { count: 100, size: 1, signal: new AbortController().signal });
    await expect(work).rejects.toThrow('dropped it');
    expect(handed).toBe(2);
  });
});
