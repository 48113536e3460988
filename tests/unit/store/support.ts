import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Store } from '@/lib/store';
import { createChanges, createRepositories, createStore, type Repositories } from '@/lib/store';
import { createMemoryEngine } from '@/lib/store/memory-engine';

/** A database that no other test has seen. */
export function freshDatabase(): void {
  globalThis.indexedDB = new IDBFactory();
}

const noAssets = async (path: string): Promise<string> => {
  throw new Error(`no asset ${path}`);
};

let names = 0;

/** Repositories on each kind of engine: whatever holds on disk must hold in memory. */
export const ENGINES: readonly (readonly [name: string, open: () => Repositories])[] = [
  [
    'disk',
    () => {
      freshDatabase();
      return createRepositories(createStore(), createChanges(`changes-${names++}`), noAssets);
    },
  ],
  [
    'memory',
    () => {
      const state = { kind: 'store-unavailable', reason: 'test' } as const;
      const store: Store = {
        ...createMemoryEngine(),
        state,
        onState: () => () => undefined,
        ready: async () => state,
        close: async () => undefined,
      };
      return createRepositories(store, createChanges(`changes-${names++}`), noAssets);
    },
  ],
];
