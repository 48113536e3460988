import type { OwnBook } from '@/lib/phrasebook';
import type { BookVersion, KeptKey, Repositories } from '@/lib/store';
import { type KeyProblem, lockKey, makeKey, signBook, unlockKey } from '@/lib/subscription';

/** A file for the person to save. */
export interface MadeFile {
  name: string;
  text: string;
}

/**
 * Makes a key and gives the file that holds it behind a passphrase; what is kept here is taken out of that file again
 * and can sign, not leave.
 */
export async function makeKeyHere(
  { signingKeys }: Pick<Repositories, 'signingKeys'>,
  passphrase: string,
  now: number,
): Promise<MadeFile> {
  const text = JSON.stringify(await lockKey(await makeKey(), passphrase), null, 2);
  const kept = await unlockKey(text, passphrase);
  if (typeof kept === 'string') throw new Error(kept);
  await signingKeys.keep({ ...kept, madeAt: now });
  return { name: `tactful-key-${kept.fingerprint.slice(0, 8)}.json`, text };
}

/** Takes a key out of its file and keeps it here. */
export async function takeKey(
  { signingKeys }: Pick<Repositories, 'signingKeys'>,
  text: string,
  passphrase: string,
  now: number,
): Promise<KeyProblem | null> {
  const kept = await unlockKey(text, passphrase);
  if (typeof kept === 'string') return kept;
  await signingKeys.keep({ ...kept, madeAt: now });
  return null;
}

/** The published version of a book as a signed file. */
export async function signVersion(version: BookVersion, key: KeptKey, now: number): Promise<MadeFile> {
  // A file holds JSON: what is undefined in memory is not there.
  const book = JSON.parse(JSON.stringify(version.own ?? version.source)) as OwnBook;
  const { id, by = '', note } = version;
  const payload = {
    format: 'tactful-book/1',
    id,
    version: version.version,
    publishedAt: now,
    by: by.slice(0, 200),
    note: note.slice(0, 2000),
    book: { ...book, version: version.version },
  } as const;
  return { name: `${id.replaceAll('/', '-')}.tactful.json`, text: await signBook(payload, key) };
}
