import { describe, expect, it } from 'vitest';
import { guessScenarios } from '@/lib/reply';
import { BOOKS } from './books';

const ids = (...customer: string[]): string[] => guessScenarios(BOOKS, customer).map((it) => it.id);

describe('guessing the scenario', () => {
  it.each<{ what: string; customer: string[]; expected: string[] }>([
    { what: 'nothing from silence', customer: [], expected: [] },
    { what: 'nothing from words that tell nothing', customer: ['在吗'], expected: [] },
    { what: 'what the words tell', customer: ['怎么降价了'], expected: ['price-drop'] },
    {
      what: 'the later of two messages first',
      customer: ['收到碎了', '还降价了'],
      expected: ['price-drop', 'damaged'],
    },
    {
      what: 'more evidence first',
      customer: ['降价了，现在便宜了，还碎了'],
      expected: ['price-drop', 'damaged'],
    },
    {
      what: 'weightier words first, even in an earlier message',
      customer: ['全都坏了', '还降价了'],
      expected: ['damaged', 'price-drop'],
    },
    {
      what: 'ties in the order of the vocabulary',
      customer: ['降价了还碎了'],
      expected: ['damaged', 'price-drop'],
    },
    { what: 'quoted words too', customer: ['你们写着“降价”'], expected: ['price-drop'] },
    { what: 'Traditional as well', customer: ['怎麼降價了'], expected: ['price-drop'] },
    { what: 'English as well', customer: ['it came broken'], expected: ['damaged'] },
  ])('tells $what', ({ customer, expected }) => {
    expect(ids(...customer)).toEqual(expected);
  });

  it('shows the words that speak for it, and where they stand', () => {
    const [best] = guessScenarios(BOOKS, ['在吗', '昨天买的今天降价了']);
    expect(best).toMatchObject({
      id: 'price-drop',
      evidence: [{ message: 1, start: 6, end: 8, text: '降价' }],
    });
  });

  it('scores between 0 and 1, together below 1, surer with more evidence', () => {
    const one = guessScenarios(BOOKS, ['降价']);
    const two = guessScenarios(BOOKS, ['降价，便宜了']);
    const mixed = guessScenarios(BOOKS, ['降价，碎了']);
    for (const guesses of [one, two, mixed]) {
      expect(guesses.reduce((sum, it) => sum + it.score, 0)).toBeLessThan(1);
      for (const it of guesses) expect(it.score).toBeGreaterThan(0);
    }
    expect(two[0]!.score).toBeGreaterThan(one[0]!.score);
    expect(mixed[0]!.score).toBeLessThan(one[0]!.score);
  });
});
