import { describe, expect, it } from 'vitest';
import { CAUSES, cardProblems, FIRST_CARD, fillCard, isOnAgent, totalOf } from '@/lib/review';

const pointsOf = (filled: ReturnType<typeof fillCard>) =>
  Object.fromEntries(filled.map((it) => [it.id, it.points]));

const best = {
  moves: [
    'acknowledge',
    'empathy',
    'apology',
    'thanks',
    'ownership',
    'remedy',
    'choice',
    'commitment',
    'follow-up',
  ],
  flags: [],
} as const;

describe('a filled score card', () => {
  it('gives 100 to a reply with every move and no word that hurts', () => {
    const filled = fillCard(FIRST_CARD, best);
    expect(totalOf(FIRST_CARD, pointsOf(filled), null)).toEqual({ score: 100, fatal: null, onAgent: true });
  });

  it('gives half of an item for one of two moves, and says which is lacking', () => {
    const remedy = fillCard(FIRST_CARD, { moves: ['remedy'], flags: [] }).find((it) => it.id === 'remedy');
    expect(remedy).toEqual({
      id: 'remedy',
      points: 13,
      why: { kind: 'moves', made: ['remedy'], lacking: ['choice'] },
    });
  });

  it.each([
    ['low', 20],
    ['medium', 15],
    ['high', 10],
    ['critical', 0],
  ] as const)('takes for a %s flag what the practice grade takes', (severity, points) => {
    const filled = fillCard(FIRST_CARD, { ...best, flags: [{ category: 'blame', severity, text: 'x' }] });
    expect(pointsOf(filled).words).toBe(points);
  });

  it('is 0 where a fatal item fails, whatever else was well', () => {
    const filled = fillCard(FIRST_CARD, {
      ...best,
      flags: [{ category: 'compliance', severity: 'medium', text: '加我微信' }],
    });
    expect(totalOf(FIRST_CARD, pointsOf(filled), null)).toMatchObject({ score: 0, fatal: 'compliance' });
  });

  it('has no sum while an item waits for the reviewer', () => {
    const card = {
      ...FIRST_CARD,
      items: [
        ...FIRST_CARD.items,
        { id: 'own', name: 'Greeting', weight: 5, fatal: false, reads: { kind: 'hand' } },
      ],
    } as const;
    const points = pointsOf(fillCard(card, best));
    expect(totalOf(card, points, null).score).toBeNull();
    expect(totalOf(card, { ...points, own: 0 }, null).score).toBe(95);
  });

  it('is no agent’s score where the shop, its goods or the carrier were the cause', () => {
    expect(CAUSES.filter(isOnAgent)).toEqual(['wording', 'knowledge']);
    expect(totalOf(FIRST_CARD, {}, 'carrier').onAgent).toBe(false);
  });

  it('cannot be kept without items, weights or names', () => {
    expect(cardProblems([])).toEqual([{ kind: 'no-items' }]);
    const hand = { id: 'a', name: ' ', weight: 0, fatal: true, reads: { kind: 'hand' } } as const;
    expect(cardProblems([hand])).toEqual([{ kind: 'unnamed', id: 'a' }, { kind: 'no-weight' }]);
    expect(cardProblems(FIRST_CARD.items)).toEqual([]);
  });
});
