// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { createChanges, createRepositories, createStore, type Repositories } from '@/lib/store';
import { compareMark } from '@/lib/store/review/held';
import { settings } from '@/lib/store/settings';
import { fakeBrowser } from '../fake-extension';
import { manyRecords } from '../review/many';
import { freshDatabase } from './support';

const NOW = Date.UTC(2026, 0, 31, 9);
const records = manyRecords(5);

let names = 0;
const reopened = (): Repositories =>
  createRepositories(createStore(), createChanges(`held-${names++}`), async () => '');

describe('the mark beside the store', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    freshDatabase();
  });

  const filled = async (): Promise<Repositories> => {
    const own = reopened();
    for (const record of records) await own.sent.add(record);
    await compareMark(own.store, NOW);
    return own;
  };

  it('follows what is written and deleted, and finds nothing missing', async () => {
    const own = await filled();
    expect(await settings.logMark.getValue()).toMatchObject({ written: 5, kept: 5, at: NOW });
    await own.sent.remove([records[0]!.id]);
    await compareMark(own.store, NOW);
    expect(await settings.logMark.getValue()).toMatchObject({ written: 5, kept: 4 });
    await own.sent.clear();
    await compareMark(own.store, NOW);
    expect(await settings.logMark.getValue()).toMatchObject({ written: 5, kept: 0 });
    expect(await settings.logLoss.getValue()).toBeNull();
  });

  it('tells that the browser began an empty database, with what the old one held', async () => {
    await filled();
    freshDatabase();
    await compareMark(reopened().store, NOW + 1);
    const loss = { kind: 'replaced', missing: 5, at: NOW };
    expect(await settings.logLoss.getValue()).toEqual(loss);
    // Once: the new database is known from now on, and what nobody read stays told.
    await compareMark(reopened().store, NOW + 2);
    expect(await settings.logLoss.getValue()).toEqual(loss);
    await settings.logLoss.removeValue();
    await compareMark(reopened().store, NOW + 3);
    expect(await settings.logLoss.getValue()).toBeNull();
  });

  it('tells that the newest messages are missing', async () => {
    const own = await filled();
    await settings.logMark.setValue({ ...(await settings.logMark.getValue())!, written: 8, kept: 8 });
    await compareMark(own.store, NOW + 1);
    expect(await settings.logLoss.getValue()).toEqual({ kind: 'older', missing: 3, at: NOW });
  });

  it('says nothing of a store that only lives in memory', async () => {
    await filled();
    globalThis.indexedDB = undefined as unknown as IDBFactory;
    await compareMark(reopened().store, NOW);
    expect(await settings.logLoss.getValue()).toBeNull();
  });
});
