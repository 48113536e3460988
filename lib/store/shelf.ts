import type { Book } from '@/lib/phrasebook';
import { LANGUAGES } from '@/lib/phrasebook/vocabulary';
import type { Books } from './books';
import { type BuiltIns, inForce } from './built-in';
import { type BookParcel, replaces } from './runtime-book';

/** The books in force, built-in and own together. */
export interface Shelf {
  /** What runs: for frames. */
  parcels(): Promise<BookParcel[]>;
  /** The whole books, scripts and steps included: for pages. */
  books(): Promise<Book[]>;
  /** The built-in books, in use or not. */
  builtIns(): Promise<Book[]>;
}

/** A store that fails while running must not take the built-in books along. */
async function orNone<T>(own: Promise<T[]>): Promise<T[]> {
  return own.catch(() => []);
}

export function createShelf(books: Books, builtIns: BuiltIns): Shelf {
  return {
    builtIns: () => Promise.all(LANGUAGES.map((it) => builtIns.book(it))),
    async parcels() {
      const [builtIn, own] = await Promise.all([builtIns.parcels(), orNone(books.parcels())]);
      return inForce(builtIn, own);
    },
    async books() {
      const own = await orNone(books.inUse());
      const parcels = await builtIns.parcels();
      const standing = parcels.filter((it) => !own.some(({ parcel }) => replaces(parcel, it)));
      const wanted = LANGUAGES.filter((language) => standing.some((it) => it.language === language));
      return [...(await Promise.all(wanted.map((it) => builtIns.book(it)))), ...own.map((it) => it.source)];
    },
  };
}
