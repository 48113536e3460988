import { type Book, isMerged, mergeItem, type OwnBook, type Section } from '@/lib/phrasebook';
import type { Edit, Item } from './edit';

/** One item of a book in progress, with what it builds on. */
export interface Entry {
  readonly id: string;
  /** `changed`: inherited, with something of one's own over it. */
  readonly origin: 'own' | 'inherited' | 'changed';
  /** Inherited and switched off. */
  readonly off: boolean;
  /** As it comes out. */
  readonly item: Item;
  readonly own?: Item;
  readonly inherited?: Item;
}

/** Keys that lead into an item. */
export type Path = readonly string[];

type Base = Book | undefined;

const itemsIn = (book: Book | OwnBook, section: Section): readonly Item[] =>
  book[section] as unknown as readonly Item[];

/** Scripts, remedies and variables are inherited within one language only. */
const inheritedIn = (own: OwnBook, base: Base, section: Section): readonly Item[] =>
  base === undefined || (!isMerged(section) && base.language !== own.language) ? [] : itemsIn(base, section);

const put = (
  section: Section,
  id: string,
  own: Item | undefined,
  below: Item | undefined,
  off: boolean,
): Entry => {
  const item = own && below ? (isMerged(section) ? mergeItem(below, own) : own) : (own ?? below ?? { id });
  return {
    id,
    origin: own === undefined ? 'inherited' : below === undefined ? 'own' : 'changed',
    off: off && below !== undefined,
    item,
    ...(own === undefined ? {} : { own }),
    ...(below === undefined ? {} : { inherited: below }),
  };
};

/** Everything in one part of a book: one's own items first, then the inherited ones in their order. */
export function entriesOf(own: OwnBook, base: Base, section: Section): Entry[] {
  const off = new Set<string>(own.off);
  const inherited = inheritedIn(own, base, section);
  const below = new Set(inherited.map((it) => it.id));
  const mine = itemsIn(own, section);
  const over = new Map(mine.map((it) => [it.id, it]));
  return [
    ...mine.filter((it) => !below.has(it.id)).map((it) => put(section, it.id, it, undefined, false)),
    ...inherited.map((it) => put(section, it.id, over.get(it.id), it, off.has(it.id))),
  ];
}

/** One item of a book; `undefined` where there is none of that id. */
export function entryOf(own: OwnBook, base: Base, section: Section, id: string): Entry | undefined {
  const mine = itemsIn(own, section).find((it) => it.id === id);
  const below = inheritedIn(own, base, section).find((it) => it.id === id);
  if (mine === undefined && below === undefined) return undefined;
  return put(section, id, mine, below, own.off?.includes(id) ?? false);
}

/** The lists of a book with what they inherit; items are patterns. */
export function listsOf(own: Pick<OwnBook, 'lists'>, base: Base): Record<string, string[]> {
  const lists: Record<string, string[]> = { ...base?.lists };
  for (const [name, items] of Object.entries(own.lists)) {
    lists[name] = [
      ...new Set([...((base && Object.hasOwn(base.lists, name) && base.lists[name]) || []), ...items]),
    ];
  }
  return lists;
}

/** The lists as items of one field, `items`, so that they are looked at like every other part. */
export function listEntries(own: OwnBook, base: Base): Entry[] {
  const mine = Object.keys(own.lists);
  const below = Object.keys(base?.lists ?? {});
  const all = listsOf(own, base);
  return [...mine.filter((it) => !below.includes(it)), ...below].map((id): Entry => {
    const written = Object.hasOwn(own.lists, id) ? { id, items: own.lists[id] } : undefined;
    const inherited = below.includes(id) ? { id, items: base?.lists[id] } : undefined;
    return {
      id,
      origin: written === undefined ? 'inherited' : inherited === undefined ? 'own' : 'changed',
      off: false,
      item: { id, items: all[id] },
      ...(written === undefined ? {} : { own: written }),
      ...(inherited === undefined ? {} : { inherited }),
    };
  });
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path of an item. */
export const fieldAt = (item: Item | undefined, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) => (isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    item,
  );

const withValue = (value: unknown, path: Path, next: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  const before = isPlain(value) ? value : {};
  const inner = withValue(before[key], rest, next);
  const { [key]: _, ...others } = before;
  if (inner === undefined || (rest.length > 0 && isPlain(inner) && Object.keys(inner).length === 0))
    return others;
  return Object.hasOwn(before, key) ? { ...before, [key]: inner } : { ...others, [key]: inner };
};

/** The item with another value at a path; `undefined` takes the key away, and what it leaves empty. */
export const withField = (item: Item, path: Path, value: unknown): Item =>
  withValue(item, path, value) as Item;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The edit that writes a field; over an inherited item it keeps only what differs from it. */
export function fieldEdit(section: Section, entry: Entry, path: Path, value: unknown): Edit {
  const { own, inherited, id } = entry;
  const whole = inherited !== undefined && !isMerged(section);
  const item = withField(own ?? (whole ? inherited : { id }), path, value);
  const nothing = inherited !== undefined && (whole ? same(item, inherited) : Object.keys(item).length === 1);
  if (nothing) return { kind: 'remove', section, id };
  return { kind: 'put', section, item, replaces: id };
}

/** An id near a wanted one that is not taken. */
export function freshId(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(id)) return id;
  }
}
