import type { Book } from '@/lib/phrasebook';
import type { RuntimeBook } from '@/lib/phrasebook/runtime';
import type { Language } from '@/lib/phrasebook/vocabulary';

/** What runs of a book, on its way to a frame. */
export interface BookParcel {
  id: string;
  version: number;
  language: Language;
  /** Id of the book it builds on. */
  extends?: string;
  /** Changes whenever `runtime` does. */
  tag: string;
  runtime: RuntimeBook;
}

/** Whether a book of the store stands in for a built-in one: the same book, or one built on it in its language. */
export function replaces(
  own: Pick<BookParcel, 'id' | 'language' | 'extends'>,
  builtIn: Pick<BookParcel, 'id' | 'language'>,
): boolean {
  return own.language === builtIn.language && (own.id === builtIn.id || own.extends === builtIn.id);
}

/** The tag of a runtime book: its version and the start of a SHA-256 over its JSON. */
export async function tagOf(runtime: RuntimeBook): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(runtime));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `${runtime.version}.${[...hash.subarray(0, 6)].map((it) => it.toString(16).padStart(2, '0')).join('')}`;
}

/** Packs what runs of a checked book. */
export async function parcelOf(book: Book, runtime: RuntimeBook): Promise<BookParcel> {
  const { id, version, language } = book;
  const parcel: BookParcel = { id, version, language, tag: await tagOf(runtime), runtime };
  return book.extends === undefined ? parcel : { ...parcel, extends: book.extends };
}
