import { describe, expect, it } from 'vitest';
import type { MoveId } from '@/lib/phrasebook/vocabulary';
import {
  bestAchievement,
  type Dialogue,
  fits,
  type ReplyReading,
  reply,
  startDialogue,
  stop,
  type When,
} from '@/lib/practice';
import { customer, flag, reading } from './customer';

const played = customer();
const talk = (...readings: ReplyReading[]): Dialogue =>
  readings.reduce(
    (dialogue, it, index) => reply(played, dialogue, `reply ${index + 1}`, it),
    startDialogue(played),
  );
const lastWords = (dialogue: Dialogue): string => dialogue.lines.at(-1)?.text ?? '';

describe('a branch fits', () => {
  it.each<[string, When | undefined, ReplyReading, MoveId[], boolean]>([
    ['without conditions', undefined, reading(), [], true],
    ['any taboo of medium', { taboo: true }, reading([], [flag('blame', 'medium')]), [], true],
    ['not a hint', { taboo: true }, reading([], [flag('blame', 'low')]), [], false],
    ['a taboo of its category', { taboo: ['blame'] }, reading([], [flag('blame', 'high')]), [], true],
    ['not of another category', { taboo: ['blame'] }, reading([], [flag('burden', 'high')]), [], false],
    ['all its moves', { moves: ['apology', 'thanks'] }, reading(['thanks', 'apology']), [], true],
    ['not some of its moves', { moves: ['apology', 'thanks'] }, reading(['thanks']), [], false],
    ['moves made earlier', { soFar: ['apology'] }, reading(), ['apology'], true],
    ['not moves never made', { soFar: ['apology'] }, reading(), ['thanks'], false],
    ['what was never done', { lacks: ['remedy'] }, reading(), ['apology'], true],
    ['not what was done', { lacks: ['remedy', 'thanks'] }, reading(), ['thanks'], false],
    ['one of its topics', { topics: ['boss', 'other'] }, reading([], [], ['boss']), [], true],
    ['not without a topic', { topics: ['boss'] }, reading(), [], false],
    ['only when all hold', { moves: ['thanks'], topics: ['boss'] }, reading(['thanks']), ['thanks'], false],
  ])('%s', (_name, when, it, soFar, expected) => {
    expect(fits(when, it, soFar)).toBe(expected);
  });
});

describe('a reply', () => {
  it.each<[string, ReplyReading, { says: string; node: string; patience: number }]>([
    ['that blames', reading([], [flag('blame', 'high')]), { says: 'My fault?', node: 'first', patience: 1 }],
    [
      'that hurts otherwise',
      reading([], [flag('confront', 'medium')]),
      { says: 'Ouch.', node: 'first', patience: 3 },
    ],
    [
      'that hurts and helps',
      reading(['apology', 'remedy'], [flag('burden', 'medium')]),
      { says: 'Ouch.', node: 'first', patience: 3 },
    ],
    [
      'with a hint only',
      reading(['thanks'], [flag('brush-off', 'low')]),
      { says: 'Cold.', node: 'first', patience: 4 },
    ],
    ['that solves', reading(['apology', 'remedy']), { says: 'Fine.', node: 'second', patience: 4 }],
    ['that asks above', reading([], [], ['boss']), { says: 'When?', node: 'second', patience: 4 }],
    ['that gives without sorry', reading(['remedy']), { says: 'No sorry?', node: 'first', patience: 4 }],
    ['that says nothing', reading(), { says: 'So?', node: 'first', patience: 3 }],
  ])('%s is answered', (_name, it, expected) => {
    const after = talk(it);
    expect({ says: lastWords(after), node: after.node, patience: after.patience }).toEqual(expected);
  });

  it('counts the worst of its words, not each', () => {
    const after = talk(
      reading([], [flag('confront', 'medium'), flag('burden', 'high'), flag('demean', 'medium')]),
    );
    expect(after.patience).toBe(2);
  });

  it('remembers moves made earlier', () => {
    expect(lastWords(talk(reading(['apology']), reading(['thanks'])))).toBe('Polite.');
  });

  it('is not answered with the same words again', () => {
    expect(lastWords(talk(reading(), reading()))).toBe('So what?');
    expect(lastWords(talk(reading(['remedy']), reading(['remedy'])))).toBe('You said that.');
  });

  it('keeps patience between nothing and what there was', () => {
    expect(talk(reading(), reading(['apology', 'remedy'])).patience).toBe(4);
    expect(talk(reading(), reading([], [flag('blame', 'critical')])).patience).toBe(0);
  });

  it('that uses up patience ends it, with the last words of the customer', () => {
    const after = talk(reading(), reading(), reading(), reading());
    expect(after.ending).toBe('left');
    expect(lastWords(after)).toBe('Goodbye.');
    expect(() => reply(played, after, 'wait', reading())).toThrow('ended');
  });

  it('that settles it ends it', () => {
    const after = talk(reading(['apology', 'remedy']), reading(['commitment']));
    expect(after.ending).toBe('settled');
    expect(after.achieved).toEqual(['solved']);
  });

  it('leaves the conversation before it as it was', () => {
    const before = startDialogue(played);
    const copy = structuredClone(before);
    reply(played, before, 'hello', reading(['thanks']));
    expect(before).toEqual(copy);
  });
});

it('stopping ends an open conversation and leaves an ended one', () => {
  expect(stop(startDialogue(played)).ending).toBe('stopped');
  const settled = talk(reading(['apology', 'remedy']), reading(['commitment']));
  expect(stop(settled)).toBe(settled);
});

it('the best step reached counts, whatever came later', () => {
  expect(bestAchievement(startDialogue(played))).toBeNull();
  expect(bestAchievement({ ...startDialogue(played), achieved: ['solved', 'way-out'] })).toBe('solved');
});
