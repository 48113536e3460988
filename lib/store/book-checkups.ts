import type { BookCheckup, Engine } from './tables';

/** What look-overs of books found; the newest of each book. */
export interface BookCheckups {
  /** What was found of just that; `undefined` where the book has changed since. */
  get(book: string, of: string): Promise<BookCheckup['found'] | undefined>;
  keep(checkup: BookCheckup): Promise<void>;
}

export function createBookCheckups(engine: Engine): BookCheckups {
  const TABLE = 'bookCheckups';
  return {
    get: (book, of) =>
      engine.read([TABLE], async (tx) => {
        const kept = await tx.get(TABLE, book);
        return kept?.of === of ? kept.found : undefined;
      }),
    // It can be found out again.
    keep: (checkup) => engine.write([TABLE], 'relaxed', (tx) => tx.put(TABLE, checkup)),
  };
}
