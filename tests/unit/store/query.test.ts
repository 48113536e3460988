// Before anything that looks for a browser.
import '../fake-extension';

import { afterEach, describe, expect, it, vi } from 'vitest';
import { askToPersist, createChanges, createQueryClient, followChanges, storeKeys } from '@/lib/store';

const listening: AbortController[] = [];
const lifetime = (): AbortSignal => {
  const controller = new AbortController();
  listening.push(controller);
  return controller.signal;
};
afterEach(() => {
  for (const controller of listening.splice(0)) controller.abort();
});

describe('the query client', () => {
  it('works offline and does not ask again after an error', () => {
    const { queries, mutations } = createQueryClient().getDefaultOptions();
    expect(queries).toMatchObject({ networkMode: 'always', retry: false });
    expect(mutations).toMatchObject({ networkMode: 'always' });
  });

  it('reads again what another context announced, and only that', async () => {
    const client = createQueryClient();
    const here = createChanges('across');
    const there = createChanges('across');
    followChanges(client, here, lifetime());
    client.setQueryData(storeKeys.book('my-shop'), 'old');
    client.setQueryData(storeKeys.sent, 'old');
    there.announce(storeKeys.books);
    await expect.poll(() => client.getQueryState(storeKeys.book('my-shop'))?.isInvalidated).toBe(true);
    expect(client.getQueryState(storeKeys.sent)?.isInvalidated).toBe(false);
  });

  it.each([[null], ['books'], [[1]], [{ keys: [] }]])(
    'ignores a broadcast that is not keys: %j',
    async (data) => {
      const changes = createChanges('noise');
      const heard = vi.fn();
      changes.listen(heard, lifetime());
      const stranger = new BroadcastChannel('noise');
      stranger.postMessage(data);
      stranger.postMessage([['sent']]);
      await expect.poll(() => heard.mock.calls).toEqual([[[['sent']]]]);
      stranger.close();
    },
  );
});

describe('askToPersist', () => {
  const never = (): Promise<boolean> => new Promise(() => undefined);
  it.each([
    ['true when it was granted before', { persisted: async () => true, persist: never }, true],
    ['the answer', { persisted: async () => false, persist: async () => false }, false],
    ['null when nobody answers', { persisted: async () => false, persist: never }, null],
    ['null when asking fails', { persisted: () => Promise.reject(new Error()), persist: never }, null],
    ['null where the browser cannot', undefined, null],
  ])('gives %s', async (_, storage, answer) => {
    expect(await askToPersist(storage, 5)).toBe(answer);
  });
});
