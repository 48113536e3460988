import { matchPinyin, readingsOf } from './pinyin';
import { SHOP_TERMS } from './terms';

/** A word people look for by its initials; `words` are folded. */
export interface Term {
  readonly words: string;
  readonly readings: readonly string[];
}

export interface MeantTerm {
  readonly term: Term;
  /** The letters read the whole term; else they are its beginning. */
  readonly exact: boolean;
}

/** Keys longer than this are sentences, not words. */
const LONGEST = 6;

/** The terms of a shop and of its scripts, by the letters their readings begin with. */
export class TermBook {
  readonly #byLetter = new Map<string, Term[]>();

  /** @param keys folded search words of scripts; they stand behind the shop's terms */
  constructor(keys: readonly string[]) {
    const own = keys.filter((it) => it.length <= LONGEST && /^\p{Script=Han}{2,}$/u.test(it));
    for (const words of new Set([...SHOP_TERMS, ...own])) {
      const readings = readingsOf(words);
      const letter = readings[0]?.charAt(0);
      if (letter === undefined || letter === '') continue;
      const of = this.#byLetter.get(letter) ?? [];
      of.push({ words, readings });
      this.#byLetter.set(letter, of);
    }
  }

  /** What the letters may stand for: whole terms before beginnings, in the order of the lists. */
  meantBy(letters: string): MeantTerm[] {
    const whole: MeantTerm[] = [];
    const begun: MeantTerm[] = [];
    for (const term of this.#byLetter.get(letters.charAt(0)) ?? []) {
      const match = matchPinyin(letters, term.readings, 0);
      if (match === null) continue;
      const exact = match.length === term.words.length && !match.partial;
      // One letter begins a tenth of all terms.
      if (exact) whole.push({ term, exact });
      else if (letters.length > 1) begun.push({ term, exact });
    }
    return [...whole, ...begun];
  }
}
