import { fold, foldedText } from '@/lib/text';
import type { Reading } from './clauses';
import { mix } from './hash';

const ENDING = /(?:ing|edly|ed|es|s|ly|er|est)$/;

/** An English word without its ending, roughly: only for comparing words with each other. */
export const stem = (word: string): string => (word.length <= 3 ? word : word.replace(ENDING, '') || word);

const NONE: readonly number[] = [];

/**
 * Words of like meaning, one class a line: a name, then its words, separated by spaces. A word may be in several.
 * Classes let a few thousand texts say something of words that none of them uses.
 */
export class WordClasses {
  private readonly known = new Map<number, number[]>();
  /** Length of the longest Chinese word that begins with a unit. */
  private readonly longest = new Uint8Array(0x10000);

  constructor(source: string, reading: Reading) {
    source
      .trim()
      .split('\n')
      .forEach((line, index) => {
        for (const word of line.split(' ').slice(1)) {
          const folded = foldedText(fold(word));
          this.add(reading === 'en' ? stem(folded) : folded, index + 1);
        }
      });
  }

  private add(word: string, of: number): void {
    let hash = 5;
    for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
    const first = word.charCodeAt(0);
    this.longest[first] = Math.max(this.longest[first]!, word.length);
    const classes = this.known.get(hash);
    if (classes === undefined) this.known.set(hash, [of]);
    else if (!classes.includes(of)) classes.push(of);
  }

  /** Classes of an English word. */
  ofStem(word: string): readonly number[] {
    let hash = 5;
    for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
    return this.known.get(hash) ?? NONE;
  }

  /** The longest Chinese word that begins at `at`; `length` is left in `matched`, 0 where there is none. */
  longestAt(units: Uint16Array, at: number, to: number): readonly number[] {
    const most = Math.min(this.longest[units[at]!]!, to - at);
    let classes = NONE;
    let hash = 5;
    this.matched = 0;
    for (let length = 1; length <= most; length++) {
      hash = mix(hash, units[at + length - 1]!);
      const found = this.known.get(hash);
      if (found !== undefined) {
        classes = found;
        this.matched = length;
      }
    }
    return classes;
  }

  matched = 0;
}
