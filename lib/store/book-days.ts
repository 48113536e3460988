import type { Language } from '@/lib/phrasebook/vocabulary';
import type { Changes } from './changes';
import { storeKeys } from './keys';
import type { BookDay, Engine } from './tables';

/** What is used of the books of a language, day by day: numbers under ids, and no words. */
export interface BookDays {
  /** A script was inserted, or a replacement of a rule went over its flag. */
  add(day: string, language: Language, what: keyof BookDay['counts'], id: string): Promise<void>;
  /** Both days included, oldest first. */
  list(from: string, to: string): Promise<BookDay[]>;
  clear(): Promise<void>;
}

export function createBookDays(engine: Engine, changes: Changes): BookDays {
  const TABLE = 'bookDays';
  const changed = (): void => changes.announce(storeKeys.bookDays);
  return {
    async add(day, language, what, id) {
      await engine.write([TABLE], 'relaxed', async (tx) => {
        const before = await tx.get(TABLE, [day, language]);
        const counts = before?.counts ?? { scripts: {}, mended: {} };
        // An id may be a name that every object has.
        const count = Object.hasOwn(counts[what], id) ? (counts[what][id] ?? 0) : 0;
        await tx.put(TABLE, {
          day,
          language,
          counts: { ...counts, [what]: { ...counts[what], [id]: count + 1 } },
        });
      });
      changed();
    },
    // The highest code unit ends the day: no language comes after it.
    list: (from, to) => engine.read([TABLE], (tx) => tx.list(TABLE, { from: [from], to: [to, '\uffff'] })),
    async clear() {
      await engine.write([TABLE], 'relaxed', (tx) => tx.clear(TABLE));
      changed();
    },
  };
}
