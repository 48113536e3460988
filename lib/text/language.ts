import { scriptLean } from './units';

/** Languages that can be told from the writing alone. */
export type WrittenLanguage = 'zh-Hans' | 'zh-Hant' | 'en';

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What a character belongs to. */
const Kind = { UNKNOWN: 0, OTHER: 1, HAN: 2, LATIN: 3, APOSTROPHE: 4, KANA: 5 } as const;

/** Kinds of the characters met so far: asking three expressions each time costs fifty times as much. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  if (code > 0xffff) return askKind(code);
  const known = kinds[code]!;
  if (known !== Kind.UNKNOWN) return known;
  const kind = askKind(code);
  kinds[code] = kind;
  return kind;
}

function askKind(code: number): number {
  const character = String.fromCodePoint(code);
  if (HAN.test(character)) return Kind.HAN;
  if (LATIN.test(character)) return Kind.LATIN;
  if (KANA.test(character)) return Kind.KANA;
  return character === "'" || character === '’' ? Kind.APOSTROPHE : Kind.OTHER;
}

function holds(text: string, kind: number): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!;
    if (kindOf(code) === kind) return true;
    if (code > 0xffff) at++;
  }
  return false;
}

/** Whether the text holds a Chinese character. */
export function hasHan(text: string): boolean {
  return holds(text, Kind.HAN);
}

/** Whether the text holds a Latin letter. */
export function hasLatin(text: string): boolean {
  return holds(text, Kind.LATIN);
}

/**
 * The language a text is mostly written in, or null if it cannot be told.
 * Chinese whose characters are the same in both scripts is `fallback`, or null without one.
 */
export function languageOf(
  text: string,
  fallback: 'zh-Hans' | 'zh-Hant' | null = null,
): WrittenLanguage | null {
  let han = 0;
  let words = 0;
  let kana = false;
  let lean = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!;
    if (code > 0xffff) at++;
    const kind = kindOf(code);
    const ofWord = kind === Kind.LATIN || kind === Kind.APOSTROPHE;
    if (ofWord && !inWord) words++;
    inWord = ofWord;
    if (kind === Kind.HAN) {
      han++;
      lean += scriptLean(code);
    } else if (kind === Kind.KANA) {
      kana = true;
    }
  }
  if (han === 0 && words === 0) return null;
  // One Chinese word is about two characters long.
  if (han < words * 2 && words > 0 && !(han > 0 && words === 1)) return 'en';
  if (han === 0) return 'en';
  if (kana && han < text.length / 2) return null;
  if (lean !== 0) return lean > 0 ? 'zh-Hant' : 'zh-Hans';
  return fallback;
}
