import type { Hints } from '@/lib/rules';
import type { Absence, Book, Commitment, Move, Scenario, Softening, Taboo } from '../schema';
import type { Language, ScenarioId } from '../vocabulary';
import type { MoveWords } from './move-words';
import type { ScenarioWords } from './words';

/**
 * What matching needs of a book, as plain JSON: no examples, no sources, no scripts. This is what the background hands
 * to a frame; everything in it was checked before it was published.
 */
export interface RuntimeBook {
  id: string;
  version: number;
  language: Language;
  lists: Readonly<Record<string, readonly string[]>>;
  taboos: readonly RuntimeTaboo[];
  absences: readonly RuntimeAbsence[];
  softenings: readonly RuntimeSoftening[];
  scenarios: readonly RuntimeScenario[];
  moves: readonly Omit<Move, 'title' | 'examples'>[];
  commitments: readonly Omit<Commitment, 'examples'>[];
  /**
   * Worked out when the extension is built, by `withHints`; a book without them takes longer to compile. A team's own
   * book has those of the built-in book below it, by `restOn`.
   */
  hints?: Readonly<Record<MatcherName, Hints>>;
  /** Learned from labelled messages; without it scenarios are read by their cues alone. */
  words?: ScenarioWords;
  /** Learned from labelled drafts; without it moves are read by their patterns alone. */
  moveWords?: MoveWords;
}

/** The kinds of rules of a book; each has a matcher of its own. */
export const MATCHERS = ['taboos', 'absences', 'softenings', 'cues', 'moves', 'commitments'] as const;
export type MatcherName = (typeof MATCHERS)[number];

export type RuntimeTaboo = Omit<Taboo, 'examples' | 'source' | 'reviewBy'>;
export type RuntimeAbsence = Omit<Absence, 'examples' | 'source' | 'reviewBy'>;
export type RuntimeSoftening = Omit<Softening, 'title' | 'examples'>;
export interface RuntimeScenario {
  id: ScenarioId;
  cues: Scenario['cues'];
}

/** Takes from a book what a content script needs; the book itself is not changed. */
export const toRuntime = (book: Book): RuntimeBook => ({
  id: book.id,
  version: book.version,
  language: book.language,
  lists: book.lists,
  taboos: book.taboos.map(({ examples: _examples, source: _source, reviewBy: _reviewBy, ...rule }) => rule),
  absences: book.absences.map(
    ({ examples: _examples, source: _source, reviewBy: _reviewBy, ...rule }) => rule,
  ),
  softenings: book.softenings.map(({ title: _title, examples: _examples, ...rule }) => rule),
  scenarios: book.scenarios.map(({ id, cues }) => ({ id, cues })),
  moves: book.moves.map(({ title: _title, examples: _examples, ...move }) => move),
  commitments: book.commitments.map(({ examples: _examples, ...commitment }) => commitment),
});
