import type { OwnBook } from '@/lib/phrasebook';
import { type Change, compareBooks } from './compare';
import { applyEdit, type Edit, type Item } from './edit';

/** The same item, list or header changed by two people in two ways. */
export interface Clash {
  section: Change['section'];
  id: string;
  /** `undefined`: removed. */
  mine: unknown;
  theirs: unknown;
}

/** Two people's work on one book put together; where both changed the same, mine stands in `book` and both in `clashes`. */
export interface United {
  book: OwnBook;
  clashes: readonly Clash[];
}

const valueIn = (book: OwnBook, { section, id }: Pick<Change, 'section' | 'id'>): unknown => {
  if (section === 'book') return { name: book.name, license: book.license, off: book.off ?? [] };
  if (section === 'lists') return Object.hasOwn(book.lists, id) ? book.lists[id] : undefined;
  return (book[section] as unknown as readonly Item[]).find((it) => it.id === id);
};

/** The edit that gives a book this value of what changed; `undefined` removes it. */
const editTo = ({ section, id }: Pick<Change, 'section' | 'id'>, value: unknown): Edit => {
  if (section === 'book') {
    const { name, license, off } = value as Pick<OwnBook, 'name' | 'license'> & { off: string[] };
    return {
      kind: 'all',
      edits: [
        { kind: 'header', change: { name, license } },
        { kind: 'switch', ids: off, on: false },
      ],
    };
  }
  if (section === 'lists') return { kind: 'list', name: id, items: (value as string[] | undefined) ?? null };
  return value === undefined
    ? { kind: 'remove', section, id }
    : { kind: 'put', section, item: value as Item };
};

/** The edit that gives a book the other one's value of what changed. */
export const takeFrom = (book: OwnBook, change: Pick<Change, 'section' | 'id'>): Edit =>
  editTo(change, valueIn(book, change));

/** The edit that puts what somebody else wrote in the place of mine. */
export const takeTheirs = (clash: Clash): Edit => editTo(clash, clash.theirs);

/**
 * Puts together what two people made of `base`. What only one of them touched is taken as it is; nothing of either is
 * lost without being named.
 */
export function unite(base: OwnBook, mine: OwnBook, theirs: OwnBook): United {
  const key = ({ section, id }: Pick<Change, 'section' | 'id'>): string => `${section}:${id}`;
  const byMe = new Set(compareBooks(base, mine).map(key));
  let book = mine;
  const clashes: Clash[] = [];
  for (const change of compareBooks(base, theirs)) {
    if (!byMe.has(key(change))) {
      book = applyEdit(book, takeFrom(theirs, change));
      continue;
    }
    const clash = {
      section: change.section,
      id: change.id,
      mine: valueIn(mine, change),
      theirs: valueIn(theirs, change),
    };
    if (JSON.stringify(clash.mine) !== JSON.stringify(clash.theirs)) clashes.push(clash);
  }
  return { book, clashes };
}
