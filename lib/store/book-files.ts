import type { BookFile, Engine } from './tables';

/** The files that books came from. */
export interface BookFiles {
  get(book: string): Promise<BookFile | undefined>;
  /** Keeps the first file of a book, or a newer state of the same; another file leaves the first where it is. */
  keep(file: BookFile): Promise<void>;
}

export function createBookFiles(engine: Engine): BookFiles {
  const TABLE = 'bookFiles';
  return {
    get: (book) => engine.read([TABLE], (tx) => tx.get(TABLE, book)),
    keep: (file) =>
      engine.write([TABLE], 'strict', async (tx) => {
        const before = await tx.get(TABLE, file.id);
        if (before === undefined || before.file === file.file) await tx.put(TABLE, file);
      }),
  };
}
