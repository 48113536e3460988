// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { eraseKept, exportKept, keptAmounts, type Repositories } from '@/lib/store';
import { settings } from '@/lib/store/settings';
import { fakeBrowser } from '../fake-extension';
import { ENGINES } from './support';

beforeEach(() => fakeBrowser.reset());

async function record(own: Repositories): Promise<void> {
  await own.sent.add({
    id: 'sent-0001',
    sentAt: 1,
    site: null,
    language: null,
    scenario: null,
    market: null,
    how: 'unguarded',
    reason: null,
    length: 1,
    flags: [],
  });
  await own.corrections.add({
    id: 'c-1',
    at: 1,
    site: null,
    language: null,
    customer: [],
    guessed: null,
    scenario: 'other',
  });
  await own.counters.add('2026-01-01', { mended: 1, flagged: 1 });
  await own.counters.add('2026-01-02', { mended: 1 });
  await own.scriptUses.add('apology-1', 1);
  await own.practiceResults.add({
    id: 'p-1',
    at: 1,
    played: 'puzzle-en',
    score: 95,
    ending: 'settled',
    replies: 2,
    flags: 0,
  });
  await own.dismissals.add({ id: 'd-1', createdAt: 1, madeOn: null, kind: 'rule', rule: 'blame/you' }, 1);
}

describe.each(ENGINES)('what is kept, on %s', (_, open) => {
  it('is summed up', async () => {
    const own = open();
    await record(own);
    expect(await keptAmounts(own)).toEqual({ sent: 1, corrections: 1, days: 2, scripts: 1, practice: 1 });
  });

  it('can be taken along, all of it', async () => {
    const own = open();
    await record(own);
    const data = await exportKept(own, 99);
    expect(data).toMatchObject({ format: 'tactful-data', version: 1, exportedAt: 99 });
    const { sent, corrections, dismissals, counters, scriptUses, practiceResults } = data;
    const sizes = [sent, corrections, dismissals, counters, scriptUses, practiceResults].map(
      (it) => it.length,
    );
    expect(sizes).toEqual([1, 1, 1, 3, 1, 1]);
  });

  it('can be erased; choices stay', async () => {
    const own = open();
    await record(own);
    await eraseKept(own);
    expect(await keptAmounts(own)).toEqual({ sent: 0, corrections: 0, days: 0, scripts: 0, practice: 0 });
    expect(await own.dismissals.list()).toHaveLength(1);
    expect((await settings.dismissals.getValue()).rules).toHaveLength(1);
  });
});
