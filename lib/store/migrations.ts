import type { IDBPDatabase, IDBPObjectStore, IDBPTransaction } from 'idb';

type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/**
 * One step from version n-1 to version n. Steps only add or rewrite, never look at the newest types or at TABLES:
 * a step must do the same in ten years as on the day it shipped.
 */
export type Migration = (db: IDBPDatabase, tx: Upgrade) => void | Promise<void>;

type Rows = IDBPObjectStore<unknown, string[], string, 'versionchange'>;

/** Version 2 kept a window around each flag; version 3 keeps the message: the windows become one text. */
async function rewriteSent(sent: Rows): Promise<void> {
  interface OldFlag {
    rule: string;
    category: string;
    severity: string;
    text: string;
    before: string;
    after: string;
  }
  for (let cursor = await sent.openCursor(); cursor; cursor = await cursor.continue()) {
    const { flags, ...record } = cursor.value as { flags: OldFlag[] };
    let text = '';
    const placed = flags.map(({ before, text: words, after, ...flag }) => {
      if (text !== '') text += ' … ';
      const start = text.length + before.length;
      text += before + words + after;
      return { ...flag, start, end: start + words.length, by: 'rule', book: null };
    });
    await cursor.update?.({
      ...record,
      text,
      flags: placed,
      moves: [],
      conversation: null,
      marks: [],
      agent: '',
      anger: 0,
      remedyCost: 0,
      risk: 0,
      origin: 'own',
      standing: 'open',
    });
  }
}

/** A book written before books had softenings: it has none of its own. */
const withSoftenings = <T>(book: T): T =>
  typeof book === 'object' && book !== null ? { softenings: [], ...book } : book;

/** Until version 2 books had no softenings; whoever reads one now counts on the section being there. */
async function addSoftenings(table: Rows): Promise<void> {
  for (let cursor = await table.openCursor(); cursor; cursor = await cursor.continue()) {
    const record = cursor.value as { source?: unknown; own?: unknown };
    for (const part of ['source', 'own'] as const)
      if (part in record) record[part] = withSoftenings(record[part]);
    await cursor.update?.(record);
  }
}

/** Until version 2 a version of a book held what runs of it; now that stands beside it. */
async function partParcels(versions: Rows, parcels: Rows): Promise<void> {
  for (let cursor = await versions.openCursor(); cursor; cursor = await cursor.continue()) {
    const { parcel, ...record } = cursor.value as {
      id: string;
      version: number;
      parcel: { runtime: unknown };
    };
    const runtime = withSoftenings(parcel.runtime);
    await parcels.put?.({ id: record.id, version: record.version, parcel: { ...parcel, runtime } });
    await cursor.update?.(record);
  }
}

/** In order; the version of the database is their number. A shipped step is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  function version1(db) {
    db.createObjectStore('bookVersions', { keyPath: ['id', 'version'] }).createIndex('savedAt', 'savedAt');
    db.createObjectStore('bookHeads', { keyPath: 'id' }).createIndex('language', 'language');
    const corrections = db.createObjectStore('corrections', { keyPath: 'id' });
    corrections.createIndex('at', 'at');
    corrections.createIndex('scenario', 'scenario');
    db.createObjectStore('dismissals', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
    db.createObjectStore('sent', { keyPath: 'id' }).createIndex('sentAt', 'sentAt');
    db.createObjectStore('counters', { keyPath: ['day', 'name'] });
    const usage = db.createObjectStore('scriptUsage', { keyPath: 'script' });
    usage.createIndex('lastUsedAt', 'lastUsedAt');
    usage.createIndex('count', 'count');
  },
  function version2(db) {
    const add = (name: string, indexes: readonly string[], keyPath = 'id'): void => {
      const table = db.createObjectStore(name, { keyPath });
      for (const index of indexes) table.createIndex(index, index);
    };
    add('promises', ['madeAt', 'state', 'due']);
    add('remedies', ['at', 'order']);
    add('gaps', ['at', 'state']);
    add('escalations', ['at', 'state']);
    add('followUps', ['madeAt', 'state', 'due']);
    add('secrets', [], 'name');
    add('practiceResults', ['at', 'played']);
    add('personalScripts', ['savedAt']);
    add('bookDrafts', []);
  },
  async function version3(db, tx) {
    const add = (name: string, keyPath: string | string[], indexes: readonly string[] = []): void => {
      const table = db.createObjectStore(name, { keyPath });
      for (const index of indexes) table.createIndex(index, index);
    };
    add('logSegments', 'segment');
    add('logNames', ['kind', 'code']);
    add('logWords', ['group', 'segment']);
    add('logTasks', 'name');
    add('tallies', ['day', 'agent']);
    add('tallyCells', ['span', 'agent']);
    add('reviews', 'id', ['record', 'batch', 'at']);
    add('contests', 'id', ['record', 'state', 'at']);
    add('calibrations', 'id', ['madeAt']);
    add('scorecards', ['id', 'version']);
    add('bundles', 'id', ['at']);
    add('keyring', 'fingerprint');
    const sent = tx.objectStore('sent');
    sent.createIndex('row', 'row');
    sent.createIndex('open', ['open', 'row']);
    await rewriteSent(sent as unknown as Rows);
    if ((await sent.count()) > 0) await tx.objectStore('logTasks').put({ name: 'index' });
    add('messageSets', 'id', ['savedAt']);
    add('savedMessages', ['set', 'part']);
    add('subscriptions', 'url');
    add('signingKeys', 'fingerprint');
    add('modelVerdicts', 'id', ['at', 'mark']);
    add('modelVersions', ['reading', 'version']);
    add('modelHeads', 'reading');
    add('bookFiles', ['id', 'file']);
    add('bookCheckups', 'id');
    add('bookParcels', ['id', 'version']);
    await partParcels(
      tx.objectStore('bookVersions') as unknown as Rows,
      tx.objectStore('bookParcels') as unknown as Rows,
    );
    await addSoftenings(tx.objectStore('bookVersions') as unknown as Rows);
    await addSoftenings(tx.objectStore('bookDrafts') as unknown as Rows);
    add('bookDays', ['day', 'language']);
    add('goodReplies', 'id', ['at']);
    add('writing', 'id');
  },
];

/** Takes a database from `oldVersion` (0: new) through every step after it. */
export async function migrate(
  db: IDBPDatabase,
  oldVersion: number,
  tx: Upgrade,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  for (const step of migrations.slice(oldVersion)) await step(db, tx);
}
