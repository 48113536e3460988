import '../fake-extension';
import { describe, expect, it } from 'vitest';
import { followBook, putNewestInUse } from '@/entrypoints/background/follow-book';
import { toRuntime } from '@/lib/phrasebook';
import type { Repositories } from '@/lib/store';
import { type Download, newSubscription, type Subscription } from '@/lib/subscription';
import { ENGINES } from '../store/support';
import { bytesOf, fileOf, someKey } from '../subscription/books';

const URL = 'https://books.example/shop.json';
const file = async (words: string, version: number): Promise<Download> => ({
  kind: 'file',
  bytes: bytesOf(await fileOf(words, version)),
  etag: `"${version}"`,
});

/** Repositories without the built-in books, which these ones do not build on. */
const shop = (open: () => Repositories) => {
  const own = open();
  return { ...own, shelf: { ...own.shelf, builtIns: async () => [] } };
};

describe.each(ENGINES)('a subscribed book on %s', (_name, open) => {
  const begin = async (accepted: boolean) => {
    const own = shop(open);
    const { fingerprint } = await someKey();
    const made = { ...newSubscription(URL, fingerprint, 'person', 1), accepted };
    await own.subscriptions.add(made);
    const follow = async (it: Subscription, got: Download, now: number): Promise<Subscription> => {
      const after = await followBook(own, it, got, now);
      await own.subscriptions.change(URL, () => after);
      return after;
    };
    const used = async () => (await own.books.inUse()).map((it) => `${it.id} ${it.version}`);
    return { own, made, follow, used };
  };

  it('waits to be looked at before anything runs of it', async () => {
    const { own, made, follow, used } = await begin(false);
    const first = await follow(made, await file('purple gadget', 1), 10);
    expect(first).toMatchObject({ known: { version: 1 }, etag: '"1"', checkedAt: 10, problem: null });
    expect(await used()).toEqual([]);
    await follow(first, await file('yellow gadget', 2), 20);
    expect(await used()).toEqual([]);
    expect((await own.books.versions('team/shop')).map((it) => [it.version, it.state])).toEqual([
      [2, 'draft'],
      [1, 'draft'],
    ]);
  });

  it('brings the newest into use where it was accepted while that arrived', async () => {
    const { own, made, follow, used } = await begin(false);
    const first = await follow(made, await file('purple gadget', 1), 10);
    const head = (await own.books.heads())[0]!;
    const second = await follow(first, await file('yellow gadget', 2), 20);
    await own.books.use(head.id, 1, (await own.books.heads())[0]!.rev);
    await putNewestInUse(own, second);
    expect(await used()).toEqual(['team/shop 2']);
    await putNewestInUse(own, second);
    expect(await used()).toEqual(['team/shop 2']);
  });

  it('follows its versions once it is accepted, and keeps each', async () => {
    const { own, made, follow, used } = await begin(true);
    const first = await follow(made, await file('purple gadget', 1), 10);
    const second = await follow(first, await file('yellow gadget', 2), 20);
    expect(await used()).toEqual(['team/shop 2']);
    expect(second.news).toEqual([
      { version: 2, at: 20 },
      { version: 1, at: 10 },
    ]);
    expect(await own.books.versions('team/shop')).toHaveLength(2);
    const third = await follow(second, { kind: 'unchanged' }, 30);
    expect(third).toEqual({ ...second, checkedAt: 30 });
  });

  it('stays as it is where a file is refused, and says why', async () => {
    const { made, follow, used } = await begin(true);
    const second = await follow(made, await file('purple gadget', 2), 10);
    const older = await follow(second, await file('purple gadget', 1), 20);
    expect(older).toEqual({
      ...second,
      checkedAt: 20,
      problem: { kind: 'older', version: 1, current: 2 },
    });
    const unreachable = { kind: 'unreachable', host: 'books.example' } as const;
    const failed = await follow(older, { kind: 'failed', problem: unreachable }, 30);
    expect(failed).toMatchObject({ etag: '"2"', problem: unreachable });
    expect(await used()).toEqual(['team/shop 2']);
    // The reason goes when the file is right again.
    expect((await follow(failed, await file('purple gadget', 3), 40)).problem).toBeNull();
  });

  it('takes up a look that was cut off after it had kept the version', async () => {
    const { made, follow, used } = await begin(true);
    const first = await follow(made, await file('purple gadget', 1), 10);
    expect(await follow(made, await file('purple gadget', 1), 20)).toMatchObject({
      known: first.known,
      problem: null,
    });
    expect(await used()).toEqual(['team/shop 1']);
  });

  it('never writes over a book of one’s own', async () => {
    const { own, made, follow, used } = await begin(true);
    const first = await follow(made, await file('purple gadget', 1), 10);
    const [kept] = await own.books.versions('team/shop');
    const head = (await own.books.heads())[0]!;
    const mine = { ...kept!.source, version: 5 };
    await own.books.save(mine, toRuntime(mine), { origin: 'own', rev: head.rev, now: 15 });
    const second = await follow(first, await file('yellow gadget', 9), 20);
    expect(second).toMatchObject({ known: { version: 1 }, problem: { kind: 'taken', id: 'team/shop' } });
    expect(await used()).toEqual(['team/shop 5']);
  });
});
