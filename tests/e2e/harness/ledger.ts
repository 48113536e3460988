import type { Page } from 'puppeteer-core';
import type { PromiseEntry } from '@/lib/ledger';

interface ExtensionApi {
  chrome: {
    alarms: {
      create(name: string, info: { when: number }): Promise<void>;
    };
    action: { getBadgeText(details: object): Promise<string> };
  };
}

type Stored = Pick<
  PromiseEntry,
  'id' | 'due' | 'madeAt' | 'sentence' | 'state' | 'remindedAt' | 'snoozedUntil'
>;

/** The promises on disk, read past the extension's own code. Runs in a page of the extension. */
export function storedPromises(own: Page): Promise<Stored[]> {
  return own.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open('tactful');
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const all = await new Promise<Stored[]>((done, failed) => {
      const request = db.transaction('promises').objectStore('promises').getAll();
      request.onsuccess = () => done(request.result as Stored[]);
      request.onerror = () => failed(request.error);
    });
    db.close();
    return all;
  });
}

/**
 * Lets the time pass until `left` ms before a promise is due: all its times are moved into the past by as much, since the browser's
 * clock cannot be moved, and then the ledger's alarm rings as it would at that time. The background hears nothing else.
 */
export async function letTimePass(own: Page, promise: string, left: number): Promise<void> {
  await own.evaluate(
    async (id, until) => {
      const db = await new Promise<IDBDatabase>((done, failed) => {
        const request = indexedDB.open('tactful');
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      await new Promise<void>((done, failed) => {
        const change = db.transaction('promises', 'readwrite');
        const table = change.objectStore('promises');
        const request = table.get(id);
        request.onsuccess = () => {
          const entry = request.result as Stored;
          const passed = entry.due! - Date.now() - until;
          const earlier = (at: number | null) => (at === null ? null : at - passed);
          table.put({
            ...entry,
            due: earlier(entry.due),
            madeAt: entry.madeAt - passed,
            remindedAt: earlier(entry.remindedAt),
            snoozedUntil: earlier(entry.snoozedUntil),
          });
        };
        change.oncomplete = () => done();
        change.onerror = () => failed(change.error);
      });
      db.close();
      const { chrome } = globalThis as unknown as ExtensionApi;
      await chrome.alarms.create('ledger', { when: Date.now() });
    },
    promise,
    left,
  );
}

/** Takes away what an earlier test promised, so that a failure stays its own. */
export function forgetPromises(own: Page): Promise<void> {
  return own.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open('tactful');
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    await new Promise<void>((done, failed) => {
      const change = db.transaction('promises', 'readwrite');
      change.objectStore('promises').clear();
      change.oncomplete = () => done();
      change.onerror = () => failed(change.error);
    });
    db.close();
    const { chrome } = globalThis as unknown as ExtensionApi;
    await chrome.alarms.create('ledger', { when: Date.now() });
  });
}

/** What the extension's button says. */
export function badgeText(own: Page): Promise<string> {
  return own.evaluate(() => (globalThis as unknown as ExtensionApi).chrome.action.getBadgeText({}));
}
