import { type IDBPDatabase, openDB } from 'idb';
import { createDiskEngine } from './disk-engine';
import { createMemoryEngine } from './memory-engine';
import { MIGRATIONS, type Migration, migrate } from './migrations';
import type { Engine } from './tables';

export const DATABASE = 'tactful';

/** What a person must be told of the store, by the name of the sentence that tells it (`common` messages). */
export type StoreTrouble = 'storeUnavailable' | 'storeFull' | 'storeOutdated' | 'storeWaiting' | null;

const TROUBLES: Partial<Record<StoreState['kind'], StoreTrouble>> = {
  'store-unavailable': 'storeUnavailable',
  outdated: 'storeOutdated',
  waiting: 'storeWaiting',
  full: 'storeFull',
};

/** What is to be told of a state; what passes by itself is not. */
export const troubleOf = ({ kind }: StoreState): StoreTrouble => TROUBLES[kind] ?? null;

/**
 * What a page shows about the store.
 *
 *   unopened --> ready <--> lost (reopened at the next use)
 *      |         ready <--> full (a write found no space; the next one that does makes it ready). Where the browser closes
 *      |           |      the database because of it, each use tries to open it again and fails until there is space
 *      |           '-----> outdated   a newer Tactful took over: reload this page
 *      |-- waiting --> ready          older pages hold the database open; after a while in memory mode, until they go
 *      '-----> store-unavailable      where it never opened, memory mode: the built-in books work, nothing is
 *                                     kept; else each use tries again
 */
export type StoreState =
  | { kind: 'unopened' }
  | { kind: 'ready' }
  | { kind: 'lost' }
  /** No space is left: what was just to be kept is not. */
  | { kind: 'full' }
  | { kind: 'waiting' }
  | { kind: 'outdated' }
  | { kind: 'store-unavailable'; reason: string };

export type StoreProblem =
  | { kind: 'outdated' }
  | { kind: 'conflict'; table: string; key: string }
  | { kind: 'missing'; table: string; key: string };

const IN_WORDS: Record<StoreProblem['kind'], string> = {
  outdated: 'A newer version of Tactful has opened the store. Reload this page.',
  conflict: 'It was changed in another window meanwhile. Reload it and make the change again.',
  missing: 'It is not in the store any more.',
};

export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(readonly problem: StoreProblem) {
    super(IN_WORDS[problem.kind]);
  }
}

export interface Store extends Engine {
  readonly state: StoreState;
  onState(changed: (state: StoreState) => void): () => void;
  /** Opens the database now rather than at the first use; resolves in memory mode too. */
  ready(): Promise<StoreState>;
  close(): Promise<void>;
}

export interface OpenOptions {
  name?: string;
  migrations?: readonly Migration[];
  /** An open that takes longer than this fails into memory mode (ms). */
  openWithin?: number;
  /** Tells other contexts that we wait for them to close. */
  onBlocked?: () => void;
}

/** Opening a healthy database takes 2–4 ms, an upgrade held up by a dying context a second or two. */
const OPEN_WITHIN = 5000;

/** Firefox has names of its own for a disk that is full. */
const OUT_OF_SPACE = [
  'QuotaExceededError',
  'NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR',
  'NS_ERROR_FILE_NO_DEVICE_SPACE',
];
/** Chromium, where the quota would allow more than the disk does: an `UnknownError` that tells it in its message. */
const NO_SPACE = /NO_SPACE|no space left|disk(?: is)? full/i;
const isOutOfSpace = (error: unknown): boolean =>
  (error instanceof Error || error instanceof DOMException) &&
  (OUT_OF_SPACE.includes(error.name) || NO_SPACE.test(error.message));

function rejectAfter(ms: number, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(
      () => reject(new DOMException('The database did not open in time', 'TimeoutError')),
      ms,
    );
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

/**
 * The store of this context. Opens at first use. Where the browser gives no database (broken profile, private mode,
 * no space) it goes on in memory and says so in `state`: never silently empty, never an error that stops typing.
 */
export function createStore(options: OpenOptions = {}): Store {
  const { name = DATABASE, migrations = MIGRATIONS, openWithin = OPEN_WITHIN } = options;
  const listeners = new Set<(state: StoreState) => void>();
  let state: StoreState = { kind: 'unopened' };
  let opening: Promise<Engine> | undefined;
  let database: IDBPDatabase | undefined;

  const become = (next: StoreState): void => {
    state = next;
    for (const listener of listeners) listener(next);
  };

  const openOnce = async (): Promise<IDBPDatabase> => {
    const settled = new AbortController();
    const pending = openDB(name, migrations.length, {
      upgrade: (db, oldVersion, _, tx) => {
        tx.done.catch(() => undefined); // told by the request that opens
        migrate(db, oldVersion, tx, migrations).catch(() => {
          // All of a step or nothing of it: half a migration would be kept as if it were a whole one.
          try {
            tx.abort();
          } catch {
            // It failed by itself and is over already.
          }
        });
      },
      blocked: () => {
        // Firefox tells it after five seconds, when this context may have gone on in memory already.
        if (settled.signal.aborted && state.kind !== 'store-unavailable') return;
        become({ kind: 'waiting' });
        options.onBlocked?.();
      },
      blocking: (_, __, event) => {
        // A newer version wants to upgrade: make room at once, or it would wait for this page for ever.
        (event.target as IDBDatabase).close();
        if (state.kind === 'store-unavailable') return;
        opening = undefined;
        become({ kind: 'outdated' });
      },
      terminated: () => {
        if (state.kind === 'store-unavailable') return;
        opening = undefined;
        if (state.kind === 'full') return;
        become({ kind: 'lost' });
        // Whether it opens again is told at once, not at the next click.
        void engine().catch(() => undefined);
      },
    });
    try {
      return await Promise.race([pending, rejectAfter(openWithin, settled.signal)]);
    } catch (error) {
      // Opened after all, when this context already went on in memory: what was done there nobody was promised.
      pending.then(
        (db) => {
          db.close();
          if (state.kind !== 'waiting' && state.kind !== 'store-unavailable') return;
          opening = undefined;
          void engine().catch(() => undefined);
        },
        () => undefined,
      );
      throw error;
    } finally {
      settled.abort();
    }
  };

  const open = async (): Promise<Engine> => {
    try {
      // A second try: "internal error opening backing store" often passes at once.
      const db = await openOnce().catch((error: unknown) => {
        if (error instanceof DOMException && ['TimeoutError', 'VersionError'].includes(error.name))
          throw error;
        return openOnce();
      });
      database = db;
      // That it opens does not mean that there is space again: the next write tells.
      if (state.kind !== 'full') become({ kind: 'ready' });
      return createDiskEngine(db);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'VersionError') {
        become({ kind: 'outdated' });
        throw new StoreError({ kind: 'outdated' });
      }
      // The old tab is still there: what people are told stays true, and what is done meanwhile stays in memory.
      if (state.kind === 'waiting') return createMemoryEngine();
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
      if (state.kind !== 'full') become({ kind: 'store-unavailable', reason });
      if (database === undefined) return createMemoryEngine();
      // What was on disk a moment ago is not acted out in memory, acknowledged and gone: the next use tries again.
      opening = undefined;
      throw error;
    }
  };

  const engine = async (): Promise<Engine> => {
    if (state.kind === 'outdated') throw new StoreError({ kind: 'outdated' });
    opening ??= open();
    return opening;
  };

  return {
    get state() {
      return state;
    },
    onState(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    async ready() {
      await engine().catch(() => undefined);
      return state;
    },
    async close() {
      await opening?.catch(() => undefined);
      database?.close();
      opening = undefined;
      if (state.kind === 'ready') become({ kind: 'unopened' });
    },
    read: async (tables, work) => (await engine()).read(tables, work),
    async write(tables, durability, work) {
      try {
        const result = await (await engine()).write(tables, durability, work);
        if (state.kind === 'full') become({ kind: 'ready' });
        return result;
      } catch (error) {
        if (isOutOfSpace(error) && ['ready', 'full', 'lost'].includes(state.kind)) {
          // Chromium closes the database over it and may tell so later: a new connection finds out how it stands.
          database?.close();
          opening = undefined;
          become({ kind: 'full' });
        }
        throw error;
      }
    },
  };
}
