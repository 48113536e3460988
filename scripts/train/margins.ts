import type { Category } from '@/lib/phrasebook';
import { MARKED, scoreAt } from './lines';

/** Every clause and every two neighbours of one text, with the category the model sorts them into. */
export type Candidates = readonly { score: number; category: Category }[];

export interface Unseen {
  candidates: Candidates;
  offends: boolean;
}

/** Steps a margin may take, log-odds; wider ones only learn the texts by heart. */
const STEPS = [-0.4, -0.2, 0, 0.2, 0.4];
const ROUNDS = 3;
/** An innocent text that is marked counts as much as so many offences found: there are ten times as many. */
const INNOCENT_COUNTS = 2;
/** What a margin must bring to leave zero, share of texts a log-odd. */
const RELUCTANCE = 0.01;

export type Margins = ReadonlyMap<Category, number>;

/** The highest score of a text once the margins are taken off. */
export const highestOf = (candidates: Candidates, margins: Margins): number => {
  let highest = Number.NEGATIVE_INFINITY;
  for (const { score, category } of candidates)
    highest = Math.max(highest, score - (margins.get(category) ?? 0));
  return highest;
};

/**
 * Chooses what each category's scores lose, so that at the same share of real lines more offences are found and fewer
 * innocent texts marked: one category after the other, a few rounds, small steps.
 */
export const chooseMargins = (
  unseen: readonly Unseen[],
  real: readonly Candidates[],
  categories: readonly Category[],
): Margins => {
  const margins = new Map<Category, number>(categories.map((it) => [it, 0]));
  const guilty = unseen.filter((it) => it.offends);
  const innocent = unseen.filter((it) => !it.offends);
  const worth = (): number => {
    const lines = real.map((it) => highestOf(it, margins)).sort((a, b) => b - a);
    const threshold = scoreAt(lines, MARKED.usual);
    const share = (of: readonly Unseen[]): number =>
      of.filter((it) => highestOf(it.candidates, margins) > threshold).length / (of.length || 1);
    const moved = [...margins.values()].reduce((sum, it) => sum + Math.abs(it), 0);
    return share(guilty) - INNOCENT_COUNTS * share(innocent) - RELUCTANCE * moved;
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const category of categories) {
      let best = { step: margins.get(category) ?? 0, worth: worth() };
      for (const step of STEPS) {
        margins.set(category, step);
        const now = worth();
        if (now > best.worth) best = { step, worth: now };
      }
      margins.set(category, best.step);
    }
  }
  // Only differences count: what all have in common is the threshold's.
  return margins;
};
