import { LANGUAGES, type Language } from '@/lib/phrasebook/vocabulary';
import { type BookParcel, replaces } from './runtime-book';

/** Where the build puts the built-in book of a language, below the extension's root. */
export const builtInPath = (language: Language): string => `/books/${language}.json`;

/** Fetches a file of our own extension; in tests, anything that gives its text. */
export type ReadAsset = (path: string) => Promise<string>;

/**
 * The built-in books. They were validated, merged and stripped when the extension was built, so that nothing is
 * parsed but JSON; each is read once per context.
 */
export function createBuiltIns(read: ReadAsset): { get(language: Language): Promise<BookParcel>; all(): Promise<BookParcel[]> } {
  const kept = new Map<Language, Promise<BookParcel>>();
  const get = (language: Language): Promise<BookParcel> => {
    let parcel = kept.get(language);
    if (parcel === undefined) {
      parcel = read(builtInPath(language)).then((text) => JSON.parse(text) as BookParcel);
      // A failed read is tried again next time.
      parcel.catch(() => kept.delete(language));
      kept.set(language, parcel);
    }
    return parcel;
  };
  return { get, all: () => Promise.all(LANGUAGES.map(get)) };
}

/** The books that run: the built-in ones, each unless a book of the store stands in for it, and then the store's. */
export function booksInForce(builtIns: readonly BookParcel[], own: readonly BookParcel[]): BookParcel[] {
  const standing = builtIns.filter((it) => !own.some((one) => replaces(one.book, it.book)));
  return [...standing, ...own];
}
