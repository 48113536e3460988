import { type Book, checkBook, loadParts, type OwnBook, pathText } from '@/lib/phrasebook';
import type { SubscriptionProblem } from './problem';
import { type Verified, verifyBook } from './signed-book';

/** The newest version of a book that passed everything: nothing older takes its place. */
export interface KnownBook {
  id: string;
  name: string;
  version: number;
  digest: string;
  publishedAt: number;
}

export interface AdmitOptions {
  /** Fingerprint of the key that is trusted. */
  trust: string;
  /** What this subscription brought before. */
  known: KnownBook | null;
  /** The book that one builds on. */
  baseOf: (id: string) => Promise<Book | undefined>;
}

export type Admitted =
  | { kind: 'new'; book: Book; own: OwnBook | undefined; known: KnownBook; by: string; note: string }
  | { kind: 'same' }
  | { kind: 'refused'; problem: SubscriptionProblem };

/** Whether a verified file may follow what is known: the same book, a higher version. */
function follows(
  { payload, digest }: Verified,
  known: KnownBook | null,
): SubscriptionProblem | 'same' | null {
  if (known === null) return null;
  const { id, version } = payload;
  if (id !== known.id) return { kind: 'other-book', found: id, wanted: known.id };
  if (version < known.version) return { kind: 'older', version, current: known.version };
  if (version > known.version) return null;
  return digest === known.digest ? 'same' : { kind: 'replaced', version };
}

/** The one gate for a published book: signature, key, version, and everything that a book must pass. Never throws. */
export async function admitPublished(
  bytes: Uint8Array,
  { trust, known, baseOf }: AdmitOptions,
): Promise<Admitted> {
  const refused = (problem: SubscriptionProblem): Admitted => ({ kind: 'refused', problem });
  const read = await verifyBook(bytes, trust);
  if ('problem' in read) return refused(read.problem);
  const { payload, digest } = read.verified;
  const order = follows(read.verified, known);
  if (order === 'same') return { kind: 'same' };
  if (order !== null) return refused(order);
  const tried = await tryBook(payload.book, payload, baseOf);
  if ('problem' in tried) return refused(tried.problem);
  const { id, version, publishedAt, by, note } = payload;
  const { book, own } = tried;
  return { kind: 'new', book, own, by, note, known: { id, name: book.name, version, digest, publishedAt } };
}

/** Loads what a file holds and tries its patterns and examples, as before any publication. */
export async function tryBook(
  value: Readonly<Record<string, unknown>>,
  { id, version }: { id: string; version: number },
  baseOf: AdmitOptions['baseOf'],
): Promise<{ book: Book; own: OwnBook | undefined } | { problem: SubscriptionProblem }> {
  if (value.id !== id || value.version !== version) return { problem: { kind: 'not-a-book' } };
  const fallback = { file: id, line: 1 };
  const part = {
    file: id,
    value,
    place: (path: readonly (string | number)[]) => ({ ...fallback, path: pathText(path) }),
  };
  const found = typeof value.extends === 'string' ? await baseOf(value.extends) : undefined;
  const { book, own, problems, locate } = loadParts([part], { base: found && { book: found }, fallback });
  const all = book === undefined ? problems : [...problems, ...checkBook(book, { locate })];
  const errors = all.filter((it) => it.level === 'error');
  const [first] = errors;
  if (book === undefined || first !== undefined) {
    if (first === undefined) return { problem: { kind: 'not-a-book' } };
    const { code, mend, values, rule = '' } = first;
    return { problem: { kind: 'fails-checks', count: errors.length, rule, first: { code, mend, values } } };
  }
  return book.extends === undefined ? { book, own: undefined } : { book, own };
}
