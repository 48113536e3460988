import type { Book, OwnBook } from '@/lib/phrasebook';
import type { RuntimeBook } from '@/lib/phrasebook/runtime';
import type { Changes } from './changes';
import { draftKeys } from './drafts';
import { storeKeys } from './keys';
import { StoreError } from './open';
import { type BookParcel, parcelOf } from './runtime-book';
import type { BookHead, BookOrigin, BookVersion, Engine, Tables, Transaction } from './tables';

/** The phrasebooks of this browser besides the built-in ones, every version of them. */
export interface Books {
  heads(): Promise<BookHead[]>;
  /** Newest first; each holds whole books, so who needs the newest alone asks for one. */
  versions(id: string, limit?: number): Promise<BookVersion[]>;
  get(id: string, version: number): Promise<BookVersion | undefined>;
  /** Number of the newest version, 0 where there is none; nothing of it is read. */
  newest(id: string): Promise<number>;
  /**
   * Keeps a checked book, with what runs of it, as its next version and, unless `draft`, puts it in use.
   * `rev` is the head's revision the change was made on, 0 for a new book; else it fails with `conflict`.
   */
  save(book: Book, runtime: RuntimeBook, options: SaveOptions): Promise<BookHead>;
  /** Puts a kept version in use (publish, roll back). */
  use(id: string, version: number, rev: number): Promise<BookHead>;
  setEnabled(id: string, enabled: boolean, rev: number): Promise<BookHead>;
  /** Notes that the version in use compiled and ran. */
  markGood(id: string, version: number): Promise<void>;
  /** Goes back to the last good version (or switches the book off) and keeps the reason. */
  markBad(id: string, version: number, problem: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** The version in use of each enabled book. */
  inUse(): Promise<BookVersion[]>;
  /** What runs of them; the books themselves are not read for it. */
  parcels(): Promise<BookParcel[]>;
}

export interface SaveOptions {
  origin: BookOrigin;
  rev: number;
  now: number;
  note?: string;
  draft?: boolean;
  /** Its draft goes on from this version, in the same step; the review of it was about what is published now. */
  goesOn?: boolean;
  /** What the book writes itself, where it builds on another. */
  own?: OwnBook;
  by?: string;
  /** Why it is published although a check fails. */
  emergency?: string;
}

const conflict = (id: string): StoreError =>
  new StoreError({ kind: 'conflict', table: 'bookHeads', key: id });
const missing = (id: string): StoreError =>
  new StoreError({ kind: 'missing', table: 'bookVersions', key: id });

export function createBooks(engine: Engine, changes: Changes, runtimeChanged: () => void): Books {
  const BOTH = ['bookHeads', 'bookVersions'] as const;
  const WHOLE = [...BOTH, 'bookParcels'] as const;

  const changed = (id: string): void => {
    // Agents first: what pages read anew for this takes the same disk and processor.
    runtimeChanged();
    changes.announce(storeKeys.books, storeKeys.book(id));
  };

  const putHead = async (tx: Transaction, head: BookHead): Promise<BookHead> => {
    const next = { ...head, rev: head.rev + 1 };
    await tx.put('bookHeads', next);
    return next;
  };

  /** Changes a head inside one transaction, refusing when it moved on since `rev`. */
  const changeHead = async (
    id: string,
    rev: number,
    change: (head: BookHead, tx: Transaction) => Promise<BookHead>,
  ): Promise<BookHead> => {
    const head = await engine.write(BOTH, 'strict', async (tx) => {
      const before = await tx.get('bookHeads', id);
      if (before === undefined) throw missing(id);
      if (before.rev !== rev) throw conflict(id);
      return putHead(tx, await change(before, tx));
    });
    changed(id);
    return head;
  };

  const ofThoseInUse = <N extends 'bookVersions' | 'bookParcels'>(table: N): Promise<Tables[N][]> =>
    engine.read(['bookHeads', table], async (tx) => {
      const found: Tables[N][] = [];
      for (const head of await tx.list('bookHeads')) {
        if (!head.enabled) continue;
        const kept = await tx.get(table, [head.id, head.current]);
        if (kept) found.push(kept);
      }
      return found;
    });

  return {
    heads: () => engine.read(['bookHeads'], (tx) => tx.list('bookHeads')),
    versions: (id, limit) =>
      engine.read(['bookVersions'], (tx) =>
        tx.list('bookVersions', { from: [id], to: [id, Number.MAX_SAFE_INTEGER], reverse: true, limit }),
      ),
    newest: (id) =>
      engine.read(['bookVersions'], async (tx) => {
        const key = await tx.lastKey('bookVersions', [id], [id, Number.MAX_SAFE_INTEGER]);
        return Array.isArray(key) ? Number(key[1]) : 0;
      }),
    get: (id, version) => engine.read(['bookVersions'], (tx) => tx.get('bookVersions', [id, version])),

    async save(book, runtime, { origin, rev, now, note = '', draft = false, goesOn, own, by, emergency }) {
      // Hashed before the transaction: awaiting anything else inside would end it.
      const parcel = await parcelOf(book, runtime);
      const tables = goesOn ? ([...WHOLE, 'bookDrafts'] as const) : WHOLE;
      let goneOn = 0;
      const head = await engine.write(tables, 'strict', async (tx) => {
        const before = await tx.get('bookHeads', book.id);
        if ((before?.rev ?? 0) !== rev) throw conflict(book.id);
        const kept = await tx.get('bookVersions', [book.id, book.version]);
        if (kept?.state === 'published') throw conflict(book.id);
        await tx.put('bookVersions', {
          id: book.id,
          version: book.version,
          language: book.language,
          name: book.name,
          origin,
          state: draft ? 'draft' : 'published',
          savedAt: now,
          note,
          source: book,
          ...(own === undefined ? {} : { own }),
          ...(by === undefined ? {} : { by }),
          ...(emergency === undefined ? {} : { emergency }),
        });
        await tx.put('bookParcels', { id: book.id, version: book.version, parcel });
        const work = goesOn ? await tx.get('bookDrafts', book.id) : undefined;
        if (work) {
          goneOn = work.rev + 1;
          await tx.put('bookDrafts', {
            ...work,
            basedOn: book.version,
            state: 'open',
            notes: [],
            rev: goneOn,
          });
        }
        const { id, language, name } = book;
        const start: BookHead = before ?? {
          id,
          language,
          name,
          origin,
          enabled: !draft,
          current: book.version,
          lastGood: null,
          problem: null,
          rev: 0,
        };
        if (draft) return putHead(tx, start);
        return putHead(tx, {
          ...start,
          language,
          name,
          origin,
          enabled: true,
          current: book.version,
          problem: null,
        });
      });
      if (goneOn > 0) changes.announce(...draftKeys(book.id, goneOn));
      changed(book.id);
      return head;
    },

    use: (id, version, rev) =>
      changeHead(id, rev, async (head, tx) => {
        const kept = await tx.get('bookVersions', [id, version]);
        if (kept === undefined) throw missing(`${id}@${version}`);
        await tx.put('bookVersions', { ...kept, state: 'published' });
        return { ...head, current: version, enabled: true, name: kept.name, problem: null };
      }),

    setEnabled: (id, enabled, rev) => changeHead(id, rev, async (head) => ({ ...head, enabled })),

    async markGood(id, version) {
      await engine.write(['bookHeads'], 'strict', async (tx) => {
        const head = await tx.get('bookHeads', id);
        if (head === undefined || head.current !== version || head.lastGood === version) return;
        await putHead(tx, { ...head, lastGood: version });
      });
    },

    async markBad(id, version, problem) {
      const moved = await engine.write(['bookHeads'], 'strict', async (tx) => {
        const head = await tx.get('bookHeads', id);
        if (head === undefined || head.current !== version) return false;
        const back = head.lastGood !== null && head.lastGood !== version;
        await putHead(
          tx,
          back ? { ...head, current: head.lastGood!, problem } : { ...head, enabled: false, problem },
        );
        return true;
      });
      if (moved) changed(id);
    },

    async remove(id) {
      await engine.write(WHOLE, 'strict', async (tx) => {
        const versions = await tx.list('bookVersions', { from: [id], to: [id, Number.MAX_SAFE_INTEGER] });
        for (const { version } of versions) {
          await tx.delete('bookVersions', [id, version]);
          await tx.delete('bookParcels', [id, version]);
        }
        await tx.delete('bookHeads', id);
      });
      changed(id);
    },

    inUse: () => ofThoseInUse('bookVersions'),
    parcels: async () => (await ofThoseInUse('bookParcels')).map((it) => it.parcel),
  };
}
