// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { deletePast } from '@/entrypoints/background/retention';
import type { Repositories } from '@/lib/store';
import { fakeBrowser } from '../fake-extension';
import { aNewRecord } from '../review/records';
import { ENGINES } from '../store/support';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 3, 1);

let own: Repositories;
beforeEach(async () => {
  fakeBrowser.reset();
  own = ENGINES[1]![1]();
  await own.sent.add(aNewRecord({ id: 'old-00001', sentAt: NOW - 31 * DAY }));
  await own.sent.add(aNewRecord({ id: 'new-00001', sentAt: NOW - 29 * DAY }));
});
const left = async () => (await own.sent.list()).map((it) => it.id);

describe('what is past its time', () => {
  it('is deleted, what was said of it too, and nothing else', async () => {
    const said = { reviewer: 'Kim', verdict: 'uphold', reason: '', cause: null, scorecard: null } as const;
    await own.reviews.give({ records: ['old-00001', 'new-00001'], ...said }, NOW - DAY);
    await deletePast(own, NOW);
    expect(await left()).toEqual(['new-00001']);
    expect((await own.reviews.list()).map((it) => it.record)).toEqual(['new-00001']);
  });

  it('stays when a clock leaps ahead, until the next day agrees', async () => {
    await deletePast(own, NOW - 30 * DAY);
    await deletePast(own, NOW + 400 * DAY);
    expect(await left()).toEqual(['new-00001', 'old-00001']);
    await deletePast(own, NOW + 401 * DAY);
    expect(await left()).toEqual([]);
  });

  it('stays when a clock is put back', async () => {
    await deletePast(own, NOW - 5 * DAY);
    await deletePast(own, NOW - 6 * DAY);
    expect(await left()).toHaveLength(2);
  });
});
