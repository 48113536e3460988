import type { Lists } from '@/lib/rules';
import { fold, foldedText } from '@/lib/text';
import type { Template } from './propose-align';
import { weightOf } from './propose-align';
import type { ItemRun, MessageItem } from './propose-items';

/** A pattern that may be worth proposing. */
export interface Draft {
  pattern: string;
  /** Weight of the words that it wants. */
  fixed: number;
  /** How much it fixes: heavy and tight is better than light and wide. */
  quality: number;
}

/** Neighbours in every message, and what stands between them and the next ones in each. */
interface Segment {
  items: MessageItem[];
  fills: ItemRun[];
}

/** A list says the same in more ways than the messages do; words at the ends only repeat the messages. */
const LISTED = 1.2;
const NARROW = 0.4;
/** A single weak word between gaps holds nothing together. */
const WEAK = 1;
/** Widest gap that is proposed, in items. */
const WIDEST = 8;
/** Most wordings of one place, and most items of each. */
const CHOICES = 4;
const CHOICE_ITEMS = 4;

function segmentsOf({ items, seen }: Template, from: number, to: number): Segment[] {
  const segments: Segment[] = [];
  for (let at = from; at < to; at++) {
    const fills =
      at + 1 < to ? seen.map(({ run, places }) => run.slice(places[at]! + 1, places[at + 1]!)) : [];
    const last = segments.at(-1);
    const comma = at > from && seen.some(({ run, places }) => run[places[at]!]?.comma);
    const item = { ...items[at]!, comma };
    if (last?.fills.every((it) => it.length === 0)) {
      last.items.push(item);
      last.fills = fills;
    } else segments.push({ items: [item], fills });
  }
  return segments;
}

/** The template cut where the gaps grow too wide; `strong`: without single weak words that hold nothing together. */
function solid(template: Template, strong: boolean): Template[] {
  const segments = segmentsOf(template, 0, template.items.length);
  const chosen: number[] = [];
  let place = 0;
  for (const { items } of segments) {
    const weak = items.length === 1 && items[0]!.weight < WEAK && segments.length > 1;
    if (!(strong && weak)) chosen.push(...items.map((_, index) => place + index));
    place += items.length;
  }
  const parts: number[][] = [[]];
  chosen.forEach((index, order) => {
    const before = chosen[order - 1];
    const wide =
      before !== undefined &&
      template.seen.some(({ places }) => places[index]! - places[before]! - 1 > WIDEST);
    if (wide) parts.push([]);
    parts.at(-1)?.push(index);
  });
  return parts
    .filter((it) => it.length > 0)
    .map((it) => ({
      items: it.map((index) => template.items[index]!),
      seen: template.seen.map(({ run, places }) => ({ run, places: it.map((index) => places[index]!) })),
    }));
}

/** Plain list items by their folded words, for lists that say the same in several ways. */
export type ListedWords = ReadonlyMap<string, string>;

export function listedWords(lists: Lists): ListedWords {
  const words = new Map<string, string>();
  for (const [name, items] of Object.entries(lists)) {
    if (items.length < 2) continue;
    for (const item of items) {
      if (/[()[\]{}|~@*&^$\\…]/.test(item)) continue;
      const key = foldedText(fold(item));
      if (key !== '' && !words.has(key)) words.set(key, name);
    }
  }
  return words;
}

const joined = (items: readonly MessageItem[], by: (item: MessageItem) => string): string => {
  let text = '';
  items.forEach((item, index) => {
    const before = items[index - 1];
    if (before !== undefined) {
      const words = before.kind !== 'han' && item.kind !== 'han';
      if (item.comma) text += words ? ', ' : '，';
      else if (words) text += ' ';
    }
    text += by(item);
  });
  return text;
};

const keysOf = (items: readonly MessageItem[]): string =>
  joined(
    items.map((it) => ({ ...it, comma: false })),
    (it) => it.key,
  );
const writtenOf = (items: readonly MessageItem[]): string => joined(items, (it) => it.written);

interface Style {
  /** What stands before and after the shared words is written out too, where it is short. */
  ends: boolean;
  /** Write out the wordings of a place instead of a gap. */
  choices: boolean;
  /** Gaps that also run over commas. */
  loose: boolean;
  lists: ListedWords | null;
}

/** The words of a segment; the longest runs that a list holds become that list. */
function wordsOf(items: readonly MessageItem[], { lists }: Style): string {
  if (lists === null) return writtenOf(items);
  const pieces: MessageItem[] = [];
  for (let from = 0; from < items.length; ) {
    let to = Math.min(items.length, from + 6);
    // A list that holds a lone character holds too much, but for the ways to say you.
    const least = items[from]!.kind === 'word' || items[from]!.key === '你' ? from : from + 1;
    while (to > least && !lists.has(keysOf(items.slice(from, to)))) to--;
    if (to === least && least > from) to = from;
    const name = to > from ? lists.get(keysOf(items.slice(from, to))) : undefined;
    if (name === undefined) pieces.push(items[from++]!);
    else {
      // Spaces around a list keep its name apart from the words beside it.
      pieces.push({ ...items[from]!, written: `(@${name})` });
      from = to;
    }
  }
  return writtenOf(pieces);
}

/** The wordings of one place as a choice; `null` where there are too many or they are too long. */
function choiceOf(fills: readonly ItemRun[], { lists }: Style): string | null {
  if (fills.some((it) => it.length > CHOICE_ITEMS)) return null;
  const wordings = [...new Set(fills.map((it) => writtenOf(it.map((one) => ({ ...one, comma: false })))))];
  const filled = wordings.filter((it) => it !== '').sort();
  if (filled.length === 0 || filled.length > CHOICES) return null;
  const names = new Set(fills.filter((it) => it.length > 0).map((it) => lists?.get(keysOf(it))));
  const [name] = names;
  const inside = names.size === 1 && name !== undefined ? `@${name}` : filled.join('|');
  return filled.length < wordings.length ? `[${inside}]` : `(${inside})`;
}

const widest = (fills: readonly ItemRun[]): number => Math.max(0, ...fills.map((it) => it.length));

function between(fills: readonly ItemRun[], style: Style): string {
  const choice = style.choices ? choiceOf(fills, style) : null;
  return choice ?? (style.loose ? '…' : `{0-${widest(fills)}}`);
}

/** The items beside a place up to the next comma. */
function besides(run: ItemRun, from: number, step: 1 | -1): MessageItem[] {
  const items: MessageItem[] = [];
  for (let at = from; at >= 0 && at < run.length; at += step) {
    if (step === 1 && run[at]!.comma) break;
    items.push(run[at]!);
    if (step === -1 && run[at]!.comma) break;
  }
  return step === 1 ? items : items.reverse();
}

/** A choice of what stands before or after the shared words in every message, where that is short. */
function endOf({ seen }: Template, side: 'before' | 'after', style: Style): string | null {
  const fills = seen.map(({ run, places }) => {
    const items = side === 'before' ? besides(run, places[0]! - 1, -1) : besides(run, places.at(-1)! + 1, 1);
    if (style.lists === null) return items;
    // Of a longer rest the part that a list holds.
    const sizes = [...items.keys()].map((it) => it + 1);
    const part = (size: number): MessageItem[] =>
      side === 'after' ? items.slice(0, size) : items.slice(items.length - size);
    const size = sizes.findLast((it) => style.lists?.has(keysOf(part(it))));
    return size === undefined ? items : part(size);
  });
  return fills.some((it) => it.length === 0) ? null : choiceOf(fills, style);
}

function written(template: Template, style: Style): Draft | null {
  const segments = segmentsOf(template, 0, template.items.length);
  const space = (items: readonly (MessageItem | undefined)[]): string =>
    items.some((it) => it?.kind === 'word') ? ' ' : '';
  let pattern = '';
  let width = 0;
  segments.forEach((segment, index) => {
    const last = segments[index - 1];
    if (last !== undefined) {
      const gap = between(last.fills, style);
      const beside = space([last.items.at(-1), segment.items[0]]);
      pattern += beside + gap + beside;
      width += gap.startsWith('{') || gap === '…' ? widest(last.fills) : 0.5;
    }
    pattern += wordsOf(segment.items, style);
  });
  let fixed = weightOf(template.items);
  if (style.ends) {
    const before = endOf(template, 'before', style);
    const after = endOf(template, 'after', style);
    if (before === null && after === null) return null;
    if (before !== null) pattern = before + space([template.items[0]]) + pattern;
    if (after !== null) pattern += space([template.items.at(-1)]) + after;
    // The words of a list tell as much as others.
    if (`${before}${after}`.includes('@')) fixed += LISTED;
  }
  const long = Math.max(0, template.items.length - 10);
  const ends = style.ends ? NARROW : 0;
  return { pattern, fixed, quality: fixed - ends - 0.08 * width - 0.2 * long };
}

/** The ways to write a template as a pattern. */
export function draftsOf(template: Template, lists: ListedWords): Draft[] {
  const either = [true, false];
  const styles: Style[] = either.flatMap((choices) =>
    either.flatMap((loose) =>
      either.flatMap((ends) => [
        { choices, loose, ends, lists: null },
        { choices, loose, ends, lists },
      ]),
    ),
  );
  const listing: Style = { choices: true, loose: true, ends: true, lists };
  return either.flatMap((strong) =>
    solid(template, strong).flatMap((part) => [
      ...styles.flatMap((style) => written(part, style) ?? []),
      // A list may hold what the messages differ in, shared words among it.
      ...halvesOf(part)
        .flatMap((half) => written(half, listing) ?? [])
        .filter((it) => it.pattern.includes('@')),
    ]),
  );
}

/** The beginnings and the ends of a template, cut at its gaps. */
function halvesOf(template: Template): Template[] {
  const halves: Template[] = [];
  let place = 0;
  const part = (from: number, to: number): Template => ({
    items: template.items.slice(from, to),
    seen: template.seen.map(({ run, places }) => ({ run, places: places.slice(from, to) })),
  });
  for (const { items } of segmentsOf(template, 0, template.items.length).slice(0, -1)) {
    place += items.length;
    halves.push(part(0, place), part(place, template.items.length));
  }
  return halves;
}

/** Every run of a single message that may be what hurts: there is nothing to compare it with. */
export function windowsOf(runs: readonly ItemRun[]): Template[] {
  return runs.flatMap((run) => {
    const windows: Template[] = [];
    for (let from = 0; from < run.length; from++) {
      for (let to = from + 1; to <= Math.min(run.length, from + 8); to++) {
        const places = Array.from({ length: to - from }, (_, index) => from + index);
        windows.push({ items: run.slice(from, to), seen: [{ run, places }] });
      }
    }
    return windows;
  });
}
