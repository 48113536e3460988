import '../fake-extension';
import { expect, it } from 'vitest';
import { makeKeyHere, signVersion, takeKey } from '@/entrypoints/trainer/sign';
import { toRuntime } from '@/lib/phrasebook';
import { admitPublished, tryBook } from '@/lib/subscription';
import { ENGINES } from '../store/support';
import { bookOf, bytesOf } from '../subscription/books';

const PASSPHRASE = 'correct horse battery';

it.each(ENGINES)('a version signed with a key kept on %s is taken by who trusts it', async (_name, open) => {
  const own = open();
  const made = await makeKeyHere(own, PASSPHRASE, 1);
  const [key] = await own.signingKeys.list();
  expect(key?.privateKey.extractable).toBe(false);
  expect(made.name).toContain(key!.fingerprint.slice(0, 8));
  const { book } = await admitted();
  await own.books.save({ ...book, version: 4 }, toRuntime(book), {
    origin: 'own',
    rev: 0,
    now: 1,
    by: 'Mei',
  });
  const [version] = await own.books.versions('team/shop');
  const { name, text } = await signVersion(version!, key!, 2);
  expect(name).toBe('team-shop.tactful.json');
  const trusted = { trust: key!.fingerprint, known: null, baseOf: async () => undefined };
  expect(await admitPublished(bytesOf(text), trusted)).toMatchObject({
    kind: 'new',
    by: 'Mei',
    book: { version: 4 },
  });

  await own.signingKeys.remove(key!.fingerprint);
  expect(await takeKey(own, made.text, 'wrong horse battery', 3)).toBe('wrong-passphrase');
  expect(await own.signingKeys.list()).toEqual([]);
  expect(await takeKey(own, made.text, PASSPHRASE, 3)).toBeNull();
  expect(await own.signingKeys.list()).toMatchObject([{ fingerprint: key!.fingerprint, madeAt: 3 }]);
});

async function admitted() {
  const tried = await tryBook(
    bookOf('purple gadget', 3),
    { id: 'team/shop', version: 3 },
    async () => undefined,
  );
  if ('problem' in tried) throw new Error(tried.problem.kind);
  return tried;
}
