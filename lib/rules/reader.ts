import { type Folded, isWordUnit, SPACE_UNIT } from '@/lib/text';
import type { Literal } from './marked';

/** Stands for "no end": the words are not there. */
export const FAIL = -1;
/** Widest gap that a comma between English words stops. */
const SHORT_GAP = 3;

/** Compares fixed words with a folded text and says which separators a rule sees through. */
export class Reader {
  protected text!: Folded;
  /** Separator strength the rule sees through everywhere, and between two English words. */
  protected tolerance = 1;
  protected wordTolerance = 2;

  /** Sets what the following matches see through. */
  seeThrough(tolerance: number): void {
    this.tolerance = tolerance;
    this.wordTolerance = tolerance === 0 ? 1 : 2;
  }

  /** End of the literal at `at`, or −1. `allow` is what may stand before its first unit. */
  compare(literal: Literal, at: number, allow: number): number {
    const { units, sep, length } = this.text;
    const words = literal.units;
    const end = at + words.length;
    if (end > length || sep[at]! > allow || units[at] !== words.charCodeAt(0)) return FAIL;
    for (let k = 1; k < words.length; k++) {
      if (units[at + k] !== words.charCodeAt(k)) return FAIL;
    }
    return this.seenThrough(at, words.length, literal.allow) ? end : FAIL;
  }

  /** Whether the separators inside a run of units are all tolerated. */
  seenThrough(at: number, length: number, allow: Uint8Array | null): boolean {
    const { units, sep } = this.text;
    for (let k = 1; k < length; k++) {
      const strength = sep[at + k]!;
      if (strength <= this.tolerance) continue;
      if (strength <= this.wordTolerance && units[at + k - 1] === SPACE_UNIT) continue;
      if (allow === null || strength > allow[k]!) return false;
    }
    return true;
  }

  /**
   * Strength of separator that a gap runs over before a unit. A comma in Chinese begins another clause, mostly about
   * something else; in English only a short gap is stopped, and never by the hyphen of a word.
   */
  protected seenThroughInGap(at: number, loose: boolean, max: number): number {
    const { units, sep, start, end, length } = this.text;
    if (loose || this.tolerance >= 2 || at >= length || sep[at]! < 2) return 2;
    const word = isWordUnit(units[at]!);
    if (at > 0 && units[at - 1] !== SPACE_UNIT && word !== isWordUnit(units[at - 1]!)) return 2;
    if (!word) return 1;
    const hyphenated = at > 0 && units[at - 1] === SPACE_UNIT && end[at - 1]! - start[at - 1]! === 1;
    return max > SHORT_GAP || hyphenated ? 2 : 1;
  }
}
