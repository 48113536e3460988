// Before anything that looks for a browser.
import '../fake-extension';

import { forceCloseDatabase } from 'fake-indexeddb';
import { type IDBPDatabase, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, type Store, StoreError, type StoreState } from '@/lib/store';
import { MIGRATIONS } from '@/lib/store/migrations';
import { TABLE_NAMES, TABLES } from '@/lib/store/tables';
import version1 from '../../fixtures/store/version-1.json';
import version2 from '../../fixtures/store/version-2.json';
import { freshDatabase } from './support';

const opened: Store[] = [];
const open = (...args: Parameters<typeof createStore>): Store => {
  const store = createStore(...args);
  opened.push(store);
  return store;
};

/** Resolves when the store becomes what is waited for. */
const becomes = (store: Store, kind: StoreState['kind']): Promise<void> =>
  new Promise((resolve) => {
    if (store.state.kind === kind) return resolve();
    store.onState((state) => state.kind === kind && resolve());
  });

beforeEach(freshDatabase);
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

/** What a browser does when its profile breaks; the types of the fake ask for the class instead of the database. */
const closeUnder = forceCloseDatabase as unknown as (db: IDBDatabase | undefined) => void;

interface Fixture {
  version: number;
  tables: Record<string, { keyPath: string | string[]; indexes: object; records: object[] }>;
}

interface OldFlag {
  before: string;
  text: string;
  after: string;
}

/** A record of version 1 or 2 as version 3 keeps it: the windows around its flags are its text. */
function withText(record: unknown): object {
  const { flags, ...rest } = record as { flags: (OldFlag & Record<string, unknown>)[] };
  const windows = flags.map(({ before, text, after }) => before + text + after);
  return {
    ...rest,
    text: windows.join(' … '),
    standing: 'open',
    origin: 'own',
    flags: flags.map(({ before, text, after: _, ...flag }, at) => {
      const start = windows.slice(0, at).join('').length + 3 * at + before.length;
      return { ...flag, start, end: start + text.length, by: 'rule', book: null };
    }),
  };
}

/** Writes a fixture: a database exactly as an old version of Tactful left it. */
async function writeFixture(fixture: Fixture): Promise<void> {
  const db = await openDB('tactful', fixture.version, {
    upgrade(made) {
      for (const [name, table] of Object.entries(fixture.tables)) {
        const made1 = made.createObjectStore(name, { keyPath: table.keyPath });
        for (const [index, path] of Object.entries(table.indexes)) made1.createIndex(index, path as string);
      }
    },
  });
  for (const [name, table] of Object.entries(fixture.tables)) {
    for (const record of table.records) await db.put(name, record);
  }
  db.close();
}

/** What runs of a version stood in it until version 2, and books had no softenings. */
const parted = (versions: readonly unknown[]) => {
  const before = versions as { id: string; version: number; source: object; parcel: { runtime: object } }[];
  return {
    bookVersions: before.map(({ parcel: _, ...record }) => ({
      ...record,
      source: { ...record.source, softenings: [] },
    })),
    bookParcels: before.map(({ id, version, parcel }) => ({
      id,
      version,
      parcel: { ...parcel, runtime: { ...parcel.runtime, softenings: [] } },
    })),
  };
};

describe('the store', () => {
  it('opens at first use, not before', async () => {
    const store = open();
    expect(store.state).toEqual({ kind: 'unopened' });
    await store.read(['sent'], (tx) => tx.count('sent'));
    expect(store.state).toEqual({ kind: 'ready' });
  });

  it('has the tables and indexes that the in-memory store is built from', async () => {
    await open().ready();
    const db = await openDB('tactful');
    const shape = Object.fromEntries(
      [...db.objectStoreNames].map((name) => {
        const table = db.transaction(name).store;
        const indexes = Object.fromEntries([...table.indexNames].map((it) => [it, table.index(it).keyPath]));
        return [name, { keyPath: table.keyPath, indexes }];
      }),
    );
    db.close();
    expect(shape).toEqual(TABLES);
    expect(Object.keys(shape).sort()).toEqual([...TABLE_NAMES].sort());
  });

  it.each([
    ['1', version1],
    ['2', version2],
  ])('keeps every record of version %s', async (_, fixture) => {
    await writeFixture(fixture);
    const store = open();
    for (const name of TABLE_NAMES) {
      const records = await store.read([name], (tx) => tx.list(name));
      const before: Partial<Record<string, { records: readonly unknown[] }>> = fixture.tables;
      if (name === 'sent') expect(records).toMatchObject(before.sent!.records.map((it) => withText(it)));
      else if (name === 'logTasks') expect(records).toEqual([{ name: 'index' }]);
      else if (name === 'bookVersions' || name === 'bookParcels')
        expect([name, records]).toEqual([name, parted(before.bookVersions!.records)[name]]);
      else expect([name, records]).toEqual([name, before[name]?.records ?? []]);
    }
    expect(store.state.kind).toBe('ready');
  });

  it('writes one transaction at a time, whatever tables it is about', async () => {
    const store = open();
    await store.ready();
    const steps: string[] = [];
    const write = (table: 'gaps' | 'promises', name: string) =>
      store.write([table], 'strict', async (tx) => {
        for (let step = 0; step < 3; step++) {
          await tx.count(table);
          steps.push(name);
        }
      });
    await Promise.all([write('gaps', 'first'), write('promises', 'second')]);
    expect(steps).toEqual(['first', 'first', 'first', 'second', 'second', 'second']);
  });

  it('leaves the old version as it was when a step fails half-way', async () => {
    await writeFixture(version2);
    const failing = [
      ...MIGRATIONS,
      async (_: IDBPDatabase, tx: Parameters<(typeof MIGRATIONS)[number]>[1]) => {
        await tx.objectStore('sent').clear();
        throw new Error('half-way');
      },
    ];
    const broken = open({ migrations: failing });
    expect((await broken.ready()).kind).toBe('store-unavailable');
    await broken.close();
    const db = await openDB('tactful');
    expect(db.version).toBe(2);
    expect(await db.count('sent')).toBe(version2.tables.sent.records.length);
    db.close();
  });

  it('takes an old database through each later step, once and in order', async () => {
    await writeFixture(version1);
    const steps: string[] = [];
    const migrations = [
      ...MIGRATIONS,
      (db: IDBPDatabase) => {
        steps.push('next');
        db.createObjectStore('next');
      },
      () => void steps.push('last'),
    ];
    const store = open({ migrations });
    await store.ready();
    expect(steps).toEqual(['next', 'last']);
    await store.close();
    await open({ migrations }).ready();
    expect(steps).toEqual(['next', 'last']);
  });

  it('makes room at once when a newer version wants to upgrade, and says to reload', async () => {
    const old = open();
    await old.ready();
    const newer = open({ migrations: [...MIGRATIONS, () => undefined] });
    await newer.ready();
    expect(newer.state.kind).toBe('ready');
    expect(old.state.kind).toBe('outdated');
    await expect(old.read(['sent'], (tx) => tx.count('sent'))).rejects.toThrow(StoreError);
  });

  it('says that it waits while somebody holds the old version open, and goes on when they leave', async () => {
    await writeFixture(version1);
    const holder = await openDB('tactful', 1);
    const onBlocked = vi.fn();
    const store = open({ migrations: [...MIGRATIONS, () => undefined], onBlocked });
    const ready = store.ready();
    await becomes(store, 'waiting');
    expect(onBlocked).toHaveBeenCalledOnce();
    holder.close();
    expect((await ready).kind).toBe('ready');
  });

  it('still says so when they stay, keeps what is done meanwhile in memory, and opens by itself at last', async () => {
    await writeFixture(version1);
    const holder = await openDB('tactful', 1);
    const store = open({ openWithin: 1 });
    expect((await store.ready()).kind).toBe('waiting');
    expect(await store.read(['sent'], (tx) => tx.count('sent'))).toBe(0);
    holder.close();
    await becomes(store, 'ready');
    expect(await store.read(['sent'], (tx) => tx.count('sent'))).toBe(1);
  });

  it('says that it waits even where the browser tells of the old tab too late', async () => {
    let late: IDBOpenDBRequest | undefined;
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      late = new EventTarget() as IDBOpenDBRequest;
      return late;
    });
    const store = open({ openWithin: 1 });
    expect((await store.ready()).kind).toBe('store-unavailable');
    late?.dispatchEvent(new Event('blocked'));
    expect(store.state.kind).toBe('waiting');
  });

  it('refuses to open what a newer version left behind', async () => {
    (await openDB('tactful', 99)).close();
    const store = open();
    expect((await store.ready()).kind).toBe('outdated');
  });

  it('opens at the second try when the first fails', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const store = open();
    expect((await store.ready()).kind).toBe('ready');
  });

  it('goes on in memory when there is no database, and says why', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const store = open();
    expect(await store.ready()).toEqual({
      kind: 'store-unavailable',
      reason: 'UnknownError: Internal error opening backing store',
    });
    await store.write(['scriptUsage'], 'relaxed', (tx) =>
      tx.put('scriptUsage', { script: 'a', count: 1, lastUsedAt: 5 }),
    );
    expect(await store.read(['scriptUsage'], (tx) => tx.get('scriptUsage', 'a'))).toEqual({
      script: 'a',
      count: 1,
      lastUsedAt: 5,
    });
  });

  it('goes on in memory when opening takes for ever', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => new EventTarget() as IDBOpenDBRequest);
    const store = open({ openWithin: 1 });
    expect((await store.ready()).kind).toBe('store-unavailable');
  });

  it('says when there is no space, loses nothing that was there, and is ready again with the next write', async () => {
    const store = open();
    const put = (script: string) =>
      store.write(['scriptUsage'], 'strict', (tx) =>
        tx.put('scriptUsage', { script, count: 1, lastUsedAt: 1 }),
      );
    await put('before');
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    await expect(put('lost')).rejects.toThrow('no space');
    expect(store.state.kind).toBe('full');
    full.mockRestore();
    await put('after');
    expect(store.state.kind).toBe('ready');
    const kept = await store.read(['scriptUsage'], (tx) => tx.list('scriptUsage'));
    expect(kept.map((it) => it.script).sort()).toEqual(['after', 'before']);
  });

  it('opens again after the browser closed the database under it', async () => {
    const databases: IDBDatabase[] = [];
    const real = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
      const request = real(...args);
      request.addEventListener('success', () => databases.push(request.result));
      return request;
    });
    const store = open();
    await store.ready();
    closeUnder(databases[0]);
    await becomes(store, 'lost');
    expect(await store.read(['sent'], (tx) => tx.count('sent'))).toBe(0);
    expect(store.state.kind).toBe('ready');
  });

  it('refuses what it cannot keep when the disk is full and the database was closed because of it', async () => {
    const databases: IDBDatabase[] = [];
    const real = indexedDB.open.bind(indexedDB);
    const opening = vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
      const request = real(...args);
      request.addEventListener('success', () => databases.push(request.result));
      return request;
    });
    const store = open();
    const put = (script: string) =>
      store.write(['scriptUsage'], 'strict', (tx) =>
        tx.put('scriptUsage', { script, count: 1, lastUsedAt: 1 }),
      );
    await put('before');
    // As Chromium does it: the reason stands in the message alone, the connection is gone, and no new one is given.
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      closeUnder(databases[0]);
      throw new DOMException(
        'Connection is closing because of: IO error: FILE_ERROR_NO_SPACE',
        'UnknownError',
      );
    });
    await expect(put('lost')).rejects.toThrow('NO_SPACE');
    full.mockRestore();
    opening.mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    await expect(put('not acted out in memory')).rejects.toThrow('backing store');
    expect(store.state.kind).toBe('full');
    opening.mockImplementation(real);
    await put('after');
    expect(store.state.kind).toBe('ready');
    const kept = await store.read(['scriptUsage'], (tx) => tx.list('scriptUsage'));
    expect(kept.map((it) => it.script).sort()).toEqual(['after', 'before']);
  });
});
