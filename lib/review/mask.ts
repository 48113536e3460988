/**
 * Takes personal data out of text before it is written anywhere. About fifteen ordered, length-bounded rules for
 * Chinese and English chat; free-standing names are beyond rules, which is why only a window around a flag is kept.
 */

type Mask =
  | 'EMAIL'
  | 'LINK'
  | 'ID'
  | 'IBAN'
  | 'PARCEL'
  | 'PHONE'
  | 'CARD'
  | 'NUM'
  | 'ADDRESS'
  | 'NAME'
  | 'ACCOUNT';

interface MaskRule {
  mask: Mask;
  find: RegExp;
  /** Says no to what only looks like it. */
  unless?: (found: string) => boolean;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** GB 11643-1999: weights of the first 17 digits, check character by remainder. */
export function isChineseId(id: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return '10X98765432'[sum % 11] === id[17]?.toUpperCase();
}

/** Letter as two digits (A=10, I=34, O=35, W=32, Z=33 …), weights 1 9 8 7 6 5 4 3 2 1 1; divisible by ten. */
export function isTaiwanId(id: string): boolean {
  const letter = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(id[0]?.toUpperCase() ?? '') + 10;
  if (letter < 10) return false;
  const digits = [Math.floor(letter / 10), letter % 10, ...[...id.slice(1)].map(Number)];
  const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];
  return weights.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0) % 10 === 0;
}

/** ISO/IEC 7812 check digit. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** ISO 13616: moved four to the back, letters as numbers, remainder 1 of 97. */
export function isIban(text: string): boolean {
  const iban = text.replace(/ /g, '').toUpperCase();
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const char of moved) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const RULES: readonly MaskRule[] = [
  { mask: 'EMAIL', find: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g },
  { mask: 'LINK', find: /(?:https?:\/\/|www\.)[^\s\u3000-\u9fff\uff00-\uffef]{1,400}/gi },
  { mask: 'ID', find: /(?<!\d)\d{17}[\dXx](?!\d)/g, unless: (it) => !isChineseId(it) },
  { mask: 'ID', find: /(?<![A-Za-z\d])[A-Za-z][1289]\d{8}(?!\d)/g, unless: (it) => !isTaiwanId(it) },
  { mask: 'ID', find: /(?<![A-Za-z\d])[A-Za-z]{1,2}\d{6} ?\([\dA]\)/g },
  {
    mask: 'IBAN',
    find: /(?<![A-Za-z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![A-Za-z\d])/g,
    unless: (it) => !isIban(it),
  },
  // Before the digit runs: the letters of a waybill name the carrier and with it the parcel.
  { mask: 'PARCEL', find: /(?<![A-Za-z\d])[A-Za-z]{2,5} ?\d{9,15}(?:[A-Za-z]{2})?(?![A-Za-z\d])/g },
  { mask: 'PHONE', find: /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g },
  { mask: 'PHONE', find: /(?<!\d)(?:\+?886[- ]?9|09)\d{2}[- ]?\d{3}[- ]?\d{3}(?!\d)/g },
  { mask: 'PHONE', find: /(?<!\d)\(?0\d{1,3}\)?[- ]\d{3,4}[- ]?\d{4}(?!\d)/g },
  { mask: 'PHONE', find: /(?<!\d)\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)/g },
  { mask: 'PHONE', find: /\+\d{1,3}(?:[- ]?\d){7,12}(?!\d)/g },
  { mask: 'CARD', find: /(?<!\d)\d(?:[- ]?\d){12,18}(?!\d)/g, unless: (it) => !isLuhn(digitsOf(it)) },
  { mask: 'NUM', find: /(?<!\d)\d(?:-?\d){7,30}(?!\d)/g },
  {
    mask: 'ADDRESS',
    find: /(?:[\u4e00-\u9fff]{1,8}[省市区區县縣镇鎮乡鄉]){0,4}[\u4e00-\u9fff]{1,10}?(?:路|街|大道|巷|弄|胡同|段)[一二三四五六七八九十]{0,2}段?\d{1,5}[号號弄巷](?:[^，。！？,.!?\s]{0,12}?[\d一二三四五六七八九十]{1,5}[号號楼樓栋棟幢室座单單元层層F]){0,4}/g,
  },
  {
    mask: 'ADDRESS',
    find: /(?<!\d)\d{1,5} (?:[A-Z][a-z]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd)\b\.?/g,
  },
];

/** Rules that keep their label: a name or an account is only told by it. */
const LABELLED: readonly { mask: Mask; find: RegExp }[] = [
  {
    mask: 'NAME',
    find: /((?:收[件货貨]人|姓名|联系人|聯絡人|名字)(?:是|叫|[:： ]){1,2})([\u4e00-\u9fff·]{2,6}(?=[^\u4e00-\u9fff]|$)|[\u4e00-\u9fff]{2,3})/g,
  },
  { mask: 'NAME', find: /(\b(?:[Nn]ame|[Rr]ecipient)(?: is|:) ?)((?:[A-Z][a-z'-]{1,20} ?){1,3})/g },
  {
    mask: 'ACCOUNT',
    find: /((?:微信|薇信|[Ww]e[Cc]hat|QQ|qq|LINE|[Ww]hats[Aa]pp)(?:号|號| ?ID| ?id)?(?:是|[:： ]){0,2})([A-Za-z\d][\w-]{4,24})/g,
  },
];

/** Full-width digits, letters and signs as half-width ones; one unit stays one unit. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (it) =>
    // Full-width punctuation of Chinese sentences stays as it is.
    /[\uff0c\uff01\uff1f\uff1b\uff1a]/.test(it) ? it : String.fromCharCode(it.charCodeAt(0) - 0xfee0),
  );
}

/** Stands for a masked character while the other rules look: no letter, no digit, no space. */
const GONE = '\u0000';

interface MaskedRange {
  start: number;
  end: number;
  mask: Mask;
}

/** Where personal data stands, in the offsets of `text`, ascending; `text` is half-width already. */
function maskedRanges(text: string): MaskedRange[] {
  const ranges: MaskedRange[] = [];
  let left = text;
  const take = (start: number, length: number, mask: Mask): void => {
    ranges.push({ start, end: start + length, mask });
    left = left.slice(0, start) + GONE.repeat(length) + left.slice(start + length);
  };
  for (const { mask, find } of LABELLED) {
    for (const match of left.matchAll(find)) {
      const label = match[1] ?? '';
      const found = match[2] ?? '';
      take(match.index + label.length, found.length, mask);
    }
  }
  for (const { mask, find, unless } of RULES) {
    for (const match of left.matchAll(find)) {
      if (!unless?.(match[0])) take(match.index, match[0].length, mask);
    }
  }
  return ranges.sort((a, b) => a.start - b.start);
}

/** Words that may stand before an address or a name and be taken for a part of it. */
const SPREADS: readonly Mask[] = ['ADDRESS', 'NAME'];

interface Words {
  start: number;
  end: number;
}

/**
 * A text with `[PHONE]`, `[ID]`, `[NUM]` … in the place of personal data, and where some of its words stand afterwards.
 * Full-width digits become half-width. Words stay readable where they are no data themselves: a number inside of them is
 * masked, an address is not allowed to swallow them. Offsets are UTF-16 units.
 */
export function maskAround<W extends Words>(text: string, words: readonly W[]): { text: string; words: W[] } {
  const plain = halfWidth(text);
  const ranges = maskedRanges(plain).flatMap((range) => spared(range, words));
  let masked = '';
  let from = 0;
  const edges: { start: number; end: number; at: number; length: number }[] = [];
  for (const { start, end, mask } of ranges) {
    masked += plain.slice(from, start);
    edges.push({ start, end, at: masked.length, length: mask.length + 2 });
    masked += `[${mask}]`;
    from = end;
  }
  masked += plain.slice(from);
  const moved = (offset: number, side: 'start' | 'end'): number => {
    let shift = 0;
    for (const edge of edges) {
      if (offset <= edge.start) break;
      // Within a mask the whole mask belongs to the words.
      if (offset < edge.end) return side === 'start' ? edge.at : edge.at + edge.length;
      shift = edge.at + edge.length - edge.end;
    }
    return offset + shift;
  };
  return {
    text: masked,
    words: words.map((it) => ({ ...it, start: moved(it.start, 'start'), end: moved(it.end, 'end') })),
  };
}

/** What is left to mask of a range when the words in it are to stay. */
function spared(range: MaskedRange, words: readonly Words[]): MaskedRange[] {
  if (!SPREADS.includes(range.mask)) return [range];
  let { start } = range;
  for (const it of words) if (it.start < range.end && it.end > start && it.end < range.end) start = it.end;
  return start < range.end ? [{ ...range, start }] : [];
}

/** The text with `[PHONE]`, `[ID]`, `[NUM]` … in the place of personal data; full-width digits become half-width. */
export const maskText = (text: string): string => maskAround(text, []).text;
