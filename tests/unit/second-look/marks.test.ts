import { describe, expect, it } from 'vitest';
import { editBetween } from '@/lib/composer';
import { clauseName, type LookMark, piecesOf, settledAway } from '@/lib/second-look';
import { moved } from '@/lib/second-look/marks';

const mark = (text: string, start: number): LookMark => ({
  start,
  end: start + text.length,
  text,
  category: 'blame',
  score: 1,
  probability: 0.5,
  words: [],
  name: clauseName(text),
});
const DRAFT = '您好，哪能个个都盯着，谢谢';
const MARK = mark('哪能个个都盯着', 3);

describe('a mark', () => {
  it.each([
    ['typing before it', `亲${DRAFT}`, [4]],
    ['typing far behind it', `${DRAFT}啦`, [3]],
    ['typing inside it', DRAFT.replace('个个', '一个个'), []],
    ['going on with it', DRAFT.replace('盯着', '盯着呢'), []],
    ['nothing', DRAFT, [3]],
  ])('after %s', (_, draft, starts) => {
    expect(moved([MARK], editBetween(DRAFT, draft)).map((it) => it.start)).toEqual(starts);
  });

  it.each([
    ['no rule', [], false, 1],
    ['a rule that touches it', [{ start: 9, end: 11 }], false, 0],
    ['a rule beside it', [{ start: 0, end: 3 }], false, 1],
    ['somebody who found it fine', [], true, 0],
  ])('meets %s', (_, flags, fine, left) => {
    expect(settledAway([MARK], flags, () => fine)).toHaveLength(left);
  });
});

describe('the name of a clause', () => {
  it.each([
    ['spaces and points', '哪能 个个都盯着！', true],
    ['width and case', 'ＯＫ吧', false],
    ['other words', '哪能个个都看着', false],
  ])('%s', (_, text, same) => {
    expect(clauseName(text) === MARK.name).toBe(same);
  });

  it('is the same for another number', () => {
    expect(clauseName('just wait 3 days')).toBe(clauseName('Just wait 12 days.'));
    expect(clauseName('just wait a day')).not.toBe(clauseName('just wait 3 days'));
  });

  it('fits what the background takes', () => {
    expect(clauseName('x'.repeat(5000))).toMatch(/^[a-z0-9]{1,16}$/);
  });
});

describe('a long draft in pieces', () => {
  it('loses and repeats nothing, and is cut behind sentences', () => {
    const draft = '一二三四五六七八九。'.repeat(30);
    const pieces = piecesOf(draft, 64);
    expect(pieces.map(({ start, end }) => draft.slice(start, end)).join('')).toBe(draft);
    expect(pieces.every(({ end }) => draft[end - 1] === '。')).toBe(true);
  });

  it('is cut anyway where there is no sentence', () => {
    expect(piecesOf('x'.repeat(130), 64).map(({ end }) => end)).toEqual([64, 128, 130]);
  });
});
