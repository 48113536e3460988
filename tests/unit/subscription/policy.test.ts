import { expect, it } from 'vitest';
import { readPolicy, spaced } from '@/lib/subscription';
import { someKey } from './books';

const URL = 'https://books.example/shop.json';

it('takes what is right of a policy and counts what is not', async () => {
  const { fingerprint, publicKey } = await someKey();
  const read = await readPolicy([
    { url: URL, publicKey },
    { url: `${URL}?2`, publicKey: spaced(fingerprint) },
    { url: 'http://books.example/', publicKey },
    { url: URL, publicKey: 'none' },
    { url: URL },
    { url: URL, publicKey, run: 'x' },
    'https://books.example/',
  ]);
  expect(read).toEqual({
    subscriptions: [
      { url: URL, trust: fingerprint },
      { url: `${URL}?2`, trust: fingerprint },
    ],
    wrong: 5,
  });
});

it.each([
  [undefined, 0],
  [null, 0],
  ['thirty', 1],
  [{ url: URL }, 1],
])('%j prescribes nothing', async (value, wrong) => {
  expect(await readPolicy(value)).toEqual({ subscriptions: [], wrong });
});
