import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type ReadArguments, UsageError } from './arguments';

/** Where a passphrase may come from without ever standing on the command line, where others can read it. */
export const PASSPHRASE_USAGE =
  'The passphrase is read from the file of --passphrase-file, else from TACTFUL_PASSPHRASE, else it is asked for.';

export const passphraseFrom = async (read: ReadArguments): Promise<string> => {
  const file = read.one.get('passphrase-file');
  if (file !== undefined) {
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}`);
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  }
  const given = process.env.TACTFUL_PASSPHRASE;
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) throw new UsageError(`A passphrase is needed. ${PASSPHRASE_USAGE}`);
  process.stderr.write('Passphrase: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: silent, terminal: true });
  const answer = await asking.question('');
  asking.close();
  process.stderr.write('\n');
  return answer;
};
