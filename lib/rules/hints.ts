import type { Literal } from './marked';

/**
 * What the automaton looks for, worked out ahead. A page that is given them need not read a pattern before its words
 * are met. They hold for the very rules and the engine they were made of.
 */
export interface Hints {
  /** As `Matcher.reach`, of the rules that have hints. */
  readonly reach: number;
  /** Per rule and pattern; null for a rule that must be read in full. */
  readonly rules: readonly (readonly PatternHint[] | null)[];
}

/**
 * Whole wordings (after a tab the separators seen through before each unit), then the anchors of each wording to verify;
 * words are set apart by new lines.
 */
export type PatternHint = readonly [whole: string, ...anchors: AnchorHint[]];
/** Items before the anchor, its words, and 1 if they may begin inside a word. */
export type AnchorHint = readonly [before: number, words: string, midWord?: 1];

/** The whole wordings of a hint. */
export function readLiterals(whole: string): Literal[] {
  if (whole === '') return [];
  return whole.split('\n').map((it) => {
    const [units = '', allow] = it.split('\t');
    return { units, allow: allow === undefined ? null : Uint8Array.from(allow, Number) };
  });
}
