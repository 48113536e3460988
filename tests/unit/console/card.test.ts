import { describe, expect, it } from 'vitest';
import { type CardMoment, cardAfter, flagAfter, flagAt, type OpenCard } from '@/lib/console';
import { flag } from './flag';

const DRAFT = '您已经多拿了两样了，还想怎么样';
const FLAGS = [flag(DRAFT, '已经多拿了两样', { rule: 'got-extra/already' }), flag(DRAFT, '还想怎么样')];
const at = (offset: number) => ({ start: offset, end: offset });
const FIRST: OpenCard = { index: 0, reason: 'caret' };

describe('the flag at a caret', () => {
  it.each([
    [0, -1],
    [1, 0],
    [4, 0],
    [8, 0],
    [9, -1],
    [10, 1],
    [15, 1],
  ])('offset %i: %i', (offset, index) => {
    expect(flagAt(FLAGS, offset)).toBe(index);
  });

  it.each([
    [-1, 0],
    [1, 1],
    [10, 0],
    [99, 0],
  ])('the next after %i: %i, round the end', (offset, index) => {
    expect(flagAfter(FLAGS, offset)).toBe(index);
    expect(flagAfter([], offset)).toBe(-1);
  });
});

describe('the card after a frame', () => {
  const rest: CardMoment = { typed: false, moved: false, focused: true, caret: at(4), shut: null };
  it.each<[string, OpenCard | null, Partial<CardMoment>, OpenCard | null]>([
    ['the caret moves into marked words', null, { moved: true }, FIRST],
    ['the caret moves out again', FIRST, { moved: true, caret: at(9) }, null],
    [
      'the caret moves on to the next flag',
      FIRST,
      { moved: true, caret: at(12) },
      { index: 1, reason: 'caret' },
    ],
    ['typing marked words opens nothing', null, { typed: true, moved: true }, null],
    ['typing elsewhere closes it', FIRST, { typed: true, moved: true, caret: at(9) }, null],
    ['typing beside the words keeps it', FIRST, { typed: true, moved: true }, FIRST],
    ['nothing happened', FIRST, {}, FIRST],
    ['it was closed by hand there', null, { moved: true, shut: 'got-extra/already\n已经多拿了两样' }, null],
    ['another one was closed by hand', null, { moved: true, shut: 'confront/what-else\n还想怎么样' }, FIRST],
    ['a selection, not a caret', null, { moved: true, caret: { start: 2, end: 5 } }, null],
    ['the focus is elsewhere', null, { moved: true, focused: false }, null],
    [
      'an asked one stays until the caret moves',
      { index: 1, reason: 'asked' },
      { caret: at(0) },
      { index: 1, reason: 'asked' },
    ],
    ['its flag is gone', { index: 5, reason: 'asked' }, {}, null],
  ])('%s', (_name, card, moment, expected) => {
    expect(cardAfter(card, FLAGS, { ...rest, ...moment })).toEqual(expected);
  });
});
