import { type Book, isMerged, type OwnBook, SECTIONS, type Section } from '@/lib/phrasebook';
import type { Item } from './edit';

/** A part of a book whose things have names. */
export type NamedPart = Section | 'lists';

/**
 * What of the book below an own book was written against, as it stood then: items, and the patterns of lists, by
 * `part:id`. Kept with the draft, so that an update of the book below shows what it means for what was written.
 */
export type Foundation = Readonly<Record<string, unknown>>;

export const keyOf = (part: NamedPart, id: string): string => `${part}:${id}`;

export function partOf(key: string): { part: NamedPart; id: string } {
  const at = key.indexOf(':');
  return { part: key.slice(0, at) as NamedPart, id: key.slice(at + 1) };
}

const itemsIn = (book: Book | OwnBook, part: Section): readonly Item[] =>
  book[part] as unknown as readonly Item[];

const indexed = new WeakMap<Book, Map<string, Map<string, unknown>>>();

/** Everything a book of a language inherits from a base, by key; made once a base and language. */
export function belowOf(base: Book, language: OwnBook['language']): ReadonlyMap<string, unknown> {
  const known = indexed.get(base) ?? new Map<string, Map<string, unknown>>();
  indexed.set(base, known);
  let below = known.get(language);
  if (below === undefined) {
    below = new Map(Object.entries(base.lists).map(([id, items]) => [keyOf('lists', id), items]));
    for (const part of SECTIONS) {
      if (!isMerged(part) && base.language !== language) continue;
      for (const item of itemsIn(base, part)) below.set(keyOf(part, item.id), item);
    }
    known.set(language, below);
  }
  return below;
}

/** Fields that hold patterns, where a list is named with `@`. */
const PATTERN_FIELDS = ['flag', 'notAfter', 'notBefore', 'unlessPartOf', 'when', 'unless', 'cues'] as const;

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

const namesIn = (texts: readonly string[], name: RegExp): string[] =>
  texts.flatMap((text) => [...text.matchAll(name)].map((it) => it[1] ?? ''));

const LIST_NAME = /@([\p{L}\p{N}_-]{1,40})/gu;
const BLANK_NAME = /\{([a-z][a-zA-Z0-9]*)\}/g;
const FORMULA_NAME = /([a-z][a-zA-Z0-9]*)/g;

const named = new WeakMap<object, readonly string[]>();

/** Keys of what an item names: lists, variables and a remedy. Items that stay the same are looked at once. */
function namedBy(item: Item): readonly string[] {
  let keys = named.get(item);
  if (keys === undefined) {
    keys = [
      ...namesIn(
        PATTERN_FIELDS.flatMap((it) => textsIn(item[it])),
        LIST_NAME,
      ).map((it) => keyOf('lists', it)),
      ...namesIn(textsIn(item.text), BLANK_NAME).map((it) => keyOf('variables', it)),
      ...namesIn(textsIn(item.derive), FORMULA_NAME).map((it) => keyOf('variables', it)),
      ...textsIn(item.remedy).map((it) => keyOf('remedies', it)),
    ];
    named.set(item, keys);
  }
  return keys;
}

/** Who of a book's own items and lists names what: keys of those that name it, by its key. */
export function namers(own: OwnBook): Map<string, string[]> {
  const by = new Map<string, string[]>();
  const note = (what: readonly string[], who: string): void => {
    for (const key of what) by.set(key, [...(by.get(key) ?? []), who]);
  };
  for (const [id, items] of Object.entries(own.lists)) {
    note(
      namesIn(items, LIST_NAME).map((it) => keyOf('lists', it)),
      keyOf('lists', id),
    );
  }
  for (const part of SECTIONS) for (const it of itemsIn(own, part)) note(namedBy(it), keyOf(part, it.id));
  return by;
}

/**
 * The foundation of a book as it is now: what it rested on before stays as it was recorded, what it newly rests on is
 * recorded as it stands in the base. Rested on are items written over, lists added to, what is switched off, and what
 * own items name.
 */
export function lay(own: OwnBook, base: Book | undefined, before: Foundation = {}): Foundation {
  if (base === undefined) return before;
  const below = belowOf(base, own.language);
  const laid: Record<string, unknown> = {};
  const rest = (key: string): void => {
    if (Object.hasOwn(before, key)) laid[key] = before[key];
    else if (below.has(key)) laid[key] = below.get(key);
  };
  for (const id of Object.keys(own.lists)) rest(keyOf('lists', id));
  for (const part of SECTIONS) {
    for (const it of itemsIn(own, part)) rest(keyOf(part, it.id));
    for (const id of own.off ?? []) rest(keyOf(part, id));
  }
  for (const key of namers(own).keys()) rest(key);
  return laid;
}

/** The foundation once somebody has settled what became of these: they rest on the base as it is now. */
export function resettle(
  foundation: Foundation,
  base: Book,
  language: OwnBook['language'],
  keys: readonly string[],
) {
  const below = belowOf(base, language);
  const gone = new Set(keys.filter((it) => !below.has(it)));
  return Object.fromEntries(
    Object.entries(foundation)
      .filter(([key]) => !gone.has(key))
      .map(([key, value]) => [key, keys.includes(key) ? below.get(key) : value]),
  );
}
