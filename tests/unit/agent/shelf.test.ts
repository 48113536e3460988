import { describe, expect, it } from 'vitest';
import { moveStates } from '@/components/agent';
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
