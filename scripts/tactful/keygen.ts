import { existsSync, writeFileSync } from 'node:fs';
import { lockKey, makeKey, SHORTEST_PASSPHRASE, spaced } from '@/lib/subscription';
import { readArguments, UsageError } from './arguments';
import { PASSPHRASE_USAGE, passphraseFrom } from './passphrase';

export const KEYGEN_USAGE = `keygen OUT [--passphrase-file FILE]
  Makes a key to sign books with, kept behind a passphrase in the file OUT, and prints its fingerprint and public half.
  ${PASSPHRASE_USAGE}`;

export const keygenCommand = async (given: readonly string[]): Promise<number> => {
  const read = readArguments(given, { 'passphrase-file': 'one' });
  const [out, ...rest] = read.words;
  if (out === undefined || rest.length > 0) throw new UsageError('keygen needs OUT');
  if (existsSync(out)) {
    console.error(
      `${out}: error: There is a file of that name, and a key is not written over. (name another)`,
    );
    return 1;
  }
  const passphrase = await passphraseFrom(read);
  if (passphrase.length < SHORTEST_PASSPHRASE) {
    console.error(
      `error: The passphrase has ${passphrase.length} characters. (use ${SHORTEST_PASSPHRASE} or more, such as four words)`,
    );
    return 1;
  }
  const key = await makeKey();
  const file = await lockKey(key, passphrase);
  writeFileSync(out, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  console.log(`fingerprint ${spaced(key.fingerprint)}`);
  console.log(`public key  ${key.publicKey}`);
  return 0;
};
