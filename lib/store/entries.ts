import type { EscalationEntry, FollowUpEntry, GapEntry, PromiseEntry, RemedyEntry } from '@/lib/ledger';
import type { ChangeKey, Changes } from './changes';
import { StoreError } from './open';
import type { Engine, IndexOf, Key, Listing, Transaction } from './tables';

/** The tables of the ledger; each holds one kind of entry under its id. */
export interface EntryTables {
  promises: PromiseEntry;
  remedies: RemedyEntry;
  gaps: GapEntry;
  escalations: EscalationEntry;
  followUps: FollowUpEntry;
}
export type EntryTable = keyof EntryTables;

/** One kind of ledger entry. Every write is on disk before it is acknowledged. */
export interface Entries<T> {
  /** Newest first. */
  list(limit?: number): Promise<T[]>;
  get(id: string): Promise<T | undefined>;
  /** Keeps an entry; one with the same id is kept only once. Gives `false` when it was there already. */
  add(entry: T): Promise<boolean>;
  /** Changes an entry on what it is now, in one step. Fails with `missing`. */
  change(id: string, change: (entry: T) => T): Promise<{ before: T; after: T }>;
  /** Leaves an entry alone that is not `wanted` gone any more; asked in the same step. Gives `false` where it stays. */
  remove(id: string, wanted?: (entry: T) => boolean): Promise<boolean>;
  count(): Promise<number>;
  clear(): Promise<void>;
}

/** Entries that are open first of all: what reminders and badges are made of. */
export interface OpenEntries<T> extends Entries<T> {
  /** In no particular order. */
  inState(state: string): Promise<T[]>;
}

interface TableOf<N extends EntryTable> {
  table: N;
  /** The index that orders entries by when they were made. */
  made: IndexOf<N>;
  key: ChangeKey;
}

export function createEntries<N extends EntryTable>(
  engine: Engine,
  changes: Changes,
  { table, made, key }: TableOf<N>,
): Entries<EntryTables[N]> {
  type T = EntryTables[N];
  const get = (tx: Transaction, id: string): Promise<T | undefined> =>
    tx.get(table, id) as Promise<T | undefined>;
  const put = (tx: Transaction, entry: T): Promise<void> => tx.put<EntryTable>(table, entry);
  const changed = (): void => changes.announce(key);
  return {
    list: (limit) =>
      engine.read([table], (tx) => tx.list(table, { index: made, reverse: true, limit }) as Promise<T[]>),
    get: (id) => engine.read([table], (tx) => get(tx, id)),
    async add(entry) {
      const added = await engine.write([table], 'strict', async (tx) => {
        if ((await get(tx, entry.id)) !== undefined) return false;
        await put(tx, entry);
        return true;
      });
      if (added) changed();
      return added;
    },
    async change(id, change) {
      const result = await engine.write([table], 'strict', async (tx) => {
        const before = await get(tx, id);
        if (before === undefined) throw new StoreError({ kind: 'missing', table, key: id });
        const after = change(before);
        if (after !== before) await put(tx, after);
        return { before, after };
      });
      if (result.after !== result.before) changed();
      return result;
    },
    async remove(id, wanted = () => true) {
      const stays = await engine.write([table], 'strict', async (tx) => {
        const entry = await get(tx, id);
        if (entry !== undefined && wanted(entry)) await tx.delete(table, id);
        return entry !== undefined && !wanted(entry);
      });
      if (!stays) changed();
      return !stays;
    },
    count: () => engine.read([table], (tx) => tx.count(table)),
    async clear() {
      await engine.write([table], 'strict', (tx) => tx.clear(table));
      changed();
    },
  };
}

type StateTable = Exclude<EntryTable, 'remedies'>;

export function createOpenEntries<N extends StateTable>(
  engine: Engine,
  changes: Changes,
  shape: TableOf<N>,
): OpenEntries<EntryTables[N]> {
  const { table } = shape;
  return {
    ...createEntries(engine, changes, shape),
    inState: (state: Key) =>
      engine.read([table], (tx) => {
        const listing = { index: 'state', from: state, to: state } as Listing<N>;
        return tx.list(table, listing) as Promise<EntryTables[N][]>;
      }),
  };
}
