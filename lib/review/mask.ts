import { ADDRESSES, LABELLED, type Mask, RULES } from './mask-rules';
import { TYPED_LABELLED, TYPED_RULES } from './mask-typed';

/** Full-width digits, letters and signs as half-width ones; one unit stays one unit. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (it) =>
    // Full-width punctuation of Chinese sentences stays as it is.
    /[\uff0c\uff01\uff1f\uff1b\uff1a]/.test(it) ? it : String.fromCharCode(it.charCodeAt(0) - 0xfee0),
  );
}

/** Stands for a masked character while the other rules look: no letter, no digit, no space. */
const GONE = '\u0000';

/** Spaces beside a Chinese character (not behind what announces an address), and between two single digits. */
const LOOSE =
  /(?<![址是在到至])(?:(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff]))|(?<=(?<![A-Za-z\d])\d) (?=\d(?![A-Za-z\d]))/g;

/** A text without loose spaces, and where each of its units stood. */
function squeezed(text: string): { text: string; at: Uint32Array } {
  const at = new Uint32Array(text.length);
  let close = '';
  let from = 0;
  const keep = (end: number): void => {
    for (let place = from; place < end; place++) at[close.length + place - from] = place;
    close += text.slice(from, end);
    from = end + 1;
  };
  for (const { index } of text.matchAll(LOOSE)) keep(index);
  keep(text.length);
  return { text: close, at };
}

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
  for (const { mask, find, unless } of [...LABELLED, ...TYPED_LABELLED]) {
    for (const match of left.matchAll(find)) {
      const label = match[1] ?? '';
      const found = match[2] ?? '';
      if (!unless?.(found)) take(match.index + label.length, found.length, mask);
    }
  }
  for (const { mask, find, unless } of [...RULES, ...TYPED_RULES]) {
    for (const match of left.matchAll(find)) {
      if (!unless?.(match[0])) take(match.index, match[0].length, mask);
    }
  }
  const close = squeezed(left);
  for (const { mask, find } of ADDRESSES) {
    for (const match of close.text.matchAll(find)) {
      const start = close.at[match.index]!;
      const end = close.at[match.index + match[0].length - 1]! + 1;
      // What another rule took meanwhile stands in the squeezed text still.
      if (!left.slice(start, end).includes(GONE)) take(start, end - start, mask);
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
