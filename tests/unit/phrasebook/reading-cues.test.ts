import { describe, expect, it } from 'vitest';
import { type CueHit, countedCues, weighScenarios } from '@/lib/phrasebook/runtime/reading';

const cue = (scenario: CueHit['scenario'], weight: number, start: number, end: number): CueHit => ({
  scenario,
  weight,
  start,
  end,
});

describe('what the cues of one message count for', () => {
  it('counts a cue less that lies inside a longer, weightier one of another scenario', () => {
    const [whole, inside] = countedCues([cue('return-dispute', 2, 0, 14), cue('refund-slow', 1, 0, 6)]);
    expect(whole?.weight).toBe(2);
    expect(inside?.weight).toBeCloseTo(0.3);
  });

  it('leaves a cue its weight inside a fainter one, beside another, and at the same place', () => {
    const beside = [cue('damaged', 1, 0, 4), cue('defective', 1, 4, 8)];
    const fainter = [cue('late-shipping', 0.5, 0, 9), cue('refund-slow', 2, 2, 6)];
    const same = [cue('damaged', 1, 0, 4), cue('defective', 1, 0, 4)];
    for (const hits of [beside, fainter, same]) expect(countedCues(hits)).toEqual(hits);
  });

  it('counts every further cue of a scenario less, the weightiest in full wherever it stands', () => {
    const counted = countedCues([cue('damaged', 1, 0, 2), cue('damaged', 2, 4, 6), cue('damaged', 1, 8, 10)]);
    expect(counted.map((it) => it.start)).toEqual([0, 4, 8]);
    expect(counted[0]?.weight).toBeCloseTo(0.7);
    expect(counted[1]?.weight).toBe(2);
    expect(counted[2]?.weight).toBeCloseTo(0.49);
  });

  it('does not let many faint cues beat a strong one', () => {
    const faint = Array.from({ length: 8 }, (_, at) => cue('presale-advice', 0.5, at * 3, at * 3 + 2));
    const guesses = weighScenarios(['x'.repeat(40)], () => [...faint, cue('allergy', 2, 30, 34)]);
    expect(guesses[0]?.id).toBe('allergy');
    expect(guesses[0]?.evidence).toHaveLength(1);
  });
});
