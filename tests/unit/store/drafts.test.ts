// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it } from 'vitest';
import type { BookDraft } from '@/lib/store';
import { smallBook } from '../workbench/fixtures';
import { ENGINES } from './support';

const draft = (change: Partial<BookDraft> = {}): Omit<BookDraft, 'rev'> => ({
  id: 'own/small',
  language: 'en',
  name: 'Small',
  own: smallBook(),
  basedOn: null,
  state: 'open',
  notes: [],
  savedAt: 1,
  by: 'Ada',
  ...change,
});

describe.each(ENGINES)('drafts, on %s', (_, open) => {
  it('come back as they were, mistakes and all', async () => {
    const { drafts } = open();
    const own = smallBook({ taboos: [{ id: 'half' }] });
    const saved = await drafts.save(draft({ own }), 0);
    expect(saved.rev).toBe(1);
    expect(await drafts.get('own/small')).toEqual({ ...draft({ own }), rev: 1 });
    expect(await drafts.list()).toHaveLength(1);
  });

  it('are not written over by work that began before the last save', async () => {
    const { drafts } = open();
    await drafts.save(draft(), 0);
    await drafts.save(draft({ by: 'Ada', savedAt: 2 }), 1);
    await expect(drafts.save(draft({ by: 'Bob' }), 1)).rejects.toMatchObject({
      problem: { kind: 'conflict' },
    });
    expect(await drafts.get('own/small')).toMatchObject({ by: 'Ada', savedAt: 2, rev: 2 });
  });

  it('are thrown away only as somebody saw them', async () => {
    const { drafts } = open();
    await drafts.save(draft(), 0);
    await expect(drafts.remove('own/small', 7)).rejects.toMatchObject({ problem: { kind: 'conflict' } });
    await drafts.remove('own/small', 1);
    expect(await drafts.get('own/small')).toBeUndefined();
    await drafts.remove('own/small', 1);
  });
});
