// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it } from 'vitest';
import { publishDraft } from '@/entrypoints/trainer/publish';
import type { OwnBook } from '@/lib/phrasebook';
import { createChanges, createRepositories, createStore, type Repositories, type Store } from '@/lib/store';
import { proofOf } from '@/lib/workbench';
import { freshDatabase } from '../store/support';
import { smallBook } from '../workbench/fixtures';

const noAssets = async (path: string): Promise<string> => {
  throw new Error(`no asset ${path}`);
};

/** A store in which the browser ends at the n-th write of a transaction, n from 1. */
function endingAt(store: Store, write: number): Store {
  let written = 0;
  return {
    ...store,
    get state() {
      return store.state;
    },
    write: (tables, durability, work) =>
      store.write(tables, durability, (tx) =>
        work({
          ...tx,
          put: async (table, record) => {
            written += 1;
            if (written === write) throw new DOMException('The browser ended', 'AbortError');
            await tx.put(table, record);
          },
        }),
      ),
  };
}

const publish = (own: Repositories, book: OwnBook) =>
  publishDraft(own, { proof: proofOf(book, undefined), own: book, note: '', by: '', now: 1 });

const keepDraft = (own: Repositories, book: OwnBook, rev: number) =>
  own.drafts.save(
    {
      id: book.id,
      language: 'en',
      name: book.name,
      own: book,
      basedOn: null,
      state: 'review',
      notes: [{ at: 1, by: 'Bo', kind: 'approve', text: '' }],
      savedAt: 1,
      by: 'Ada',
    },
    rev,
  );

describe('a publish that is cut short', () => {
  it.each([1, 2, 3])('at its write %i leaves the old version whole and in use', async (write) => {
    freshDatabase();
    const store = createStore();
    const own = createRepositories(store, createChanges('cut-short'), noAssets);
    await publish(own, smallBook());
    const draft = await keepDraft(own, smallBook({ name: 'Next' }), 0);
    const cut = createRepositories(endingAt(store, write), createChanges('cut-short'), noAssets);
    await expect(publish(cut, smallBook({ name: 'Next' }))).rejects.toThrow('ended');
    expect((await own.books.versions('own/small')).map((it) => it.version)).toEqual([1]);
    expect((await own.books.inUse()).map((it) => [it.version, it.name])).toEqual([[1, 'Small']]);
    expect((await own.books.parcels())[0]?.runtime.taboos).toHaveLength(1);
    expect(await own.drafts.get('own/small')).toEqual(draft);
    // What was cut short can be done again.
    expect(await publish(own, smallBook({ name: 'Next' }))).toEqual({ kind: 'published', version: 2 });
    expect(await own.drafts.get('own/small')).toMatchObject({ basedOn: 2, state: 'open', notes: [] });
  });

  it('takes along what another tab kept of the draft at the same time', async () => {
    freshDatabase();
    const own = createRepositories(createStore(), createChanges('cut-short'), noAssets);
    const { rev } = await keepDraft(own, smallBook(), 0);
    const [outcome] = await Promise.all([
      publish(own, smallBook()),
      keepDraft(own, smallBook({ name: 'Typed on' }), rev),
    ]);
    expect(outcome).toEqual({ kind: 'published', version: 1 });
    expect(await own.drafts.get('own/small')).toMatchObject({
      basedOn: 1,
      state: 'open',
      own: { name: 'Typed on' },
    });
  });
});
