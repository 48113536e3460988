import type { ConsoleSnapshot } from '@/lib/rpc';

/**
 * What runs inside the extension's own pages while the browser waits to be killed. Every function here is sent over as
 * text: it may use nothing but its arguments and the page.
 */

/** Something the panel said was kept. */
export interface Ack {
  kind: 'promise' | 'correction' | 'remedy' | 'gap' | 'kept' | 'sent';
  id: string;
}

export interface Stored {
  /** Ids. */
  promises: string[];
  corrections: string[];
  remedies: number;
  gaps: string[];
  /** Sentences of promises that were kept. */
  kept: string[];
  /** Messages in the log of QA. */
  sent: string[];
  /** Those of them that the log's columns do not hold. */
  unplaced: string[];
  /** Messages by the columns, and by what the days counted. */
  inColumns: number;
  counted: number;
}

interface ExtensionApi {
  chrome: {
    runtime: {
      sendMessage(message: object): Promise<{ res?: { ok: boolean } }>;
      onConnect: { addListener(listener: (port: Port) => void): void };
    };
    tabs: { getCurrent(): Promise<{ id: number }> };
  };
  acked(ack: Ack): Promise<void>;
}

interface Port {
  name: string;
  onMessage: { addListener(listener: (message: { kind: string; id?: number }) => void): void };
  postMessage(message: object): void;
}

/** Everything the ledger and the log of QA have on disk. */
export async function readStore(): Promise<Stored> {
  const db = await new Promise<IDBDatabase>((done, failed) => {
    const request = indexedDB.open('tactful');
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const all = <T>(table: string): Promise<T[]> =>
    new Promise((done, failed) => {
      const request = db.transaction(table).objectStore(table).getAll();
      request.onsuccess = () => done(request.result as T[]);
      request.onerror = () => failed(request.error);
    });
  const promises = await all<{ id: string; state: string; sentence: string }>('promises');
  const corrections = await all<{ id: string }>('corrections');
  const remedies = await all<{ id: string }>('remedies');
  const gaps = await all<{ id: string }>('gaps');
  const sent = await all<{ id: string; row: number }>('sent');
  const segments = await all<{ segment: number; columns: { marks: Uint8Array } }>('logSegments');
  const days = await all<{ day: string; records: number }>('tallies');
  db.close();
  // The places of columns.ts: 4,096 rows a segment, the highest bit of `marks` for a row that is taken.
  const taken = new Map(segments.map((it) => [it.segment, [...it.columns.marks].map((mark) => mark >= 128)]));
  const isPlaced = ({ row }: { row: number }): boolean => taken.get(row >>> 12)?.[row & 4095] === true;
  return {
    promises: promises.map(({ id }) => id),
    corrections: corrections.map(({ id }) => id),
    remedies: remedies.length,
    gaps: gaps.map(({ id }) => id),
    kept: promises.filter(({ state }) => state === 'kept').map(({ sentence }) => sentence),
    sent: sent.map(({ id }) => id),
    unplaced: sent.filter((it) => !isPlaced(it)).map(({ id }) => id),
    inColumns: [...taken.values()].flat().filter((it) => it).length,
    counted: days.filter((it) => /^\d{4}-/.test(it.day)).reduce((sum, it) => sum + it.records, 0),
  };
}

/** A console with one customer in it. */
export const SNAPSHOT: ConsoleSnapshot = {
  frame: 'played-console',
  seq: 1,
  state: 'on',
  site: 'desk.example',
  composer: { kind: 'text-control', focused: true, composing: false, focusedAt: 1 },
  draft: '',
  language: 'en',
  market: null,
  flags: [],
  notices: [],
  moves: [],
  movesSaid: [],
  scenarios: [{ id: 'value-complaint', score: 1, evidence: [] }],
  corrected: null,
  conversation: { customer: ['There is hardly any meat in this, says the dog.'], agent: [] },
  held: null,
  memory: { values: {}, done: [], fault: null, tone: null },
  beside: [],
  undoable: 0,
  selected: '',
};

/** Plays a console with one customer in it, and gives the number of its tab. */
export async function serveFakeConsole(snapshot: ConsoleSnapshot): Promise<number> {
  const { chrome } = globalThis as unknown as ExtensionApi;
  const { id } = await chrome.tabs.getCurrent();
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== `console:${id}`) return;
    port.onMessage.addListener((message) => {
      if (message.kind === 'hello') port.postMessage({ kind: 'snapshot', snapshot });
      else port.postMessage({ kind: 'answer', frame: snapshot.frame, id: message.id, answer: { ok: true } });
    });
  });
  return id;
}

/**
 * Writes in the given order through the panel's own controls and channels, and messages for QA beside it, and tells of
 * each acknowledgement.
 */
export async function burst(run: number, order: readonly number[], messages: number): Promise<void> {
  const { chrome, acked } = globalThis as unknown as ExtensionApi;
  const frame = (): Promise<unknown> => new Promise((done) => setTimeout(done, 4));
  let doing = '';
  const until = async <T>(look: () => T | null | undefined): Promise<T> => {
    const deadline = performance.now() + 20_000;
    while (performance.now() < deadline) {
      const found = look();
      if (found) return found;
      await frame();
    }
    throw new Error(`The panel did not follow: ${doing}\n${document.body.innerText}`);
  };
  const button = (words: string): HTMLButtonElement | undefined =>
    [...document.querySelectorAll('button')].find((it) => it.textContent?.trim() === words);
  const toasts = (): Element[] => [...document.querySelectorAll('.toast')];
  /** Clicks and waits for the toast that says it is done. */
  const toldAfter = async (click: () => void): Promise<void> => {
    const before = new Set(toasts());
    click();
    await until(() => toasts().find((it) => !before.has(it)));
  };
  const call = async (type: string, data: object): Promise<boolean> =>
    (await chrome.runtime.sendMessage({ id: 1, type, timestamp: Date.now(), data })).res?.ok === true;

  /** The log of QA is written all the while: whatever the kill hits, it hits a message too. */
  const sendEvery = async (first: number, step: number): Promise<void> => {
    for (let at = first; at < messages; at += step) {
      const id = `kill-${run}-message-${at}`;
      const text = `You got extra anyway, ${id}.`;
      const found = { rule: 'got-extra/anyway', category: 'got-extra', severity: 'medium', by: 'rule' };
      const report = {
        id,
        sentAt: Date.now(),
        language: 'en',
        scenario: null,
        market: null,
        how: 'unguarded',
        reason: null,
        length: text.length,
        text,
        flags: [{ ...found, start: 4, end: 20 }],
        moves: [],
        customer: [],
      };
      if (await call('recordSent', report)) await acked({ kind: 'sent', id });
    }
  };
  // Several at once, as from several tabs.
  const sending = Promise.all([sendEvery(0, 3), sendEvery(1, 3), sendEvery(2, 3)]);

  for (const [step, what] of order.entries()) {
    const id = `kill-${run}-${step}`;
    doing = `${id}, write ${what}`;
    if (what === 0) {
      const promises = [
        {
          rule: 'dated/ships',
          kind: 'dated',
          words: 'within 2 hours',
          sentence: `It ships within 2 hours, ${id}.`,
        },
      ];
      const kept = await call('recordPromises', {
        id,
        language: 'en',
        scenario: null,
        customer: [],
        promises,
      });
      if (kept) await acked({ kind: 'promise', id: `${id}-0` });
    } else if (what === 1) {
      const customer = ['There is hardly any meat in this.'];
      const labels = { language: 'en', market: null, guessed: null, scenario: 'value-complaint' };
      if (await call('correctScenario', { id, customer, ...labels })) await acked({ kind: 'correction', id });
    } else if (what === 2) {
      const given = await until(() => document.querySelector<HTMLButtonElement>('.remedy .btn'));
      await toldAfter(() => given.click());
      await acked({ kind: 'remedy', id });
    } else if (what === 3) {
      button('No rule for this?')?.click();
      const record = await until(() => button('No rule covers it'));
      await toldAfter(() => record.click());
      await acked({ kind: 'gap', id });
      (await until(() => button('Done'))).click();
      await until(() => !button('Done'));
    } else {
      const head = document.querySelector<HTMLElement>('.owed-head');
      const sentence = head?.querySelector('.owed-what')?.textContent;
      if (!head || !sentence) continue;
      await toldAfter(() =>
        head.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', bubbles: true, cancelable: true })),
      );
      await acked({ kind: 'kept', id: sentence });
    }
  }
  await sending;
}
