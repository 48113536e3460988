// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it } from 'vitest';
import { addNote, publishDraft, rollBack } from '@/entrypoints/trainer/publish';
import type { OwnBook } from '@/lib/phrasebook';
import { createChanges, createRepositories, createStore, type Repositories, type Store } from '@/lib/store';
import { proofOf } from '@/lib/workbench';
import { ENGINES, freshDatabase } from '../store/support';
import { smallBook } from '../workbench/fixtures';

const broken = smallBook({
  taboos: smallBook().taboos.map((it) => ({ ...it, flag: ['(you'] })),
});

const keepDraft = (own: Pick<Repositories, 'drafts'>, book: OwnBook, rev = 0) =>
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

const publish = (own: Pick<Repositories, 'books' | 'drafts'>, book: OwnBook, emergency?: string) =>
  publishDraft(own, {
    proof: proofOf(book, undefined),
    own: book,
    note: 'first',
    by: 'Ada',
    now: 5,
    ...(emergency === undefined ? {} : { emergency }),
  });

describe.each(ENGINES)('publishing, on %s', (_, open) => {
  it('makes the next version, in use, and the draft goes on from it', async () => {
    const own = open();
    await keepDraft(own, smallBook());
    expect(await publish(own, smallBook())).toEqual({ kind: 'published', version: 1 });
    expect(await publish(own, smallBook({ name: 'Other' }))).toEqual({ kind: 'published', version: 2 });
    const [newest, first] = await own.books.versions('own/small');
    expect(newest).toMatchObject({ version: 2, by: 'Ada', note: 'first', savedAt: 5, name: 'Other' });
    expect(first?.own).toEqual(smallBook());
    expect((await own.books.inUse()).map((it) => it.version)).toEqual([2]);
    expect(await own.drafts.get('own/small')).toMatchObject({ basedOn: 2, state: 'open', notes: [] });
  });

  it('is refused while a check fails', async () => {
    const own = open();
    expect(await publish(own, broken)).toMatchObject({ kind: 'refused' });
    expect(await publish(own, broken, '  ')).toMatchObject({ kind: 'refused' });
    expect(await own.books.versions('own/small')).toEqual([]);
  });

  it('goes through in an emergency without what is broken, and says so for ever', async () => {
    const own = open();
    expect(await publish(own, broken, 'recall today')).toMatchObject({ kind: 'published' });
    const [kept] = await own.books.versions('own/small');
    expect(kept).toMatchObject({ emergency: 'recall today' });
    expect(kept?.own?.taboos[0]?.flag).toEqual(['(you']);
  });

  it('no emergency is noted where nothing failed', async () => {
    const own = open();
    await publish(own, smallBook(), 'in a hurry');
    expect((await own.books.versions('own/small'))[0]).not.toHaveProperty('emergency');
  });

  it('goes back to a kept version', async () => {
    const own = open();
    await publish(own, smallBook());
    await publish(own, smallBook({ name: 'Other' }));
    const [head] = await own.books.heads();
    await rollBack(own, head!, 1);
    expect((await own.books.inUse()).map((it) => it.version)).toEqual([1]);
    expect(await own.books.versions('own/small')).toHaveLength(2);
  });

  it('a review is kept with the draft', async () => {
    const own = open();
    const draft = await keepDraft(own, smallBook());
    await addNote(own, draft, { at: 2, by: 'Cy', kind: 'request', text: 'Softer.' }, 'open');
    expect(await own.drafts.get('own/small')).toMatchObject({
      state: 'open',
      notes: [{ kind: 'approve' }, { by: 'Cy', kind: 'request', text: 'Softer.' }],
    });
  });
});

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
            if (written === write) throw new Error('The browser ended');
            await tx.put(table, record);
          },
        }),
      ),
  };
}

describe('a publish that is cut short', () => {
  it.each([1, 2, 3, 4])('at its write %i leaves the old version whole and in use', async (write) => {
    freshDatabase();
    const store = createStore();
    const own = createRepositories(store, createChanges('cut-short'), noAssets);
    await publish(own, smallBook());
    const draft = await keepDraft(own, smallBook({ name: 'Next' }));
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
    const { rev } = await keepDraft(own, smallBook());
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
