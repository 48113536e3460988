import { describe, expect, it } from 'vitest';
import { toRuntime } from '@/lib/phrasebook';
import {
  addBacktests,
  type Backtest,
  byTalk,
  LEAD,
  prepareBacktest,
  type SavedMessage,
  saidBefore,
  type Version,
} from '@/lib/workbench';
import { smallBook } from './fixtures';

const APOLOGY = { id: 'apology', title: 'Say sorry', flag: ['sorry'], examples: { flag: [], pass: [] } };
const REMEDY = { id: 'remedy', title: 'Make it good', flag: ['refund'], examples: { flag: [], pass: [] } };
const BROKEN = { id: 'damaged', title: 'Damaged', cues: ['broken', 'in pieces'] };
const LATE = { id: 'late-shipping', title: 'Not arrived', cues: ['still not here'] };
const NO_SORRY = {
  id: 'absent/sorry',
  category: 'cold',
  onlyIn: ['damaged'],
  lacks: ['apology'],
  why: 'It broke on the way, and nobody says sorry.',
  instead: ['I am sorry.'],
  examples: { flag: [], pass: [] },
};

type Change = Partial<Record<'moves' | 'scenarios' | 'absences' | 'lists', unknown>>;
const version = (change: Change = {}): Version =>
  toRuntime({
    ...smallBook({ taboos: [] }),
    moves: [APOLOGY, REMEDY],
    scenarios: [BROKEN, LATE],
    absences: [NO_SORRY],
    ...change,
  } as unknown as Parameters<typeof toRuntime>[0]);

const says = (who: SavedMessage['who'], text: string, more: Partial<SavedMessage> = {}): SavedMessage => ({
  text,
  who,
  at: null,
  verdict: null,
  scenario: null,
  talk: 1,
  ...more,
});
const TALK = [
  says('customer', 'It came broken.'),
  says('agent', 'A refund is on its way.'),
  says('agent', 'We are really sorry.'),
];

const told = ({ rules }: Backtest) =>
  rules.map(({ id, part, gained, lost }) => `${part} ${id} +${gained} -${lost}`).sort();

const CASES: [string, Version | null, Version | null, string[]][] = [
  ['nothing', version(), version(), []],
  [
    'a rule for what is missing, new: once, because the second reply says sorry',
    version({ absences: [] }),
    version(),
    ['absences absent/sorry +1 -0'],
  ],
  ['one that is gone', version(), version({ absences: [] }), ['absences absent/sorry +0 -1']],
  [
    'one that holds in another situation',
    version(),
    version({ absences: [{ ...NO_SORRY, onlyIn: ['late-shipping'] }] }),
    ['absences absent/sorry +0 -1'],
  ],
  [
    'a move that is told by other words: what it made good is missing again',
    version(),
    version({ moves: [{ ...APOLOGY, flag: ['apologies'] }, REMEDY] }),
    ['absences absent/sorry +1 -0', 'moves apology +0 -1'],
  ],
  [
    'a move by way of a list',
    version({ lists: { back: ['voucher'] }, moves: [APOLOGY, { ...REMEDY, flag: ['@back'] }] }),
    version({ lists: { back: ['refund'] }, moves: [APOLOGY, { ...REMEDY, flag: ['@back'] }] }),
    ['moves remedy +1 -0'],
  ],
  [
    'another guess: what hangs on it changes with it',
    version(),
    version({
      scenarios: [
        { ...BROKEN, cues: ['in pieces'] },
        { ...LATE, cues: ['it came'] },
      ],
    }),
    ['absences absent/sorry +0 -1', 'scenarios damaged +0 -1', 'scenarios late-shipping +1 -0'],
  ],
  [
    'no rules before',
    null,
    version(),
    ['absences absent/sorry +1 -0', 'moves apology +1 -0', 'moves remedy +1 -0', 'scenarios damaged +1 -0'],
  ],
];

describe('a backtest of what hangs on the conversation', () => {
  it.each(CASES)('%s', (_, before, after, expected) => {
    expect(told(prepareBacktest(before, after)(TALK))).toEqual(expected);
  });

  it('shows the message, where the move stands, and the guess it was before', () => {
    const { rules } = prepareBacktest(
      version(),
      version({
        moves: [
          { ...APOLOGY, flag: ['really sorry'] },
          { ...REMEDY, flag: ['refund', 'sorry'] },
        ],
        scenarios: [
          { ...BROKEN, cues: ['in pieces'] },
          { ...LATE, cues: ['it came'] },
        ],
      }),
    )(TALK);
    const of = (part: string, id: string) => rules.find((it) => it.part === part && it.id === id)?.samples[0];
    expect(of('moves', 'remedy')).toMatchObject({
      kind: 'gained',
      text: TALK[2]?.text,
      spans: [{ start: 14, end: 19 }],
    });
    expect(of('scenarios', 'late-shipping')).toMatchObject({ text: TALK[0]?.text, still: ['damaged'] });
  });

  it('takes what people said a message is about before every guess', () => {
    const known = TALK.map((it) => (it.who === 'agent' ? { ...it, scenario: 'late-shipping' as const } : it));
    expect(told(prepareBacktest(version({ absences: [] }), version())(known))).toEqual([]);
  });

  it('is the same in one piece and in stretches that know what was said before', () => {
    const many = Array.from({ length: 20 }, (_, talk) => TALK.map((it) => ({ ...it, talk }))).flat();
    const compare = prepareBacktest(version({ absences: [] }), version());
    const stretches = [0, 7, 25, 44].map((from, index, all) => {
      const to = all[index + 1] ?? many.length;
      return compare(many.slice(from, to), many.slice(Math.max(0, from - LEAD), from));
    });
    expect(told(stretches.reduce(addBacktests))).toEqual(told(compare(many)));
    expect(told(compare(many))).toEqual(['absences absent/sorry +20 -0']);
  });
});

describe('what was said before', () => {
  const before = (messages: readonly SavedMessage[]) =>
    [...saidBefore(messages)].map(({ customer, agent }) => [customer.length, agent.length]);
  const alone = (who: SavedMessage['who'], at: number | null): SavedMessage => {
    const { talk: _, ...rest } = says(who, 'Hello.', { at });
    return rest;
  };
  it.each([
    [
      'one conversation',
      TALK,
      [
        [1, 0],
        [1, 0],
        [1, 1],
      ],
    ],
    [
      'another one begins',
      [TALK[0]!, { ...TALK[1]!, talk: 2 }],
      [
        [1, 0],
        [0, 0],
      ],
    ],
    [
      'an export that does not say: in a row',
      [alone('customer', null), alone('agent', null)],
      [
        [1, 0],
        [1, 0],
      ],
    ],
    [
      'until a pause of hours',
      [alone('customer', 0), alone('agent', 8_000_000)],
      [
        [1, 0],
        [0, 0],
      ],
    ],
  ])('%s', (_, messages, expected) => {
    expect(before(messages)).toEqual(expected);
  });

  it('is found in an export where conversations go through each other', () => {
    const mixed = [0, 1, 2, 0, 1, 2].map((talk, at) => says('agent', `${at}`, { talk }));
    expect(
      byTalk(mixed)
        .map(({ text }) => text)
        .join(''),
    ).toBe('031425');
  });
});
