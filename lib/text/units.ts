import { SOURCE_STEPS, TARGET_STEPS, UNDECIDED } from './fold-table.generated';
import { unpackNumbers } from './packed-numbers';

/**
 * What one UTF-16 code unit of a message is to the fold, looked up in flat tables.
 * The tables fill as characters are met: the Unicode part needs no data of ours, only the Chinese pairs do.
 */

/** Class of a code unit; `UNKNOWN` means not met yet. */
export const Class = {
  UNKNOWN: 0,
  /** A letter written without spaces between words (Chinese, kana, Hangul …). */
  IDEOGRAPH: 1,
  /** A letter of a script that writes spaces between words. */
  LETTER: 2,
  DIGIT: 3,
  /** Spaces, emoji, decoration. */
  SPACE: 4,
  /** Commas, brackets, dashes: breaks a phrase, not a sentence. */
  SOFT: 5,
  /** Ends a sentence. */
  STOP: 6,
  /** Zero-width characters: separate nothing. */
  INVISIBLE: 7,
  /** Signs that carry meaning: currencies, per cent, degrees. */
  SIGN: 8,
  /** Punctuation that belongs to the number when digits stand on both sides. */
  JOINER: 9,
  APOSTROPHE: 10,
  /** Combining marks that belong to no script: accents, kana voicing, overlays. Others count as letters. */
  MARK: 11,
  /** Folds to several units. */
  EXPANDS: 12,
  SURROGATE: 13,
} as const;

export const SPACE_UNIT = 32;
export const APOSTROPHE_UNIT = 39;

/** Class × 65,536 + folded unit of each code unit met so far, else 0. */
export const infos = new Uint32Array(0x10000);
const expansions = new Map<number, string>();

const STOPS = /[!?。\n\r\u2028\u2029‼⁇⁈⁉]/u;
const APOSTROPHES = /['’‘ʼ´`]/u;
const DASHES = /[-~–—−〜]/u;
const DECORATION =
  /[\s\p{Zs}\p{Cc}\p{Co}\p{Cn}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/u;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const SIGNS = /[\p{Sc}%‰°]/u;

/** Whether a folded unit is a letter of a script with spaces between words. */
export function isLetterUnit(unit: number): boolean {
  return unit >= 97 && (unit <= 122 || (unit >= 0xc0 && unit < 0x530));
}

/** Whether a folded unit is one of the ten digits. */
export function isDigitUnit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Whether a folded unit belongs to a word or number, so that a neighbour of the same kind continues it. */
export function isWordUnit(unit: number): boolean {
  return isLetterUnit(unit) || isDigitUnit(unit);
}

/** Whether no word or number is cut between two neighbouring units. */
export function isEdge(before: number, after: number): boolean {
  if (isLetterUnit(before)) return !isLetterUnit(after);
  return !(isDigitUnit(before) && isDigitUnit(after));
}

const traditional = new Set<number>();
const simplified = new Set<number>();
let pairs: Map<number, number> | undefined;

/** The Chinese pairs, source code unit to target code unit. */
export function chinesePairs(): ReadonlyMap<number, number> {
  if (pairs) return pairs;
  pairs = new Map();
  const sourceSteps = unpackNumbers(SOURCE_STEPS);
  let source = 0;
  let target = 0;
  unpackNumbers(TARGET_STEPS).forEach((step, index) => {
    target += step;
    source += sourceSteps[index] ?? 0;
    pairs?.set(source, target);
    traditional.add(source);
    simplified.add(target);
  });
  const inOrder = [...pairs];
  let undecided = 0;
  for (const step of unpackNumbers(UNDECIDED)) {
    undecided += step;
    const [from, to] = inOrder[undecided >> 1] ?? [0, 0];
    if (undecided % 2 === 0) traditional.delete(from);
    else simplified.delete(to);
  }
  return pairs;
}

/** +1 if the character is written in Traditional Chinese only, −1 in Simplified only, 0 if it tells nothing. */
export function scriptLean(unit: number): -1 | 0 | 1 {
  chinesePairs();
  if (traditional.has(unit)) return 1;
  return simplified.has(unit) ? -1 : 0;
}

/** Folds a character that has no table entry yet: compatibility form, lower case, accents of Latin dropped, Simplified. */
function foldedForm(character: string): string {
  let form = character.normalize('NFKC').toLowerCase();
  if (/\p{Script=Latin}/u.test(form)) form = form.normalize('NFD').replace(/\p{M}/gu, '');
  let simple = '';
  for (let index = 0; index < form.length; index++) {
    const unit = form.charCodeAt(index);
    simple += String.fromCharCode(chinesePairs().get(unit) ?? unit);
  }
  return simple;
}

function punctuationClass(form: string): number {
  if (/^[.:/,]$/.test(form) || DASHES.test(form)) return Class.JOINER;
  return Class.SOFT;
}

/** Class and folded form of a character; the form is empty where nothing is emitted. */
export function classify(character: string): { kind: number; form: string } {
  const nothing = (kind: number) => ({ kind, form: '' });
  const plain = character.normalize('NFKC');
  if (STOPS.test(character) || STOPS.test(plain)) return nothing(Class.STOP);
  if (APOSTROPHES.test(character) || plain === "'") return { kind: Class.APOSTROPHE, form: "'" };
  if (INVISIBLE.test(character)) return nothing(Class.INVISIBLE);
  if (/\d/.test(character)) return { kind: Class.DIGIT, form: character };
  if (DECORATION.test(character)) return nothing(Class.SPACE);
  if (/^\p{M}$/u.test(plain)) {
    const kind = /\p{Script=Inherited}/u.test(plain) ? Class.MARK : Class.IDEOGRAPH;
    return { kind, form: plain };
  }
  if (/[\p{L}\p{N}]/u.test(plain) || SIGNS.test(plain)) {
    const form = foldedForm(character)
      .replace(/[^\p{L}\p{N}\p{Sc}%‰°⁄\ud800-\udfff]/gu, '')
      .replace('⁄', '/');
    if (form.length === 0) return nothing(Class.SOFT);
    if (form.length > 1) return { kind: Class.EXPANDS, form };
    const unit = form.charCodeAt(0);
    if (isDigitUnit(unit)) return { kind: Class.DIGIT, form };
    if (isLetterUnit(unit)) return { kind: Class.LETTER, form };
    return { kind: SIGNS.test(form) ? Class.SIGN : Class.IDEOGRAPH, form };
  }
  if (plain.trim() === '') return nothing(Class.SPACE);
  const kind = punctuationClass(plain);
  return { kind, form: DASHES.test(plain) ? '-' : plain.charAt(0) };
}

function learn(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) {
    infos[unit] = Class.SURROGATE << 16;
    return infos[unit]!;
  }
  const { kind, form } = classify(String.fromCharCode(unit));
  infos[unit] = (kind << 16) | (form.charCodeAt(0) || 0);
  if (kind === Class.EXPANDS) expansions.set(unit, form);
  return infos[unit]!;
}

/** Class and single folded unit of a code unit of the original text: class × 65,536 + folded unit. */
export function infoOf(unit: number): number {
  return infos[unit] || learn(unit);
}

/** Class of a code unit of the original text. */
export function classOf(unit: number): number {
  return infoOf(unit) >>> 16;
}

/** The folded units of a code unit of class `EXPANDS`. */
export function expansionOf(unit: number): string {
  return expansions.get(unit) ?? '';
}
