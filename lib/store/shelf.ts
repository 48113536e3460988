import type { Book } from '@/lib/phrasebook';
import { type RuntimeBook, restOn } from '@/lib/phrasebook/runtime';
import { LANGUAGES, type Language } from '@/lib/phrasebook/vocabulary';
import type { Books } from './books';
import { type BuiltIns, inForce } from './built-in';
import { type BookParcel, replaces } from './runtime-book';

/** The books in force, built-in and own together. */
export interface Shelf {
  /** What runs: for frames. */
  parcels(): Promise<BookParcel[]>;
  /** The whole books, scripts and steps included: for pages. */
  books(): Promise<Book[]>;
  /** What was learned for a language: it comes with its built-in book and is part of no other. */
  learned(language: Language): Promise<Pick<RuntimeBook, 'words' | 'moveWords'>>;
  /** The built-in books, in use or not. */
  builtIns(): Promise<Book[]>;
}

/** A store that fails while running must not take the built-in books along. */
async function orNone<T>(own: Promise<T[]>): Promise<T[]> {
  return own.catch(() => []);
}

export function createShelf(books: Books, builtIns: BuiltIns): Shelf {
  /** Own books as they were last handed out, by tag: a frame asks at each of its starts. */
  let rested = new Map<string, BookParcel>();
  /** Own books with what the extension knows of the built-in ones they stand for, which is never kept: it is of a build. */
  const withBelow = (own: readonly BookParcel[], below: readonly BookParcel[]): BookParcel[] => {
    const parcels = own.map((it) => {
      const base = below.find((one) => replaces(it, one));
      if (base === undefined) return it;
      const tag = `${it.tag}+${base.tag}`;
      return rested.get(tag) ?? { ...it, tag, runtime: restOn(it.runtime, base.runtime) };
    });
    rested = new Map(parcels.map((it) => [it.tag, it]));
    return parcels;
  };
  return {
    builtIns: () => Promise.all(LANGUAGES.map((it) => builtIns.book(it))),
    async learned(language) {
      const { words, moveWords } =
        (await builtIns.parcels()).find((it) => it.language === language)?.runtime ?? {};
      return { ...(words === undefined ? {} : { words }), ...(moveWords === undefined ? {} : { moveWords }) };
    },
    async parcels() {
      const [builtIn, own] = await Promise.all([builtIns.parcels(), orNone(books.parcels())]);
      return inForce(builtIn, withBelow(own, builtIn));
    },
    async books() {
      const own = await orNone(books.inUse());
      const parcels = await builtIns.parcels();
      const standing = parcels.filter((it) => !own.some(({ source }) => replaces(source, it)));
      const wanted = LANGUAGES.filter((language) => standing.some((it) => it.language === language));
      return [...(await Promise.all(wanted.map((it) => builtIns.book(it)))), ...own.map((it) => it.source)];
    },
  };
}
