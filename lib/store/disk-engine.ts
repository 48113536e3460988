import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Engine, Key, Listing, TableName, Tables, Transaction } from './tables';

type Mode = 'readonly' | 'readwrite';

/**
 * A table that stays empty and is part of every write, so that one write waits for the other in whatever tab it began.
 * Two that are cut off at once can cost the whole database: Chromium writes a long one in pieces, notes its locks with it,
 * and after a crash takes two notes that both name the database for corruption.
 */
const WRITING: TableName = 'writing';

function rangeOf(from: Key | undefined, to: Key | undefined): IDBKeyRange | null {
  if (from !== undefined && to !== undefined) return IDBKeyRange.bound(from, to);
  if (from !== undefined) return IDBKeyRange.lowerBound(from);
  return to === undefined ? null : IDBKeyRange.upperBound(to);
}

function transactionOn<M extends Mode>(tx: IDBPTransaction<unknown, string[], M>): Transaction {
  const source = <N extends TableName>(table: N, index: Listing<N>['index']) =>
    index === undefined ? tx.objectStore(table) : tx.objectStore(table).index(index);
  const writable = (table: TableName) =>
    (tx as IDBPTransaction<unknown, string[], 'readwrite'>).objectStore(table);
  return {
    get: async <N extends TableName>(table: N, key: Key) =>
      (await tx.objectStore(table).get(key as IDBValidKey)) as Tables[N] | undefined,
    list: async <N extends TableName>(table: N, { index, from, to, reverse, limit }: Listing<N> = {}) => {
      const range = rangeOf(from, to);
      // A cursor is a request a record: it is only worth its while where it stops early.
      if (!reverse || limit === undefined) {
        const all = (await source(table, index).getAll(range, limit)) as Tables[N][];
        return reverse ? all.reverse() : all;
      }
      const found: Tables[N][] = [];
      let cursor = await source(table, index).openCursor(range, 'prev');
      while (cursor && found.length < limit) {
        found.push(cursor.value as Tables[N]);
        cursor = await cursor.continue();
      }
      return found;
    },
    keys: async (table) => (await tx.objectStore(table).getAllKeys()) as Key[],
    count: (table, { index, from, to } = {}) => source(table, index).count(rangeOf(from, to)),
    lastKey: async (table, from, to) => {
      const cursor = await tx.objectStore(table).openKeyCursor(rangeOf(from, to), 'prev');
      return cursor?.primaryKey as Key | undefined;
    },
    put: async (table, record) => {
      await writable(table).put(record);
    },
    delete: (table, key) => writable(table).delete(key as IDBValidKey),
    clear: (table) => writable(table).clear(),
  };
}

/** Transactions on an open database. */
export function createDiskEngine(db: IDBPDatabase): Engine {
  return {
    async read(tables, work) {
      const tx = db.transaction([...tables], 'readonly');
      const [result] = await Promise.all([work(transactionOn(tx)), tx.done]);
      return result;
    },
    async write(tables, durability, work) {
      const tx = db.transaction([...tables, WRITING], 'readwrite', { durability });
      const done = tx.done;
      done.catch(() => undefined); // told to the caller through `work` or the await below
      try {
        const result = await work(transactionOn(tx));
        await done;
        return result;
      } catch (error) {
        try {
          tx.abort();
        } catch {
          // The transaction failed by itself and is over already.
        }
        // A request that was cut off knows nothing but that: why stands with the transaction.
        if (error instanceof DOMException && error.name === 'AbortError') await done;
        throw error;
      }
    },
  };
}
