/** A grade as it is remembered; the store's record has this shape and more. */
export interface Remembered {
  /** Id of the played customer. */
  played: string;
  at: number;
  score: number;
}

/** The best score for each played customer that was tried, by id. */
export function bestScores(results: readonly Remembered[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const { played, score } of results) best.set(played, Math.max(score, best.get(played) ?? 0));
  return best;
}
