import { READINGS, WORD_READINGS } from './pinyin-table.generated';

/** How one character is read, without tone; `''` for what is no Chinese character or too rare to be known. */
export type Reading = string;

interface Tables {
  chars: ReadonlyMap<string, Reading>;
  /** By their first character, longest first. */
  words: ReadonlyMap<string, readonly { word: string; readings: readonly Reading[] }[]>;
}

let tables: Tables | undefined;

/** Unpacked at the first search: 7,000 entries, about 2 ms. */
function unpacked(): Tables {
  if (tables !== undefined) return tables;
  const chars = new Map<string, Reading>();
  for (const group of READINGS.split(' ')) {
    const syllable = /^[a-z]+/.exec(group)?.[0] ?? '';
    for (const char of group.slice(syllable.length)) chars.set(char, syllable);
  }
  const words = new Map<string, { word: string; readings: string[] }[]>();
  for (const entry of WORD_READINGS.split(' ')) {
    const word = /^\p{Script=Han}+/u.exec(entry)?.[0] ?? '';
    const of = words.get(word.charAt(0)) ?? [];
    of.push({ word, readings: entry.slice(word.length).split("'") });
    words.set(word.charAt(0), of);
  }
  for (const of of words.values()) of.sort((a, b) => b.word.length - a.word.length);
  tables = { chars, words };
  return tables;
}

/** The reading of each UTF-16 unit of a text in Simplified characters; words decide before single characters. */
export function readingsOf(text: string): Reading[] {
  const { chars, words } = unpacked();
  const readings: Reading[] = [];
  for (let at = 0; at < text.length; ) {
    const word = words.get(text[at]!)?.find((it) => text.startsWith(it.word, at));
    if (word === undefined) {
      readings.push(chars.get(text[at]!) ?? '');
      at += 1;
    } else {
      readings.push(...word.readings);
      at += word.word.length;
    }
  }
  return readings;
}

/** How a typed run of letters reads a run of characters. */
export interface PinyinMatch {
  /** Characters that were read. */
  length: number;
  /** How many of them were written out rather than by their first letter. */
  full: number;
  /** Whether the last one was written out in part only: still being typed. */
  partial: boolean;
}

/** More characters written out, then none left half. */
const rank = ({ full, partial }: PinyinMatch): number => full * 2 + (partial ? 0 : 1);

const INITIAL = /^(?:zh|ch|sh)/;

/**
 * Reads the whole of `typed` (small letters) from position `at`: each character by its full reading, by its first
 * letter or by zh, ch, sh; the last one also by a beginning. `null` where it cannot be read. The reading with most
 * characters written out wins.
 */
export function matchPinyin(typed: string, readings: readonly Reading[], at: number): PinyinMatch | null {
  const reading = readings[at];
  if (typed === '' || !reading || reading.charCodeAt(0) !== typed.charCodeAt(0)) return null;
  let best: PinyinMatch | null = null;
  const consider = (rest: string, full: number, partial: boolean): void => {
    const tail = rest === '' ? { length: 0, full: 0, partial } : matchPinyin(rest, readings, at + 1);
    if (tail === null) return;
    const found = { length: tail.length + 1, full: tail.full + full, partial: tail.partial };
    if (best === null || rank(found) > rank(best)) best = found;
  };
  if (typed.startsWith(reading)) consider(typed.slice(reading.length), 1, false);
  else if (typed.length > 1 && reading.startsWith(typed)) consider('', 0, true);
  consider(typed.slice(1), 0, false);
  if (INITIAL.test(reading) && typed[1] === 'h') consider(typed.slice(2), 0, false);
  return best;
}
