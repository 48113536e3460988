// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it } from 'vitest';
import { type Bench, createBench } from '@/components/trainer';
import { openDraft, saveDraft } from '@/entrypoints/trainer/open-draft';
import type { OwnBook } from '@/lib/phrasebook';
import type { Repositories } from '@/lib/store';
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
