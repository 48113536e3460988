// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '@/entrypoints/background/handlers';
import type { Caller } from '@/lib/rpc/background';
import { exportKept, type Repositories } from '@/lib/store';
import { TABLE_NAMES } from '@/lib/store/tables';
import { fakeBrowser } from '../fake-extension';
import { MASK_CASES, type MaskCase } from '../review/mask-cases';
import { ENGINES } from '../store/support';

const NOW = Date.UTC(2026, 0, 31, 12);
const inDesk: Caller = { kind: 'content', site: 'https://desk.example', tabId: 7, frameId: 0, windowId: 1 };
const HURTS = '还想怎么样';

let own: Repositories;
let handlers: ReturnType<typeof createHandlers>;
beforeEach(() => {
  fakeBrowser.reset();
  own = ENGINES[1]![1]();
  handlers = createHandlers({
    repositories: own,
    declared: [],
    now: () => NOW,
    keyOf: async () => null,
    injectInterface: async () => undefined,
    injectReader: async () => undefined,
    checkSubscriptions: async () => undefined,
    shippedModel: () => Promise.reject(new Error('nobody asked for it')),
    lookAtLedger: async () => undefined,
  });
});

/** Sends one secret down every way by which words of a page reach the store. */
async function plant({ text, language }: MaskCase, at: number): Promise<void> {
  const id = `planted-${String(at).padStart(4, '0')}`;
  const message = `${text}。${HURTS}！`;
  const start = text.length + 1;
  const context = { language, scenario: 'price-drop', market: null } as const;
  await handlers.recordSent(
    {
      id,
      sentAt: NOW + at,
      ...context,
      how: 'reasoned',
      reason: text,
      length: message.length,
      text: message,
      flags: [
        {
          rule: 'r/1',
          category: 'got-extra',
          severity: 'high',
          start,
          end: start + HURTS.length,
          by: 'rule',
        },
        // A rule about contacts flags the secret itself.
        { rule: 'r/2', category: 'compliance', severity: 'critical', start: 0, end: text.length, by: 'rule' },
      ],
      moves: [],
      customer: [text],
    },
    inDesk,
  );
  await handlers.recordPromises(
    {
      id,
      language,
      scenario: null,
      customer: [text],
      promises: [{ rule: 'dated/ship', kind: 'dated', words: text, sentence: message }],
    },
    inDesk,
  );
  await handlers.correctScenario(
    { id, language, market: null, customer: [text], guessed: null, scenario: 'other' },
    inDesk,
  );
  await handlers
    .recordDismissal({ id, kind: 'phrase', rule: 'r/2', text: text.slice(0, 400) }, inDesk)
    .catch(() => undefined);
}

/** What a search for the secret looks for: the secret, and its digits where they are many. */
function needlesOf({ secret }: MaskCase): string[] {
  const digits = secret.replace(/\D/g, '');
  return digits.length >= 7 ? [secret, digits] : [secret];
}

/** Whether a secret stands there: a number of up to nine digits only by itself, not as a piece of an id, a time or a signature. */
function stands(written: string, needle: string): boolean {
  if (!/^\d{1,9}$/.test(needle)) return written.includes(needle);
  return new RegExp(`(?<![\\w+/=-])${needle}(?![\\w+/=-])`).test(written);
}

describe('four hundred secrets sent through the background', () => {
  it('are nowhere in the store, in the settings, or in what is exported', async () => {
    for (const [at, it] of MASK_CASES.entries()) await plant(it, at);
    const tables = await own.store.read(TABLE_NAMES, async (tx) =>
      Promise.all(TABLE_NAMES.filter((name) => name !== 'secrets').map((name) => tx.list(name))),
    );
    const settings = await fakeBrowser.storage.local.get(null);
    const bundle = await own.bundles.exportRecords('Mei', { from: NOW - 1, to: NOW + 100_000 });
    const written = JSON.stringify([tables, settings, await exportKept(own, NOW), bundle]);
    const { length } = await own.sent.list();
    expect(length).toBe(MASK_CASES.length);
    // What is flagged stays readable.
    expect(written.split(HURTS).length).toBeGreaterThan(2 * MASK_CASES.length);
    const found = MASK_CASES.filter((it) => needlesOf(it).some((needle) => stands(written, needle)));
    expect(found.map((it) => `${it.kind}: ${it.text}`)).toEqual([]);
  }, 60_000);
});
