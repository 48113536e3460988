/**
 * What runs inside the extension's own pages before and after the browser is killed. Every function here is sent over as
 * text: it may use nothing but its arguments and the page.
 */

export const BOOK = 'own/kill';

/** A book as it stands on disk, counted. */
export interface StoredBook {
  /** 0: nothing published. */
  current: number;
  enabled: boolean;
  versions: readonly {
    version: number;
    /** Rules in what the trainer wrote, in the whole book and in what runs. */
    own: number;
    source: number;
    runtime: number;
    /** Drafts that rules of this version are of; one, where it is whole. */
    runs: number;
  }[];
  draft: { rules: number; basedOn: number | null } | null;
}

/** Keeps a draft whose every rule names its run, on top of what is published. */
export async function keepDraft(id: string, run: number, rules: number): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open('tactful');
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const tx = db.transaction(['bookDrafts', 'bookHeads'], 'readwrite', { durability: 'strict' });
  const get = <T>(table: string): Promise<T | undefined> =>
    new Promise((done, failed) => {
      const request = tx.objectStore(table).get(id);
      request.onsuccess = () => done(request.result as T | undefined);
      request.onerror = () => failed(request.error);
    });
  const before = await get<{ rev: number }>('bookDrafts');
  const head = await get<{ current: number }>('bookHeads');
  const taboos = Array.from({ length: rules }, (_, at) => ({
    id: `kill/rule-${at}`,
    category: 'blame',
    severity: 'medium',
    flag: [`zq${at}x you`],
    why: `Run ${run}.`,
    instead: ['We look at it.'],
    examples: { flag: [`[[zq${at}x you]] did`], pass: ['Thank you.'] },
  }));
  const own = {
    id,
    name: 'Kill',
    language: 'en',
    version: 1,
    license: 'own',
    lists: {},
    taboos,
    absences: [],
    softenings: [],
    scenarios: [],
    moves: [],
    commitments: [],
    scripts: [],
    remedies: [],
    variables: [],
  };
  tx.objectStore('bookDrafts').put({
    id,
    language: 'en',
    name: 'Kill',
    own,
    basedOn: head?.current ?? null,
    state: 'review',
    notes: [],
    savedAt: 1,
    by: '',
    rev: (before?.rev ?? 0) + 1,
  });
  await new Promise<void>((done, failed) => {
    tx.oncomplete = () => done();
    tx.onerror = () => failed(tx.error);
  });
  db.close();
}

/** Everything the disk has of a book. */
export async function readBook(id: string): Promise<StoredBook> {
  interface Rules {
    taboos: { why: string }[];
  }
  interface Version {
    id: string;
    version: number;
    own: Rules;
    source: Rules;
  }
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open('tactful');
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const all = <T extends { id: string }>(table: string): Promise<T[]> =>
    new Promise((done, failed) => {
      const request = db.transaction(table).objectStore(table).getAll();
      request.onsuccess = () => done((request.result as T[]).filter((it) => it.id === id));
      request.onerror = () => failed(request.error);
    });
  const [head] = await all<{ id: string; current: number; enabled: boolean }>('bookHeads');
  const versions = await all<Version>('bookVersions');
  const parcels = await all<{ id: string; version: number; parcel: { runtime: Rules } }>('bookParcels');
  const [draft] = await all<{ id: string; own: Rules; basedOn: number | null }>('bookDrafts');
  db.close();
  return {
    current: head?.current ?? 0,
    enabled: head?.enabled ?? false,
    versions: versions.map(({ version, own, source }) => {
      const runtime = parcels.find((it) => it.version === version)?.parcel.runtime ?? { taboos: [] };
      return {
        version,
        own: own.taboos.length,
        source: source.taboos.length,
        runtime: runtime.taboos.length,
        runs: new Set([own, source, runtime].flatMap((it) => it.taboos.map(({ why }) => why))).size,
      };
    }),
    draft: draft ? { rules: draft.own.taboos.length, basedOn: draft.basedOn } : null,
  };
}
