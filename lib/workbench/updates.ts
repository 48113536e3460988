import { type Book, isAdded, isMerged, mergeItem, type OwnBook } from '@/lib/phrasebook';
import { type Change, compareItems, type FieldChange, fieldChanges } from './compare';
import type { Edit, Item } from './edit';
import { fieldAt, withField } from './entries';
import { belowOf, type Foundation, type NamedPart, namers, partOf } from './foundation';

/** One field that an update of the book below changed. */
export interface UpdatedField extends FieldChange {
  /** What one's own book writes there; `undefined`: nothing. */
  ours: unknown;
  /** Both wrote something else there: ours stands in the way of theirs. */
  clash: boolean;
}

/**
 * What an update of the book below means for something that was written on top of it. `both`: both changed a field;
 * `joined`: theirs came in beside ours by itself; `off`: it changed while it is switched off here; `gone`: it is not in
 * the book below any more.
 */
export interface Update {
  kind: 'both' | 'joined' | 'off' | 'gone';
  key: string;
  part: NamedPart;
  id: string;
  /** As it stood when ours was written. */
  was: unknown;
  /** As it is now; `undefined` where it is gone. */
  theirs: unknown;
  /** What one's own book writes of it; `undefined`: nothing. */
  ours: unknown;
  fields: readonly UpdatedField[];
  /** Own items that name it, by key; only where it is gone. */
  namedBy: readonly string[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const oursOf = (own: OwnBook, part: NamedPart, id: string): unknown =>
  part === 'lists'
    ? Object.hasOwn(own.lists, id)
      ? own.lists[id]
      : undefined
    : (own[part] as unknown as readonly Item[]).find((it) => it.id === id);

const pathOf = (field: string): string[] => (field === '' ? [] : field.split('.'));

/** Whether ours is merged with what is below field by field, rather than taking its place. */
const merges = (part: NamedPart): boolean => part === 'lists' || isMerged(part);

const updatedFields = (part: NamedPart, was: unknown, theirs: unknown, ours: unknown): UpdatedField[] =>
  fieldChanges(was, theirs, '').map((change) => {
    const value = part === 'lists' ? ours : fieldAt(ours as Item | undefined, pathOf(change.field));
    const beside = part === 'lists' || (isMerged(part) && isAdded(change.field));
    const writes = merges(part) ? value !== undefined : ours !== undefined;
    return { ...change, ours: value, clash: writes && !beside && !same(value, change.after) };
  });

/** What an update of the book below changed under one's own; in the order of the foundation, gravest first. */
export function updatesOf(own: OwnBook, base: Book, foundation: Foundation): Update[] {
  const below = belowOf(base, own.language);
  const off = new Set<string>(own.off ?? []);
  let naming: Map<string, string[]> | undefined;
  const found = Object.entries(foundation).flatMap(([key, was]): Update[] => {
    const theirs = below.get(key);
    if (theirs === was || same(theirs, was)) return [];
    const { part, id } = partOf(key);
    const ours = oursOf(own, part, id);
    const isOff = part !== 'lists' && off.has(id);
    const about = { key, part, id, was, theirs, ours };
    if (theirs === undefined) {
      naming ??= namers(own);
      const namedBy = naming.get(key) ?? [];
      if (ours === undefined && !isOff && namedBy.length === 0) return [];
      return [{ ...about, kind: 'gone', fields: [], namedBy }];
    }
    // Only named: whatever it says now is what it is named for.
    if (ours === undefined && !isOff) return [];
    const fields = updatedFields(part, was, theirs, ours);
    const kind = isOff && ours === undefined ? 'off' : fields.some((it) => it.clash) ? 'both' : 'joined';
    return [{ ...about, kind, fields, namedBy: [] }];
  });
  const order: readonly Update['kind'][] = ['gone', 'both', 'off', 'joined'];
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

const putOrRemove = (part: NamedPart, id: string, item: Item, nothing: boolean): Edit => {
  if (part === 'lists') return { kind: 'list', name: id, items: null };
  return nothing ? { kind: 'remove', section: part, id } : { kind: 'put', section: part, item };
};

/** The edit that lets theirs stand in the given fields that clash; whatever else is ours stays. */
export function takeUpdate({ part, id, ours, theirs }: Update, fields: readonly UpdatedField[]): Edit {
  let item = ours as Item;
  for (const it of fields) item = withField(item, pathOf(it.field), merges(part) ? undefined : it.after);
  const nothing = merges(part) ? Object.keys(item).length <= 1 : same(item, theirs);
  return putOrRemove(part, id, item, nothing);
}

/** The edit that makes what is gone below part of one's own book, as it was, with what was written over it. */
export function keepGone({ part, id, was, ours }: Update): Edit {
  const on: Edit[] = part === 'lists' ? [] : [{ kind: 'switch', ids: [id], on: true }];
  if (part === 'lists') {
    const items = [...new Set([...(was as string[]), ...((ours as string[] | undefined) ?? [])])];
    return { kind: 'list', name: id, items };
  }
  const item =
    ours === undefined
      ? (was as Item)
      : isMerged(part)
        ? mergeItem(was as Item, ours as Item)
        : (ours as Item);
  return { kind: 'all', edits: [{ kind: 'put', section: part, item }, ...on] };
}

/** The edit that lets go of what one's own book says of something that is gone below. */
export function dropGone({ part, id, ours }: Update): Edit {
  if (part === 'lists') return { kind: 'list', name: id, items: null };
  return {
    kind: 'all',
    edits: [
      ...(ours === undefined ? [] : [{ kind: 'remove', section: part, id } as const]),
      { kind: 'switch', ids: [id], on: true },
    ],
  };
}

/** A published version: the whole book as it was then, and what its trainer wrote of it. */
export interface PublishedVersion {
  source: Book;
  own: OwnBook;
}

const byKey = (own: OwnBook): ReadonlyMap<string, unknown> => belowOf(own as unknown as Book, own.language);

/** What an item of one's own comes to on what is below, in the fields that the latter has. */
const joined = (part: NamedPart, theirs: unknown, ours: unknown): unknown => {
  if (ours === undefined) return theirs;
  if (part === 'lists') return [...new Set([...(theirs as string[]), ...(ours as string[])])];
  return isMerged(part) ? only(mergeItem(theirs as Item, ours as Item), theirs as Item) : ours;
};

const only = (item: Item, fields: Item): Item =>
  Object.fromEntries(Object.keys(fields).map((it) => [it, item[it]])) as unknown as Item;

/**
 * What publishing again would bring along although no trainer wrote it: what changed in the book below since a version
 * was published.
 */
export function newsBelow(published: PublishedVersion, own: OwnBook, base: Book): Change[] {
  const below = belowOf(base, own.language);
  const then = belowOf(published.source, own.language);
  const written = byKey(own);
  const wrote = byKey(published.own);
  const off = new Set<string>(own.off ?? []);
  const sides = new Map<NamedPart, { old: Map<string, unknown>; now: Map<string, unknown> }>();
  const note = (key: string, had: unknown, has: unknown): void => {
    const { part, id } = partOf(key);
    const side = sides.get(part) ?? { old: new Map(), now: new Map() };
    sides.set(part, side);
    if (had !== undefined) side.old.set(id, had);
    if (has !== undefined) side.now.set(id, has);
  };
  for (const [key, theirs] of below) {
    const { part, id } = partOf(key);
    const ours = written.get(key);
    // What the trainer changed is shown as that; what was on and is off, too.
    if (off.has(id) || published.own.off?.includes(id) || !same(ours, wrote.get(key))) continue;
    if (ours !== undefined && !merges(part)) continue;
    const had = then.get(key);
    const has = joined(part, theirs, ours);
    const before =
      ours === undefined || had === undefined || part === 'lists' ? had : only(had as Item, theirs as Item);
    if (!same(before, has)) note(key, before, has);
  }
  for (const [key, had] of then)
    if (!below.has(key) && !wrote.has(key) && !written.has(key)) note(key, had, undefined);
  return [...sides].flatMap(([part, { old, now }]) => compareItems(part, old, now));
}
