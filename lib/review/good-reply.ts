import type { Language, MoveId, ScenarioId } from '@/lib/phrasebook/vocabulary';

/** A reply without a flag that did much of what a good one does. Kept, masked, only where its agent offers hers. */
export interface GoodReply {
  id: string;
  at: number;
  /** How the agent is called, `''`: not said. */
  agent: string;
  language: Language | null;
  scenario: ScenarioId | null;
  /** Masked. */
  text: string;
  moves: MoveId[];
  /** 0 … 95. */
  grade: number;
}

/** What each move is worth: a way out first, then everything that makes it bearable. Together 100. */
const WORTH: Readonly<Record<MoveId, number>> = {
  remedy: 40,
  acknowledge: 8,
  empathy: 8,
  apology: 8,
  thanks: 8,
  choice: 8,
  'follow-up': 8,
  ownership: 6,
  commitment: 6,
};
/** Nobody has seen 100. */
const HIGHEST = 95;

/** From this grade on a reply is worth showing: a way out, and most of a kind way there. */
export const GOOD_GRADE = 70;

/** How good a reply is as far as its moves tell, 0 … 95. */
export const replyGrade = (moves: readonly MoveId[]): number =>
  Math.min(
    HIGHEST,
    [...new Set(moves)].reduce((sum, move) => sum + WORTH[move], 0),
  );
