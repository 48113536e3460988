// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it } from 'vitest';
import { addNote, publishDraft, rollBack } from '@/entrypoints/trainer/publish';
import type { OwnBook } from '@/lib/phrasebook';
import type { Repositories } from '@/lib/store';
import { proofOf } from '@/lib/workbench';
import { ENGINES } from '../store/support';
import { smallBook } from '../workbench/fixtures';

const broken = smallBook({
  taboos: smallBook().taboos.map((it) => ({ ...it, flag: ['(you'] })),
});

const keepDraft = (own: Pick<Repositories, 'drafts'>, book: OwnBook) =>
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
    0,
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
