import { describe, expect, it } from 'vitest';
import { commitmentsIn } from '@/lib/reply';
import { BOOKS } from './books';

describe('finding promises', () => {
  it.each<{ text: string; expected: string[] }>([
    { text: '好的', expected: [] },
    { text: '尽快给您发', expected: ['soon vague 尽快'] },
    { text: '尽快发出', expected: ['soon vague 尽快发'] },
    { text: '明天发，尽快', expected: ['by-day dated 明天发', 'soon vague 尽快'] },
    { text: '今天发货', expected: ['by-day dated 今天发'] },
  ])('in $text: $expected', ({ text, expected }) => {
    expect(commitmentsIn(BOOKS, text).map((it) => `${it.rule} ${it.kind} ${it.text}`)).toEqual(expected);
  });
});
