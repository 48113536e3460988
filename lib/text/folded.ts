/** Strength of what was dropped before a unit. */
export const Sep = { NONE: 0, SPACE: 1, SOFT: 2, STOP: 3 } as const;

/**
 * A text as the rules see it: Simplified, lower case, compatibility forms resolved, contractions written out,
 * spaces and punctuation dropped but remembered. Each unit knows the UTF-16 range of the original it came from.
 */
export interface Folded {
  /** The original text. */
  readonly text: string;
  /** Folded UTF-16 units; one space (32) between two words or two numbers, none elsewhere. */
  readonly units: Uint16Array;
  /** Where each unit begins in the original text. */
  readonly start: Uint32Array;
  /** Where each unit ends in the original text. */
  readonly end: Uint32Array;
  /** The strongest separator dropped before each unit: 0 none, 1 space, emoji or zero-width, 2 comma and the like, 3 sentence end. */
  readonly sep: Uint8Array;
  /** Number of units. */
  readonly length: number;
  /** The strongest separator after the last unit. */
  readonly tail: number;
}

/** The folded units as a string, for building patterns and for tests. */
export function foldedText(folded: Folded): string {
  let text = '';
  for (let at = 0; at < folded.length; at++) text += String.fromCharCode(folded.units[at]!);
  return text;
}
