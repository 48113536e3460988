import { fold, Sep } from '@/lib/text';
import { matchPinyin, type PinyinMatch, type Reading, readingsOf } from './pinyin';

/** Where words stand in an item; a smaller one counts more. */
export const Place = { KEY: 0, NAME: 1, TEXT: 2 } as const;
export type Place = (typeof Place)[keyof typeof Place];

/** One find: the item by its number, where in it, and how far into that text (0–1). */
export interface Occurrence {
  doc: number;
  place: Place;
  /** The words are the whole key or name. */
  whole: boolean;
  depth: number;
}

/** Stands between texts and where a clause ends: nothing is found across it. */
const STOP = '\u0000';

/** A text as the engine folds it, with a stop for every sign between its clauses. */
export function foldedClauses(text: string): string {
  const { units, sep, length } = fold(text);
  let folded = '';
  for (let at = 0; at < length; at++) {
    if (at > 0 && (sep[at] ?? 0) >= Sep.SOFT) folded += STOP;
    folded += String.fromCharCode(units[at]!);
  }
  return folded;
}

/**
 * All texts of a shelf in one string, so that a search is one run over it: half a megabyte for 5,000 scripts. Readings
 * are worked out at the first search by letters.
 */
export class Corpus {
  readonly #text: string;
  /** Starts of the texts, ascending, and whose they are. */
  readonly #starts: Int32Array;
  readonly #docs: Int32Array;
  readonly #places: Uint8Array;
  #readings: Reading[] | undefined;

  constructor(texts: Iterable<{ doc: number; place: Place; text: string }>) {
    const pieces: string[] = [];
    const starts: number[] = [];
    const docs: number[] = [];
    const places: number[] = [];
    let at = 0;
    for (const { doc, place, text } of texts) {
      const folded = foldedClauses(text);
      pieces.push(folded);
      starts.push(at);
      docs.push(doc);
      places.push(place);
      at += folded.length + 1;
    }
    this.#text = pieces.join(STOP);
    this.#starts = Int32Array.from(starts);
    this.#docs = Int32Array.from(docs);
    this.#places = Uint8Array.from(places);
  }

  /** Every text that holds the folded words, each once, in order. */
  eachHolding(words: string, found: (it: Occurrence) => void): void {
    let segment = 0;
    for (let at = this.#text.indexOf(words); at !== -1; at = this.#text.indexOf(words, this.#end(segment))) {
      segment = this.#segmentAt(at, segment);
      found(this.#occurrence(segment, at, words.length));
    }
  }

  /** Every place where the letters read at least two characters. */
  eachReading(letters: string, found: (it: Occurrence, match: PinyinMatch) => void): void {
    this.#readings ??= readingsOf(this.#text);
    const readings = this.#readings;
    const first = letters.charCodeAt(0);
    /** Whether a character with this reading can begin a match, asked once per reading. */
    const begins = new Map<Reading, boolean>();
    let segment = 0;
    for (let at = 0; at < readings.length; at++) {
      const reading = readings[at]!;
      if (reading === '' || reading.charCodeAt(0) !== first) continue;
      const next = readings[at + 1] ?? '';
      if (next === '') continue;
      if (letters.charCodeAt(1) !== next.charCodeAt(0)) {
        let can = begins.get(reading);
        if (can === undefined) {
          can =
            letters.startsWith(reading) || (letters.charCodeAt(1) === 0x68 && reading.charCodeAt(1) === 0x68);
          begins.set(reading, can);
        }
        if (!can) continue;
      }
      const match = matchPinyin(letters, readings, at);
      if (match === null || match.length < 2) continue;
      segment = this.#segmentAt(at, segment);
      found(this.#occurrence(segment, at, match.length), match);
    }
  }

  #end(segment: number): number {
    return this.#starts[segment + 1] ?? this.#text.length;
  }

  /** The text a position lies in, looked for forward from one before it. */
  #segmentAt(at: number, from: number): number {
    let low = from;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #occurrence(segment: number, at: number, length: number): Occurrence {
    const start = this.#starts[segment]!;
    const size = Math.max(1, this.#end(segment) - start - 1);
    return {
      doc: this.#docs[segment]!,
      place: this.#places[segment] as Place,
      whole: length >= size,
      depth: (at - start) / size,
    };
  }
}
