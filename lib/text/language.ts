import { scriptLean } from './units';

/** Languages that can be told from the writing alone. */
export type WrittenLanguage = 'zh-Hans' | 'zh-Hant' | 'en';

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether the text holds a Chinese character. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Whether the text holds a Latin letter. */
export function hasLatin(text: string): boolean {
  return LATIN.test(text);
}

/**
 * The language a text is mostly written in, or null if it cannot be told.
 * Chinese whose characters are the same in both scripts is `fallback`, or null without one.
 */
export function languageOf(
  text: string,
  fallback: 'zh-Hans' | 'zh-Hant' | null = null,
): WrittenLanguage | null {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[\p{Script=Latin}'’]+/gu)?.length ?? 0;
  if (han === 0 && words === 0) return null;
  // One Chinese word is about two characters long.
  if (han < words * 2 && words > 0 && !(han > 0 && words === 1)) return 'en';
  if (han === 0) return 'en';
  if (KANA.test(text) && han < text.length / 2) return null;
  let lean = 0;
  for (let at = 0; at < text.length; at++) lean += scriptLean(text.charCodeAt(at));
  if (lean !== 0) return lean > 0 ? 'zh-Hant' : 'zh-Hans';
  return fallback;
}
