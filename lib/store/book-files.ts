import type { BookFile, Engine } from './tables';

/** The files that books came from. */
export interface BookFiles {
  /** Of one book, the first that was taken first. */
  list(book: string): Promise<BookFile[]>;
  /** Keeps a file of a book, or a newer state of it in the place of the older. */
  keep(file: BookFile): Promise<void>;
}

/** Above every name of a file. */
const LAST = '\uFFFF';

export function createBookFiles(engine: Engine): BookFiles {
  const TABLE = 'bookFiles';
  return {
    list: async (book) => {
      const files = await engine.read([TABLE], (tx) => tx.list(TABLE, { from: [book], to: [book, LAST] }));
      return files.sort((a, b) => a.takenAt - b.takenAt);
    },
    keep: (file) =>
      engine.write([TABLE], 'strict', async (tx) => {
        const before = await tx.get(TABLE, [file.id, file.file]);
        await tx.put(TABLE, { ...file, takenAt: before?.takenAt ?? file.takenAt });
      }),
  };
}
