import type { Book } from '@/lib/phrasebook';
import { LANGUAGES, type Language } from '@/lib/phrasebook/vocabulary';
import { type BookParcel, replaces } from './runtime-book';

/** Where the build puts a built-in book, below the extension's root: what runs of it, and the whole of it. */
export const builtInPaths = (language: Language) =>
  ({ parcel: `/books/${language}.runtime.json`, book: `/books/${language}.json` }) as const;

/** Fetches a file of our own extension; in tests, anything that gives its text. */
export type ReadAsset = (path: string) => Promise<string>;

export interface BuiltIns {
  /** What runs, in the order of `LANGUAGES`. */
  parcels(): Promise<BookParcel[]>;
  /** The whole book with scripts, steps and examples. */
  book(language: Language): Promise<Book>;
}

/**
 * The built-in books. They were validated and merged when the extension was built, so nothing but JSON is parsed here;
 * each file is read once per context.
 */
export function createBuiltIns(read: ReadAsset): BuiltIns {
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(path: string): Promise<T> => {
    let value = kept.get(path);
    if (value === undefined) {
      value = read(path).then((text): unknown => JSON.parse(text));
      // A failed read is tried again next time.
      value.catch(() => kept.delete(path));
      kept.set(path, value);
    }
    return value as Promise<T>;
  };
  return {
    parcels: () => Promise.all(LANGUAGES.map((it) => once<BookParcel>(builtInPaths(it).parcel))),
    book: (language) => once<Book>(builtInPaths(language).book),
  };
}

/** The books that run: the built-in ones, each unless a book of the store stands in for it, and then the store's. */
export function inForce<T extends Pick<BookParcel, 'id' | 'language' | 'extends'>>(
  builtIns: readonly T[],
  own: readonly T[],
): T[] {
  return [...builtIns.filter((it) => !own.some((one) => replaces(one, it))), ...own];
}
