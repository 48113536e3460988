// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import type { Book } from '@/lib/phrasebook';
import type { RuntimeBook } from '@/lib/phrasebook/runtime';
import { type Dismissal, dayOf, type NewRecord, StoreError } from '@/lib/store';
import { settings } from '@/lib/store/settings';
import { fakeBrowser } from '../fake-extension';
import { aNewRecord } from '../review/records';
import { ENGINES } from './support';

const book = (version: number, name = 'My shop'): Book => ({
  id: 'my-shop',
  name,
  language: 'en',
  version,
  license: 'none',
  extends: 'builtin-en',
  lists: {},
  taboos: [],
  absences: [],
  softenings: [],
  scenarios: [],
  moves: [],
  commitments: [],
  scripts: [],
  remedies: [],
  variables: [],
});
const runtime = ({ id, version, language }: Book, word = 'anyway'): RuntimeBook => ({
  id,
  version,
  language,
  lists: { words: [word] },
  taboos: [],
  absences: [],
  softenings: [],
  scenarios: [],
  moves: [],
  commitments: [],
});

const sent = (id: string, sentAt: number): NewRecord => aNewRecord({ id, sentAt });

const SAVE = { origin: 'own', now: 1000 } as const;

beforeEach(() => fakeBrowser.reset());

describe.each(ENGINES)('repositories on %s', (_, open) => {
  describe('books', () => {
    it('puts a saved version in use and hands out what runs of it', async () => {
      const { books } = open();
      const head = await books.save(book(1), runtime(book(1)), { ...SAVE, rev: 0 });
      expect(head).toMatchObject({ current: 1, enabled: true, rev: 1, lastGood: null });
      expect(await books.parcels()).toMatchObject([
        { id: 'my-shop', version: 1, extends: 'builtin-en', runtime: { lists: { words: ['anyway'] } } },
      ]);
    });

    it('gives each different runtime book a different tag', async () => {
      const { books } = open();
      await books.save(book(1), runtime(book(1)), { ...SAVE, rev: 0 });
      const [first] = await books.parcels();
      await books.save(book(2), runtime(book(2), 'after all'), { ...SAVE, rev: 1 });
      const [second] = await books.parcels();
      expect(second!.tag).not.toBe(first!.tag);
    });

    it('refuses an edit made on an older revision, and changes nothing', async () => {
      const { books } = open();
      await books.save(book(1), runtime(book(1)), { ...SAVE, rev: 0 });
      await expect(books.save(book(2), runtime(book(2)), { ...SAVE, rev: 0 })).rejects.toThrow(StoreError);
      expect(await books.versions('my-shop')).toHaveLength(1);
    });

    it('never overwrites a published version', async () => {
      const { books } = open();
      await books.save(book(1), runtime(book(1)), { ...SAVE, rev: 0 });
      await expect(books.save(book(1, 'Other'), runtime(book(1)), { ...SAVE, rev: 1 })).rejects.toMatchObject(
        {
          problem: { kind: 'conflict' },
        },
      );
    });

    it('keeps a draft without putting it in use', async () => {
      const { books } = open();
      await books.save(book(1), runtime(book(1)), { ...SAVE, rev: 0 });
      await books.save(book(2), runtime(book(2)), { ...SAVE, rev: 1, draft: true });
      expect((await books.parcels()).map((it) => it.version)).toEqual([1]);
      expect((await books.versions('my-shop')).map((it) => [it.version, it.state])).toEqual([
        [2, 'draft'],
        [1, 'published'],
      ]);
    });

    it('rolls back to a kept version', async () => {
      const { books } = open();
      await books.save(book(1), runtime(book(1)), { ...SAVE, rev: 0 });
      await books.save(book(2), runtime(book(2)), { ...SAVE, rev: 1 });
      await books.use('my-shop', 1, 2);
      expect((await books.parcels()).map((it) => it.version)).toEqual([1]);
    });

    it('goes back to the last good version when a new one turns out bad, and keeps the reason', async () => {
      const { books } = open();
      await books.save(book(1), runtime(book(1)), { ...SAVE, rev: 0 });
      await books.markGood('my-shop', 1);
      await books.save(book(2), runtime(book(2)), { ...SAVE, rev: 2 });
      await books.markBad('my-shop', 2, 'rule x: no fixed word');
      expect(await books.heads()).toMatchObject([
        { current: 1, enabled: true, problem: 'rule x: no fixed word' },
      ]);
    });

    it('switches a bad book off when it never had a good version', async () => {
      const { books } = open();
      await books.save(book(1), runtime(book(1)), { ...SAVE, rev: 0 });
      await books.markBad('my-shop', 1, 'broken');
      expect(await books.parcels()).toEqual([]);
    });

    it('tells every console when what runs changed', async () => {
      const { books } = open();
      const before = await settings.booksEpoch.getValue();
      await books.save(book(1), runtime(book(1)), { ...SAVE, rev: 0 });
      await expect.poll(() => settings.booksEpoch.getValue()).toBe(before + 1);
    });

    it('removes a book with all its versions', async () => {
      const { books } = open();
      await books.save(book(1), runtime(book(1)), { ...SAVE, rev: 0 });
      await books.remove('my-shop');
      expect(await books.heads()).toEqual([]);
      expect(await books.versions('my-shop')).toEqual([]);
    });
  });

  describe('dismissals', () => {
    const phrase: Dismissal = {
      id: 'dismissal-a',
      createdAt: 1,
      madeOn: 'https://desk.example.com',
      kind: 'phrase',
      rule: 'got-extra/anyway',
      text: 'extra anyway',
    };
    const rule: Dismissal = {
      id: 'dismissal-b',
      createdAt: 2,
      madeOn: null,
      kind: 'rule',
      rule: 'blame/you',
    };
    const site: Dismissal = {
      id: 'dismissal-c',
      createdAt: 3,
      madeOn: 'https://desk.example.com',
      kind: 'site',
      site: 'https://desk.example.com',
    };

    it('lists the newest first', async () => {
      const { dismissals } = open();
      await dismissals.add(phrase, 1);
      await dismissals.add(rule, 2);
      expect((await dismissals.list()).map((it) => it.id)).toEqual(['dismissal-b', 'dismissal-a']);
    });

    it('mirrors phrases and rules for the consoles, once each', async () => {
      const { dismissals } = open();
      await dismissals.add(phrase, 1);
      await dismissals.add(phrase, 1);
      await dismissals.add(rule, 2);
      expect(await settings.dismissals.getValue()).toEqual({
        phrases: [{ id: 'dismissal-a', rule: 'got-extra/anyway', text: 'extra anyway' }],
        rules: [{ id: 'dismissal-b', rule: 'blame/you' }],
      });
    });

    it('takes a dismissal back, in the mirror too', async () => {
      const { dismissals } = open();
      await dismissals.add(phrase, 1);
      await dismissals.add(rule, 2);
      expect(await dismissals.undo('dismissal-a', 5)).toEqual(phrase);
      expect(await settings.dismissals.getValue()).toEqual({
        phrases: [],
        rules: [{ id: 'dismissal-b', rule: 'blame/you' }],
      });
    });

    it('switches a site off, and on again when taken back', async () => {
      const { dismissals } = open();
      await dismissals.add(site, 3);
      expect(await settings.sites.getValue()).toMatchObject({ 'https://desk.example.com': { on: false } });
      await dismissals.undo('dismissal-c', 4);
      expect(await settings.sites.getValue()).toMatchObject({ 'https://desk.example.com': { on: true } });
    });

    it('makes the mirror what the records say', async () => {
      const { dismissals } = open();
      await dismissals.add(phrase, 1);
      await settings.dismissals.setValue({ phrases: [], rules: [{ id: 'stray', rule: 'x' }] });
      await dismissals.reconcile();
      expect(await settings.dismissals.getValue()).toEqual({
        phrases: [{ id: 'dismissal-a', rule: 'got-extra/anyway', text: 'extra anyway' }],
        rules: [],
      });
    });
  });

  describe('the log of sent messages', () => {
    it('keeps a record once, however often it is reported', async () => {
      const { sent: log } = open();
      expect(await log.add(sent('one', 10))).toBe(true);
      expect(await log.add({ ...sent('one', 10), length: 99 })).toBe(false);
      expect(await log.get('one')).toMatchObject({ length: 28 });
      expect(await log.count()).toBe(1);
    });

    it('lists page by page, newest first', async () => {
      const { sent: log } = open();
      for (const at of [10, 30, 20]) await log.add(sent(`at-${at}`, at));
      const first = await log.list({ limit: 2 });
      expect(first.map((it) => it.sentAt)).toEqual([30, 20]);
      expect((await log.list({ before: 20, limit: 2 })).map((it) => it.sentAt)).toEqual([10]);
    });

    it('deletes what is past its time', async () => {
      const { sent: log } = open();
      for (const at of [10, 20, 30]) await log.add(sent(`at-${at}`, at));
      expect(await log.purge(20)).toBe(1);
      expect((await log.list()).map((it) => it.sentAt)).toEqual([30, 20]);
    });
  });

  describe('counters', () => {
    it('adds up per day and name', async () => {
      const { counters } = open();
      await counters.add('2026-01-01', { mended: 1, flagged: 2 });
      await counters.add('2026-01-01', { mended: 2 });
      await counters.add('2026-01-02', { mended: 5 });
      await counters.add('2026-01-03', { mended: 9 });
      expect(await counters.list('2026-01-01', '2026-01-02')).toEqual([
        { day: '2026-01-01', name: 'flagged', count: 2 },
        { day: '2026-01-01', name: 'mended', count: 3 },
        { day: '2026-01-02', name: 'mended', count: 5 },
      ]);
    });
  });

  describe('uses of scripts', () => {
    it('ranks by use', async () => {
      const { scriptUses } = open();
      for (const [script, at] of [
        ['a', 1],
        ['b', 2],
        ['b', 3],
      ] as const)
        await scriptUses.add(script, at);
      expect(await scriptUses.list()).toEqual([
        { script: 'b', count: 2, lastUsedAt: 3 },
        { script: 'a', count: 1, lastUsedAt: 1 },
      ]);
    });
  });

  it('keeps corrections newest first', async () => {
    const { corrections } = open();
    const base = {
      site: null,
      language: null,
      customer: ['降价了'],
      guessed: null,
      scenario: 'price-drop',
    } as const;
    await corrections.add({ ...base, customer: [...base.customer], id: 'c-1', at: 1 });
    await corrections.add({ ...base, customer: [...base.customer], id: 'c-2', at: 2 });
    expect((await corrections.list()).map((it) => it.id)).toEqual(['c-2', 'c-1']);
    await corrections.remove('c-2');
    expect((await corrections.list()).map((it) => it.id)).toEqual(['c-1']);
  });

  it('leaves nothing behind when a transaction fails', async () => {
    const { store } = open();
    const failing = store.write(['scriptUsage'], 'strict', async (tx) => {
      await tx.put('scriptUsage', { script: 'a', count: 1, lastUsedAt: 1 });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await store.read(['scriptUsage'], (tx) => tx.count('scriptUsage'))).toBe(0);
  });

  it('announces keys, never data', async () => {
    const { changes, scriptUses } = open();
    const heard: unknown[] = [];
    const listening = new AbortController();
    changes.listen((keys) => heard.push(keys), listening.signal);
    await scriptUses.add('secret-script', 1);
    expect(heard).toEqual([[['scriptUsage']]]);
    listening.abort();
    await scriptUses.add('secret-script', 2);
    expect(heard).toHaveLength(1);
  });
});

describe('dayOf', () => {
  it.each([
    [Date.UTC(2026, 0, 31, 15, 59), 'Asia/Shanghai', '2026-01-31'],
    [Date.UTC(2026, 0, 31, 16, 0), 'Asia/Shanghai', '2026-02-01'],
    [Date.UTC(2026, 0, 31, 16, 0), 'America/New_York', '2026-01-31'],
  ])('writes %d in %s as %s', (at, zone, day) => {
    expect(dayOf(at, zone)).toBe(day);
  });
});
