import { toRuntime } from '@/lib/phrasebook';
import { type Repositories, StoreError } from '@/lib/store';
import {
  type Admitted,
  admitPublished,
  arrived,
  type Download,
  refused,
  type Subscription,
  type SubscriptionProblem,
  unchanged,
} from '@/lib/subscription';

type Own = Pick<Repositories, 'books' | 'shelf' | 'subscriptions'>;

/** Keeps a version that passed everything; in use at once where somebody has accepted this book before. */
async function keep(
  { books, subscriptions }: Own,
  it: Subscription,
  { book, own, by, note }: Extract<Admitted, { kind: 'new' }>,
  now: number,
): Promise<SubscriptionProblem | null> {
  const head = (await books.heads()).find(({ id }) => id === book.id);
  const others = (await subscriptions.list()).filter(({ url }) => url !== it.url);
  const foreign = head !== undefined && head.origin !== 'published';
  if (foreign || others.some(({ known }) => known?.id === book.id)) return { kind: 'taken', id: book.id };
  const rev = head?.rev ?? 0;
  try {
    // A look that was cut off after it kept the version comes here again.
    const kept = await books.get(book.id, book.version);
    if (kept?.state === 'published') {
      if (head && head.current !== book.version) await books.use(book.id, book.version, rev);
      return null;
    }
    await books.save(book, toRuntime(book), {
      origin: 'published',
      rev,
      now,
      note,
      by,
      draft: !it.accepted,
      ...(own === undefined ? {} : { own }),
    });
    return null;
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'not-kept' };
    throw error;
  }
}

/** Puts the newest version that is here into use: for a book that was accepted while a look kept that version as a draft. */
export async function putNewestInUse({ books }: Pick<Own, 'books'>, { known }: Subscription): Promise<void> {
  const head = (await books.heads()).find(({ id }) => id === known?.id);
  if (known === null || head === undefined || head.current === known.version) return;
  await books.use(head.id, known.version, head.rev);
}

/** What a file from a subscription's address changes. */
export async function followBook(
  own: Own,
  it: Subscription,
  got: Download,
  now: number,
): Promise<Subscription> {
  if (got.kind === 'failed') return refused(it, now, got.problem);
  if (got.kind === 'unchanged') return unchanged(it, now);
  const admitted = await admitPublished(got.bytes, {
    trust: it.trust,
    known: it.known,
    baseOf: async (id) => (await own.shelf.builtIns()).find((book) => book.id === id),
  });
  if (admitted.kind === 'refused') return refused(it, now, admitted.problem);
  if (admitted.kind === 'same') return unchanged(it, now, got.etag);
  const problem = await keep(own, it, admitted, now);
  return problem === null ? arrived(it, now, admitted.known, got.etag) : refused(it, now, problem);
}
