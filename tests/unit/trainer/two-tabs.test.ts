// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it } from 'vitest';
import { type Bench, createBench } from '@/components/trainer';
import { openDraft, saveDraft } from '@/entrypoints/trainer/open-draft';
import { publishDraft } from '@/entrypoints/trainer/publish';
import type { OwnBook } from '@/lib/phrasebook';
import { draftRevision, type Repositories } from '@/lib/store';
import { proofOf } from '@/lib/workbench';
import { ENGINES } from '../store/support';
import { smallBook } from '../workbench/fixtures';

const lifetime = new AbortController().signal;

async function tab(own: Repositories): Promise<Bench> {
  const opened = await openDraft(own, [], 'own/small');
  return createBench({
    opened: opened!,
    save: (book, rev) => saveDraft(own, book, rev, ''),
    prove: async (book) => proofOf(book, undefined),
    lifetime,
    pause: 60_000,
  });
}

const write = (bench: Bench, change: Partial<OwnBook['taboos'][number]>): Promise<void> => {
  const item = { ...bench.own.value.taboos[0]!, ...change };
  bench.edit({ kind: 'put', section: 'taboos', item });
  return bench.flush();
};

const kept = async (own: Repositories): Promise<OwnBook['taboos'][number] | undefined> =>
  (await own.drafts.get('own/small'))?.own.taboos[0];

describe.each(ENGINES)('two tabs on one rule, on %s', (_, open) => {
  const both = async () => {
    const own = open();
    await saveDraft(own, smallBook(), 0, '');
    return { own, first: await tab(own), second: await tab(own) };
  };

  it('the second save shows both and loses neither', async () => {
    const { own, first, second } = await both();
    await write(first, { why: 'The first tab wrote this.' });
    await write(second, { why: 'The second tab wrote this.' });
    const [clash] = second.clashes.value;
    expect(clash).toMatchObject({
      id: 'blame/read',
      mine: { why: 'The second tab wrote this.' },
      theirs: { why: 'The first tab wrote this.' },
    });
    expect(await kept(own)).toMatchObject({ why: 'The second tab wrote this.' });
    second.settle(clash!, 'theirs');
    await second.flush();
    expect(await kept(own)).toMatchObject({ why: 'The first tab wrote this.' });
    expect(second.clashes.value).toEqual([]);
  });

  it('what only one of them touched is kept of both', async () => {
    const { own, first, second } = await both();
    await write(first, { why: 'The first tab wrote this.' });
    second.edit({ kind: 'list', name: 'ye', items: ['ye'] });
    await second.flush();
    expect(second.clashes.value).toEqual([]);
    const draft = await own.drafts.get('own/small');
    expect([draft?.own.taboos[0]?.why, draft?.own.lists.ye]).toEqual(['The first tab wrote this.', ['ye']]);
  });
});

describe('what a page kept itself', () => {
  it('goes on after a publish without being taken for somebody else’s', async () => {
    const own = ENGINES[1]![1]();
    await saveDraft(own, smallBook(), 0, '');
    const bench = await tab(own);
    await write(bench, { why: 'Mine.' });
    const { rev } = bench;
    const tried = await bench.check();
    await publishDraft(own, { ...tried, note: '', by: '', now: 1 });
    bench.wentOn(rev);
    expect(bench.rev).toBe((await own.drafts.get('own/small'))?.rev);
    await write(bench, { why: 'Mine again.' });
    expect(bench.clashes.value).toEqual([]);
    expect(await kept(own)).toMatchObject({ why: 'Mine again.' });
  });

  it('is told by its revision', async () => {
    const own = ENGINES[1]![1]();
    const heard: (number | null)[] = [];
    const listening = new AbortController();
    own.changes.listen((keys) => heard.push(draftRevision(keys, 'own/small')), listening.signal);
    await saveDraft(own, smallBook(), 0, '');
    await saveDraft(own, smallBook({ id: 'own/other' }), 0, '');
    await saveDraft(own, smallBook({ name: 'Next' }), 1, '');
    listening.abort();
    expect(heard).toEqual([1, null, 2]);
  });
});
