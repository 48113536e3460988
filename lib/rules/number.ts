import { type Folded, isDigitUnit, isLetterUnit, SPACE_UNIT } from '@/lib/text';

/** Where a number that begins at some unit may end. */
type Ends = number[];

const NUMERALS = new Set(
  [...'零〇一二两三四五六七八九十百千万亿俩仨廿卅壹贰叁肆伍陆柒捌玖拾佰仟'].map((c) => c.charCodeAt(0)),
);
const MULTIPLIERS = new Set([...'十百千万亿'].map((c) => c.charCodeAt(0)));
/** About so many: 十几, 三十多, 20来. */
const ABOUT = new Set([...'几多来余'].map((c) => c.charCodeAt(0)));
const SOME = '几'.charCodeAt(0);
const LONGEST = 24;
const LONGEST_WORD = 9;

const WORDS = new Set(
  (
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen couple half'
  ).split(' '),
);
/** Every unit a number may begin with. */
export const NUMBER_FIRST_UNITS: ReadonlySet<string> = new Set([
  ...'0123456789a几',
  ...[...NUMERALS].map((unit) => String.fromCharCode(unit)),
  ...[...WORDS].map((word) => word.charAt(0)),
]);

/** Words that make a number of "a": a dozen, a hundred. */
const AFTER_A = new Set(['dozen', 'hundred', 'thousand', 'million', 'couple']);

const wordFilter = new Uint8Array(256);
for (const word of [...WORDS, 'a']) {
  wordFilter[filterBit(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length)] = 1;
}

/**
 * The ends of the number beginning at `at`, longest first: digits (also 2.5, 1-3, 3万, 20多), Chinese numerals
 * (十二, 三百五, 两, 十几, 三到五) or English words (twenty five, a dozen). Empty if none begins there.
 */
export function numberEnds(text: Folded, at: number): Ends {
  const ends = simpleNumber(text, at);
  const first = ends[0];
  if (first === undefined) return ends;
  if (isRangeWord(text, first)) {
    const second = simpleNumber(text, first + 1);
    return [...second, ...ends];
  }
  return ends;
}

function isRangeWord(text: Folded, at: number): boolean {
  const unit = at < text.length ? text.units[at]! : 0;
  return (unit === 0x5230 || unit === 0x81f3) && text.sep[at]! < 2;
}

function simpleNumber(text: Folded, at: number): Ends {
  if (at >= text.length) return [];
  const unit = text.units[at]!;
  if (isDigitUnit(unit)) return digits(text, at);
  if (NUMERALS.has(unit)) return numerals(text, at);
  if (unit === SOME && MULTIPLIERS.has(text.units[at + 1] ?? 0)) return numerals(text, at).slice(0, -1);
  if (isLetterUnit(unit)) return words(text, at);
  return [];
}

function digits(text: Folded, at: number): Ends {
  if (at > 0 && isDigitUnit(text.units[at - 1]!) && text.sep[at] === 0) return [];
  const ends: Ends = [];
  let end = digitRun(text, at);
  ends.unshift(end);
  while (
    end + 1 < text.length &&
    (text.units[end] === 46 || text.units[end] === 45) &&
    isDigitUnit(text.units[end + 1]!)
  ) {
    end = digitRun(text, end + 1);
    ends.unshift(end);
  }
  while (
    end < text.length &&
    text.sep[end]! < 2 &&
    (MULTIPLIERS.has(text.units[end]!) || isAbout(text, end))
  ) {
    ends.unshift(++end);
  }
  return ends;
}

function isAbout(text: Folded, at: number): boolean {
  return ABOUT.has(text.units[at]!) && text.units[at] !== SOME;
}

/** The end of the run of digits at `at`. */
export function digitRun(text: Folded, at: number): number {
  let end = at;
  while (end < text.length && isDigitUnit(text.units[end]!) && (end === at || text.sep[end] === 0)) end++;
  return end;
}

function numerals(text: Folded, at: number): Ends {
  const ends: Ends = [];
  for (let end = at; end < text.length && end - at < LONGEST; end++) {
    const unit = text.units[end]!;
    if (end > at && text.sep[end]! > 1) break;
    if (!NUMERALS.has(unit) && !ABOUT.has(unit)) break;
    ends.unshift(end + 1);
  }
  return ends;
}

function words(text: Folded, at: number): Ends {
  if (at > 0 && isLetterUnit(text.units[at - 1]!)) return [];
  const ends: Ends = [];
  let previous = '';
  for (let from = at; ; ) {
    const end = wordEnd(text, from);
    if (end - from > LONGEST_WORD || !mayBeNumberWord(text, from, end)) break;
    const word = String.fromCharCode(...text.units.subarray(from, end));
    const article = word === 'a' && previous === (from === at ? '' : 'half');
    if (!article && !(WORDS.has(word) && (previous !== 'a' || AFTER_A.has(word)))) break;
    if (!article && word !== 'half') ends.unshift(end);
    previous = word;
    if (end >= text.length || text.units[end] !== SPACE_UNIT || text.sep[end + 1]! > 2) break;
    from = end + 1;
  }
  return ends;
}

/** Cheap test, since every English word that begins like a number word is asked: false means certainly none. */
function mayBeNumberWord({ units }: Folded, from: number, end: number): boolean {
  return wordFilter[filterBit(units[from]!, units[end - 1]!, end - from)] === 1;
}

function filterBit(first: number, last: number, length: number): number {
  return (first * 31 + last * 7 + length) & 255;
}

function wordEnd(text: Folded, at: number): number {
  let end = at;
  while (end < text.length && isLetterUnit(text.units[end]!) && end - at < LONGEST) end++;
  return end;
}

/** The end of a time of day written 9:30 or 09:30:00, or −1. */
export function clockEnd(text: Folded, at: number): number {
  return joinedDigits(text, at, [58], 2);
}

/** The end of a date written 5/12, 2024-05-12 or 5.12, or −1. */
export function dateEnd(text: Folded, at: number): number {
  return joinedDigits(text, at, [47, 45, 46], 4);
}

function joinedDigits(text: Folded, at: number, joiners: readonly number[], widest: number): number {
  if (at >= text.length || !isDigitUnit(text.units[at]!) || (at > 0 && isDigitUnit(text.units[at - 1]!)))
    return -1;
  let end = digitRun(text, at);
  let groups = 1;
  if (end - at > widest) return -1;
  while (end + 1 < text.length && joiners.includes(text.units[end]!) && isDigitUnit(text.units[end + 1]!)) {
    const from = end + 1;
    end = digitRun(text, from);
    if (end - from > 2) return -1;
    groups++;
  }
  return groups === 2 || groups === 3 ? end : -1;
}
