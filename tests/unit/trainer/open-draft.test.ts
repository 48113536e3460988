// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it } from 'vitest';
import { copyOf, freeId, openDraft, saveDraft } from '@/entrypoints/trainer/open-draft';
import { type Book, toRuntime } from '@/lib/phrasebook';
import type { Repositories } from '@/lib/store';
import { ENGINES } from '../store/support';
import { smallBook } from '../workbench/fixtures';

const keep = (own: Repositories, book: Book, origin: 'own' | 'published', rev = 0) =>
  own.books.save(book, toRuntime(book), { origin, rev, now: 1, own: book });

describe.each(ENGINES)('opening a book, on %s', (_, open) => {
  it('lets a subscribed book be looked at, in the version in use, and not be changed', async () => {
    const own = open();
    await keep(own, smallBook({ name: 'First' }) as Book, 'published');
    const { rev } = await keep(own, smallBook({ name: 'Second', version: 2 }) as Book, 'published', 1);
    expect(await openDraft(own, [], 'own/small')).toMatchObject({
      from: 'subscribed',
      own: { name: 'Second' },
    });
    await own.books.use('own/small', 1, rev);
    expect(await openDraft(own, [], 'own/small')).toMatchObject({
      from: 'subscribed',
      own: { name: 'First' },
    });
  });

  it('copies it under an id of its own, to be changed', async () => {
    const own = open();
    await keep(own, smallBook({ version: 4 }) as Book, 'published');
    const opened = await openDraft(own, [], 'own/small');
    const id = freeId('own/small', new Set(['own/small']));
    await saveDraft(own, copyOf(opened!.own, id, 'Ours'), 0, 'Ada');
    expect(id).toBe('own/small-2');
    expect(await openDraft(own, [], id)).toMatchObject({
      from: 'own',
      own: { id, name: 'Ours', version: 1, taboos: smallBook().taboos },
    });
  });
});

describe('an id for a book of one’s own', () => {
  it.each([
    ['builtin-en', [], 'own/builtin-en'],
    ['builtin-en', ['own/builtin-en'], 'own/builtin-en-2'],
    ['own/shop', ['own/shop', 'own/shop-2'], 'own/shop-3'],
  ])('%s with %j taken', (from, taken, id) => {
    expect(freeId(from, new Set(taken))).toBe(id);
  });
});
