import { describe, expect, it } from 'vitest';
import { moveStates, searchScripts } from '@/components/agent';
import type { MoveId, ScenarioId } from '@/lib/phrasebook/vocabulary';

describe('moveStates', () => {
  it.each<[ScenarioId | null, MoveId[], string]>([
    [
      null,
      [],
      'acknowledge:missing empathy:open apology:missing thanks:missing ownership:open remedy:missing choice:missing commitment:missing follow-up:open',
    ],
    [
      'damaged',
      ['apology', 'empathy'],
      'acknowledge:missing empathy:done apology:done thanks:missing ownership:open remedy:missing choice:missing commitment:missing follow-up:open',
    ],
    [
      'presale-advice',
      [],
      'acknowledge:missing empathy:open apology:open thanks:missing ownership:open remedy:open choice:missing commitment:open follow-up:open',
    ],
    [
      'after-care',
      ['thanks'],
      'acknowledge:open empathy:open apology:open thanks:done ownership:open remedy:open choice:open commitment:open follow-up:missing',
    ],
  ])('for %s with %j', (scenario, made, expected) => {
    expect(
      moveStates(made, scenario)
        .map(({ move, state }) => `${move}:${state}`)
        .join(' '),
    ).toBe(expected);
  });
});

describe('searchScripts', () => {
  const items = [
    { script: { text: '我给您退差价，原路退回。', keys: ['退款'] }, names: ['买后降价'] },
    { script: { text: '真对不起，图片是我们放错的。' }, names: ['与图片不符', '道歉'] },
    { script: { text: 'I will refund the difference.', keys: ['money back'] }, names: ['Price dropped'] },
  ];
  it.each([
    ['退款', [0]],
    ['差價', [0]],
    ['道歉', [1]],
    ['REFUND', [2]],
    ['refund  difference', [2]],
    ['refund 道歉', []],
    ['我', [0, 1]],
    ['图片', [1]],
    ['', []],
    ['   ', []],
  ])('%j finds %j', (query, expected) => {
    expect(searchScripts(items, query).map((found) => items.indexOf(found))).toEqual(expected);
  });
});
