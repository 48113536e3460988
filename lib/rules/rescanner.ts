import { type Folded, fold, Sep } from '@/lib/text';
import { isItemStart } from './items';
import type { Hit, ScanOptions, ScanResult } from './matcher';
import { quotedRanges } from './quotes';

/** What looks for rules in a text: a matcher, or something that spares it work. */
export interface Scanner {
  /** Most items that a rule may see of sentences beside the one it flags in; 0 where no rule sees over a sentence end. */
  readonly reach: number;
  scan(text: string | Folded, options?: ScanOptions): ScanResult;
}

/** Texts that are looked up again and again beside the one that changes: the messages of a conversation. */
const KEPT = 64;
/** A window that is most of the text saves nothing. */
const WORTH_IT = 0.7;

interface Scanned extends ScanResult {
  readonly text: string;
}

/** The part of a text that is read again after a change; offsets in the new text. */
interface Window {
  /** What is read: from the beginning of a sentence to the beginning of another. */
  readonly from: number;
  readonly to: number;
  /** Hits that end before `left` or begin after `right` are as they were. */
  readonly left: number;
  readonly right: number;
}

/**
 * Spares a matcher work on a text that changes little by little: only the sentences around a change are read again, and texts seen
 * before are not read at all. Its answer is the matcher's own (for overlapping hits; others are passed on unremembered).
 */
export class Rescanner implements Scanner {
  readonly #matcher: Scanner;
  readonly #kept = new Map<string, Scanned>();
  #last: Scanned | null = null;

  constructor(matcher: Scanner) {
    this.#matcher = matcher;
  }

  get reach(): number {
    return this.#matcher.reach;
  }

  scan(text: string | Folded, options: ScanOptions = {}): ScanResult {
    if (options.overlaps !== true || options.budget !== undefined) return this.#matcher.scan(text, options);
    const words = typeof text === 'string' ? text : text.text;
    if (this.#last?.text === words) return this.#last;
    const known = this.#kept.get(words);
    if (known !== undefined) {
      this.#keep(known);
      return known;
    }
    const again = this.#again(words, text);
    if (again !== null) {
      this.#last = again;
      return again;
    }
    const whole: Scanned = { ...this.#matcher.scan(text, options), text: words };
    this.#last = whole;
    this.#keep(whole);
    return whole;
  }

  #keep(scanned: Scanned): void {
    this.#kept.delete(scanned.text);
    this.#kept.set(scanned.text, scanned);
    if (this.#kept.size <= KEPT) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }

  /** The hits of a text that differs from the last one in one place; `null` where all of it must be read. */
  #again(words: string, text: string | Folded): Scanned | null {
    const last = this.#last;
    if (last === null || last.exhausted || words === '' || last.text === '') return null;
    const { start, before, after } = changeBetween(last.text, words);
    const folded = typeof text === 'string' ? fold(text) : text;
    const window = windowAround(folded, start, after, this.#matcher.reach);
    if (window === null || (window.to - window.from) / words.length > WORTH_IT) return null;
    const { from, to, left, right } = window;
    const shift = after - before;
    if (!quotesStand(last.text, words, window, shift)) return null;
    const { hits, steps, exhausted } = this.#matcher.scan(words.slice(from, to), { overlaps: true });
    if (exhausted) return null;
    const kept: Hit[] = [];
    for (const hit of last.hits) if (hit.end <= left) kept.push(hit);
    let straddles = false;
    for (const hit of hits) {
      const moved = shifted(hit, from);
      if (moved.end <= left || moved.start >= right) continue;
      straddles ||= moved.start < left || moved.end > right;
      kept.push(moved);
    }
    for (const hit of last.hits) {
      if (hit.start + shift >= right) kept.push(shift === 0 ? hit : shifted(hit, shift));
    }
    if (straddles) kept.sort(byPlace);
    return { text: words, hits: kept, steps, exhausted };
  }
}

/** As a matcher sorts its hits. */
const byPlace = (a: Hit, b: Hit): number =>
  a.start - b.start || b.end - a.end || a.rule - b.rule || a.pattern - b.pattern;

const shifted = ({ rule, id, pattern, start, end }: Hit, by: number): Hit => ({
  rule,
  id,
  pattern,
  start: start + by,
  end: end + by,
});

/** Where two texts differ: from `start` on, up to `before` in the old one and `after` in the new one. */
function changeBetween(old: string, now: string): { start: number; before: number; after: number } {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old.charCodeAt(start) === now.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    old.charCodeAt(old.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)
  )
    tail++;
  return { start, before: old.length - tail, after: now.length - tail };
}

/**
 * What must be read again after a change at `start`–`end` of a text, when rules see at most `reach` items beyond a
 * sentence; `null` where the text has no words. A sentence counts as apart only if its end was not itself touched: a
 * whole unit stands between it and the change.
 */
function windowAround(folded: Folded, start: number, end: number, reach: number): Window | null {
  const { start: starts, length } = folded;
  if (length === 0) return null;
  const touched = unitAt(folded, start);
  const left = cutBefore(folded, touched - 2, reach);
  const from = reach === 0 ? left : cutBefore(folded, left - 1, reach * 2);
  const right = cutAfter(folded, unitAt(folded, end) + 2, reach);
  const to = reach === 0 ? right : cutAfter(folded, right + 1, reach * 2);
  const placeOf = (unit: number): number =>
    unit <= 0 ? 0 : unit >= length ? folded.text.length : starts[unit]!;
  return { from: placeOf(from), to: placeOf(to), left: placeOf(left), right: placeOf(right) };
}

/** The first unit that ends behind an offset. */
function unitAt({ end, length }: Folded, offset: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The unit that begins a sentence with at least `items` items between it and `unit`; 0 where there is none. */
function cutBefore(folded: Folded, unit: number, items: number): number {
  let left = items;
  for (let at = Math.min(unit, folded.length - 1); at > 0; at--) {
    if (left > 0 && isItemStart(folded, at)) left--;
    if (left === 0 && folded.sep[at]! >= Sep.STOP) return at;
  }
  return 0;
}

/** The same forwards; the number of units where there is none. */
function cutAfter(folded: Folded, unit: number, items: number): number {
  let left = items;
  for (let at = Math.max(unit, 1); at < folded.length; at++) {
    if (left === 0 && folded.sep[at]! >= Sep.STOP) return at;
    if (left > 0 && isItemStart(folded, at)) left--;
  }
  return folded.length;
}

/**
 * Whether what the window reads as quoted is quoted in the whole text, and what is quoted beyond `left` and `right` is
 * what it was.
 */
function quotesStand(old: string, now: string, { from, to, left, right }: Window, shift: number): boolean {
  const part = quotedRanges(now.slice(from, to));
  const quotes = quotedRanges(now);
  const before = quotedRanges(old);
  if (quotes.length === 0 && before.length === 0) return part.length === 0;
  const inside: string[] = [];
  const beyond: string[] = [];
  for (const { start, end } of quotes) {
    if (start >= from && end <= to) inside.push(`${start} ${end}`);
    else if (start < to && end > from) return false;
    if (start < left || end > right) beyond.push(`${start} ${end}`);
  }
  const beyondBefore: string[] = [];
  const placeNow = (place: number): number =>
    place <= left ? place : place >= right - shift ? place + shift : Number.NaN;
  for (const { start, end } of before) {
    if (start < left || end > right - shift) beyondBefore.push(`${placeNow(start)} ${placeNow(end)}`);
  }
  const read = part.map(({ start, end }) => `${start + from} ${end + from}`);
  return sameSet(inside, read) && sameSet(beyond, beyondBefore);
}

const sameSet = (a: string[], b: string[]): boolean => a.sort().join() === b.sort().join();
