import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { checkBook, formatProblem, hasErrors } from '@/lib/phrasebook';
import { type BookPayload, MOST_BYTES, signBook, spaced, unlockKey, verifyBook } from '@/lib/subscription';
import { readArguments, UsageError } from './arguments';
import { BookOpener, type OpenedBook } from './book-files';
import { PASSPHRASE_USAGE, passphraseFrom } from './passphrase';

export const PUBLISH_USAGE = `publish BOOK --key FILE [--out FILE] [--by NAME] [--note TEXT] [--passphrase-file FILE]
  Makes the signed file of a book for any static host (default: the book's id with .tactful.json). The book must pass
  every check, and its version must be higher than that of a file that is there already.
  ${PASSPHRASE_USAGE}`;

/** Says what is wrong with a file, in the form that \`check\` uses. */
const wrong = (file: string, message: string, fix: string): undefined => {
  console.error(`${file}:1: error: ${message} (${fix})`);
  return undefined;
};

/** The book, if it passes everything that subscribers will try; else says why on stderr. */
const soundBook = (at: string): (OpenedBook & Required<Pick<OpenedBook, 'book' | 'own'>>) | undefined => {
  const opener = new BookOpener(false);
  const [opened, ...others] = opener.open([at]);
  if (others.length > 0) throw new UsageError(`${at} holds ${others.length + 1} books; name one of them`);
  if (opened === undefined) throw new UsageError(`${at} holds no book`);
  const { book, own, problems, locate } = opened;
  const all = book === undefined ? problems : [...problems, ...checkBook(book, { locate })];
  for (const it of all) if (it.level === 'error') console.error(formatProblem(it));
  if (book === undefined || own === undefined || hasErrors(all)) return undefined;
  if (own.extends !== undefined && opener.base(own.extends) === undefined) {
    return wrong(
      at,
      `The book builds on "${own.extends}", which is not part of Tactful, so subscribers do not have it.`,
      'build on a built-in book, or put everything into one book',
    );
  }
  return { ...opened, book, own };
};

/** Whether the file that is there may be followed by this one. */
const mayFollow = async (
  out: string,
  payload: BookPayload,
  fingerprint: string,
): Promise<true | undefined> => {
  if (!existsSync(out)) return true;
  const before = await verifyBook(readFileSync(out), fingerprint);
  if ('problem' in before) {
    const what =
      before.problem.kind === 'wrong-key'
        ? `is signed with another key, ${spaced(before.problem.found)}`
        : 'is there already and is no signed book';
    return wrong(out, `The file ${what}.`, 'name another file with --out, or take that one away');
  }
  const { id, version } = before.verified.payload;
  if (id !== payload.id) {
    return wrong(out, `The file holds another book, "${id}".`, 'name another file with --out');
  }
  if (version < payload.version) return true;
  return wrong(
    out,
    `The file holds version ${version}, and this book says version ${payload.version}: subscribers take only higher ones.`,
    `write version: ${version + 1} in the book`,
  );
};

export const publishCommand = async (given: readonly string[]): Promise<number> => {
  const read = readArguments(given, {
    key: 'one',
    out: 'one',
    by: 'one',
    note: 'one',
    'passphrase-file': 'one',
  });
  const [at, ...rest] = read.words;
  const keyFile = read.one.get('key');
  if (at === undefined || rest.length > 0 || keyFile === undefined) {
    throw new UsageError('publish needs one BOOK and --key FILE');
  }
  if (!existsSync(keyFile)) throw new UsageError(`There is no file ${keyFile}`);
  const opened = soundBook(at);
  if (opened === undefined) return 1;
  const key = await unlockKey(readFileSync(keyFile, 'utf8'), await passphraseFrom(read));
  if (key === 'not-a-key') {
    wrong(
      keyFile,
      'This is no key file, or it was changed.',
      'give the file that keygen or the trainer’s page made',
    );
    return 1;
  }
  if (key === 'wrong-passphrase') {
    wrong(keyFile, 'The passphrase does not fit this key file.', 'check capitals and spaces');
    return 1;
  }
  const { id, version } = opened.own;
  const payload: BookPayload = {
    format: 'tactful-book/1',
    id,
    version,
    publishedAt: Date.now(),
    by: read.one.get('by') ?? '',
    note: read.one.get('note') ?? '',
    book: JSON.parse(JSON.stringify(opened.own)) as Record<string, unknown>,
  };
  const out = read.one.get('out') ?? `${id.replaceAll('/', '-')}.tactful.json`;
  if ((await mayFollow(out, payload, key.fingerprint)) === undefined) return 1;
  const signed = await signBook(payload, key);
  if (Buffer.byteLength(signed) > MOST_BYTES) {
    const most = MOST_BYTES / 1_000_000;
    wrong(at, `The signed file would be larger than ${most} MB.`, 'split the book into several');
    return 1;
  }
  writeFileSync(out, signed);
  console.log(`${out}: ${id} version ${version}, signed by ${spaced(key.fingerprint)}`);
  return 0;
};
