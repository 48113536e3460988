import { describe, expect, it } from 'vitest';
import type { MoveId } from '@/lib/phrasebook/vocabulary';
import {
  type Achievement,
  type Dialogue,
  type Ending,
  grade,
  type ReadFlag,
  reply,
  startDialogue,
} from '@/lib/practice';
import { customer, flag, reading } from './customer';

const played = customer();

function ended(
  achieved: Achievement[],
  moves: MoveId[],
  flags: ReadFlag[] = [],
  ending: Ending = 'settled',
): Dialogue {
  return {
    ...startDialogue(played),
    achieved,
    moves,
    ending,
    lines: [{ by: 'agent', text: 'reply', node: 'first', reading: reading(moves, flags), patience: 4 }],
  };
}

const KIND: MoveId[] = ['acknowledge', 'empathy', 'apology', 'thanks', 'choice', 'commitment', 'follow-up'];

describe('the grade', () => {
  it.each<[string, Dialogue, number]>([
    ['shrugs off', ended([], []), 30],
    ['shrugs off, sorry', ended([], ['apology']), 35],
    ['shrugs off however kindly', ended([], KIND), 55],
    ['offers some way out', ended(['way-out'], ['remedy']), 60],
    ['offers a remedy nobody asked for', ended([], ['remedy']), 60],
    ['reports it upward', ended(['reported'], []), 70],
    ['reports it, promises, and nobody came back', ended(['reported'], ['commitment']), 50],
    ['brings the answer back', ended(['reported', 'brought-back'], ['commitment']), 80],
    ['solves it at once', ended(['solved'], ['remedy']), 85],
    ['solves it, kindly, and checks back', ended(['solved'], ['remedy', ...KIND]), 95],
    ['solves it without checking back', ended(['solved'], ['remedy', ...KIND.slice(0, -1)]), 93],
    ['solves it after one harsh word', ended(['solved'], ['remedy', ...KIND], [flag('burden', 'high')]), 83],
    ['solves it after a clumsy word', ended(['solved'], ['remedy', ...KIND], [flag('burden', 'medium')]), 89],
    ['a hint costs nothing', ended(['solved'], ['remedy', ...KIND], [flag('burden', 'low')]), 95],
    ['the customer left', ended(['solved'], ['remedy', ...KIND], [], 'left'), 50],
    ['the agent stopped', ended([], [], [], 'stopped'), 30],
    ['insults', ended([], [], [flag('confront', 'critical'), flag('blame', 'critical')], 'left'), 0],
  ])('of one who %s', (_name, dialogue, expected) => {
    expect(grade(played, dialogue).score).toBe(expected);
  });

  it.each([
    ended([], KIND),
    ended(['solved'], ['remedy', ...KIND], [flag('burden', 'high')], 'left'),
    ended(['reported'], ['commitment'], [flag('blame', 'medium')]),
    ended(['solved'], ['remedy', 'apology']),
  ])('adds up to its reasons', (dialogue) => {
    const { score, reasons } = grade(played, dialogue);
    expect(reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(score);
  });

  it('names what was lacking', () => {
    const lacked = grade(played, ended(['way-out'], ['remedy', 'apology'])).reasons.flatMap((reason) =>
      reason.kind === 'lacked' ? [reason.move] : [],
    );
    expect(lacked).toEqual(['thanks', 'choice', 'follow-up']);
  });
});

describe('a better reply', () => {
  it('is shown for the replies that cost most, worst first, each once', () => {
    let dialogue = startDialogue(played);
    dialogue = reply(played, dialogue, 'Hm.', reading(['acknowledge']));
    dialogue = reply(played, dialogue, 'Your fault.', reading([], [flag('confront', 'medium')]));
    dialogue = reply(played, dialogue, 'Here is a new one, sorry.', reading(['apology', 'remedy']));
    dialogue = reply(played, dialogue, 'Hm.', reading(['acknowledge']));
    expect(grade(played, dialogue).better).toEqual([
      { wrote: 'Your fault.', better: 'Sorry, here is a new one.', flags: 1 },
      { wrote: 'Hm.', better: 'By Friday, and I will check back.', flags: 0 },
    ]);
  });

  it('is not shown to one who needed none', () => {
    let dialogue = startDialogue(played);
    dialogue = reply(played, dialogue, 'Sorry, here is a new one.', reading(['apology', 'remedy']));
    dialogue = reply(played, dialogue, 'By Friday.', reading(['commitment']));
    expect(grade(played, dialogue).better).toEqual([]);
  });
});
