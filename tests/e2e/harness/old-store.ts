/**
 * What runs inside the extension's own pages to put its database into a state that an older Tactful left. Every function
 * is sent over as text: it may use nothing but its arguments and the page.
 */

/** A database as an old version left it; the files in tests/fixtures/store. */
export interface OldStore {
  version: number;
  tables: Record<string, { keyPath: string | string[]; indexes: object; records: object[] }>;
}

/** Replaces the database with an old one; `held`: it stays open, as in a tab that nobody reloaded. */
export async function writeOldStore({ version, tables }: OldStore, held: boolean): Promise<void> {
  const kept = globalThis as unknown as { held?: IDBDatabase };
  await new Promise<void>((done, failed) => {
    const request = indexedDB.deleteDatabase('tactful');
    request.onsuccess = () => done();
    request.onerror = () => failed(request.error);
  });
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open('tactful', version);
    request.onupgradeneeded = () => {
      for (const [name, { keyPath, indexes }] of Object.entries(tables)) {
        const table = request.result.createObjectStore(name, { keyPath });
        for (const [index, at] of Object.entries(indexes)) table.createIndex(index, at as string);
      }
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const tx = db.transaction(Object.keys(tables), 'readwrite');
  for (const [name, { records }] of Object.entries(tables)) {
    for (const record of records) tx.objectStore(name).put(record);
  }
  await new Promise((done) => {
    tx.oncomplete = done;
  });
  if (held) kept.held = db;
  else db.close();
}

/** The old tab goes. */
export function letGo(): void {
  (globalThis as unknown as { held?: IDBDatabase }).held?.close();
}

/** Reports a message sent with a flag standing, as a console does; gives whether it was kept. */
export async function reportSent(id: string, text: string): Promise<boolean> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: object): Promise<{ res?: { ok: boolean } } | undefined> } };
  };
  const found = { rule: 'got-extra/anyway', category: 'got-extra', severity: 'medium', by: 'rule' };
  const data = {
    id,
    sentAt: Date.now(),
    language: 'en',
    scenario: null,
    market: null,
    how: 'unguarded',
    reason: null,
    length: text.length,
    text,
    flags: [{ ...found, start: 0, end: 4 }],
    moves: [],
    customer: [],
  };
  const answer = await chrome.runtime
    .sendMessage({ id: 1, type: 'recordSent', timestamp: Date.now(), data })
    .catch(() => undefined);
  return answer?.res?.ok === true;
}

/** How the ids of ballast begin. */
export const BALLAST = 'ballast';

/**
 * Writes so much that the browser moves what it kept in its journal into tables; random, so that nothing shrinks, and in
 * pieces that are too small to become files of their own.
 */
export async function writeBallast(megabytes: number): Promise<void> {
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open('tactful');
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  for (let at = 0; at < megabytes; at++) {
    const tx = db.transaction('practiceResults', 'readwrite');
    for (let piece = 0; piece < 32; piece++) {
      const ballast = crypto.getRandomValues(new Uint8Array(32_768));
      tx.objectStore('practiceResults').put({ id: `ballast-${at}-${piece}`, at, played: '', ballast });
    }
    await new Promise((done, failed) => {
      tx.oncomplete = done;
      tx.onabort = () => failed(tx.error);
    });
  }
  db.close();
}
