import { type Book, type OwnBook, SECTIONS, type Section } from '@/lib/phrasebook';
import type { Item } from './edit';

/** One field of an item before and after; `undefined`: not there. */
export interface FieldChange {
  /** Path into the item, such as `why` or `examples.flag`. */
  field: string;
  before: unknown;
  after: unknown;
  /** For lists of texts: what came and what went, in order. */
  added?: readonly unknown[];
  removed?: readonly unknown[];
}

/** What became of one item, list or header field between two versions of a book. */
export interface Change {
  section: Section | 'lists' | 'book';
  id: string;
  kind: 'added' | 'removed' | 'changed';
  fields: readonly FieldChange[];
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What changed between two values, field by field; `path` is where they stand. */
export const fieldChanges = (before: unknown, after: unknown, path: string): FieldChange[] => {
  if (same(before, after)) return [];
  // What was not there before, or is no longer, is told as what it holds.
  const some = [before, after].filter((it) => it !== undefined);
  if (some.every(isPlain)) {
    const [old, now] = [before ?? {}, after ?? {}] as [Record<string, unknown>, Record<string, unknown>];
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return keys.flatMap((key) => fieldChanges(old[key], now[key], path === '' ? key : `${path}.${key}`));
  }
  if (some.every((it) => Array.isArray(it))) {
    const [old, now] = [before ?? [], after ?? []] as [unknown[], unknown[]];
    const had = new Set(old.map((it) => JSON.stringify(it)));
    const has = new Set(now.map((it) => JSON.stringify(it)));
    return [
      {
        field: path,
        before,
        after,
        added: now.filter((it) => !had.has(JSON.stringify(it))),
        removed: old.filter((it) => !has.has(JSON.stringify(it))),
      },
    ];
  }
  return [{ field: path, before, after }];
};

/** What became of the items of one part, by id. */
export const compareItems = (
  section: Change['section'],
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): Change[] => {
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id): Change[] => {
    const old = before.get(id);
    const now = after.get(id);
    if (old === undefined && now !== undefined) {
      return [{ section, id, kind: 'added', fields: fieldChanges(isPlain(now) ? {} : [], now, '') }];
    }
    if (old !== undefined && now === undefined) {
      return [{ section, id, kind: 'removed', fields: fieldChanges(old, isPlain(old) ? {} : [], '') }];
    }
    const fields = fieldChanges(old, now, '');
    return fields.length === 0 ? [] : [{ section, id, kind: 'changed', fields }];
  });
};

const byId = (items: readonly unknown[]): Map<string, unknown> =>
  new Map((items as readonly Item[]).map((it) => [it.id, it]));

const headerOf = ({ name, license, extends: base, off }: Book | OwnBook): Map<string, unknown> =>
  new Map<string, unknown>([['book', { name, license, extends: base, off: off ?? [] }]]);

/** What changed between two versions of a book, by item and field, in the order in which a book is read. */
export function compareBooks(before: Book | OwnBook, after: Book | OwnBook): Change[] {
  return [
    ...compareItems('book', headerOf(before), headerOf(after)),
    ...compareItems('lists', new Map(Object.entries(before.lists)), new Map(Object.entries(after.lists))),
    ...SECTIONS.flatMap((section) => compareItems(section, byId(before[section]), byId(after[section]))),
  ];
}
