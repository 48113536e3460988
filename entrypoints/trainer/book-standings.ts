import { useQueries, useQuery } from '@tanstack/preact-query';
import type { BookStanding, ListedBook } from '@/components/trainer';
import type { Book, OwnBook } from '@/lib/phrasebook';
import {
  type BookDraft,
  type BookVersion,
  dayOf,
  type Repositories,
  readUsage,
  replaces,
  storeKeys,
} from '@/lib/store';
import type { BookHealth } from '@/lib/workbench';
import { askWorker } from './ask-worker';
import type { HealthQuestion } from './health.worker';
import HealthWorker from './health.worker?worker';

/** Looks books over beside the page, one after another; what is not wanted any more when its turn comes is left out. */
export type LookOver = (question: HealthQuestion, signal: AbortSignal) => Promise<BookHealth>;

/** A look-over that starts its worker with the first question and ends it with the page. */
export function createLookOver(lifetime: AbortSignal): LookOver {
  let ask: ((question: HealthQuestion) => Promise<BookHealth>) | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const start = (): NonNullable<typeof ask> => {
    const worker = new HealthWorker();
    lifetime.addEventListener('abort', () => worker.terminate(), { once: true });
    return askWorker<HealthQuestion>(worker);
  };
  return (question, signal) => {
    const answer = before.then(() => {
      signal.throwIfAborted();
      ask ??= start();
      return ask(question);
    });
    before = answer.catch(() => undefined);
    return answer;
  };
}

/** The books as they are listed, and what they are made from. */
export interface BooksHere {
  books: readonly ListedBook[];
  builtIns: readonly Book[];
  drafts: readonly BookDraft[];
  inUse: readonly BookVersion[];
}

/** What there is of a book to look over. */
async function writtenOf(
  own: Repositories,
  { drafts, inUse, builtIns }: BooksHere,
  { id, kind }: ListedBook,
): Promise<OwnBook | undefined> {
  if (kind === 'built-in') {
    const whole = builtIns.find((it) => it.id === id);
    if (whole === undefined) return undefined;
    const { extends: _, ...alone } = whole;
    return alone;
  }
  const draft = kind === 'own' ? drafts.find((it) => it.id === id) : undefined;
  const running = inUse.find((it) => it.id === id);
  const [newest] = draft || running ? [] : await own.books.versions(id, 1);
  const version = running ?? newest;
  return draft?.own ?? version?.own ?? version?.source;
}

/** How each book stands and what it was used for; filled in as it is found out. */
export function useStandings(
  own: Repositories,
  lookOver: LookOver,
  here: BooksHere,
): (id: string) => BookStanding {
  const { books, builtIns, drafts, inUse } = here;
  const today = dayOf(Date.now());
  const health = useQueries({
    queries: books.map((book) => ({
      // A draft by its revision, what is published by its version: a book that did not change is not looked over again.
      queryKey: ['book-health', today, book.id, drafts.find((it) => it.id === book.id)?.rev, book.version],
      queryFn: async ({ signal }): Promise<BookHealth | null> => {
        const written = await writtenOf(own, here, book);
        if (written === undefined) return null;
        const base = builtIns.find((it) => it.id === written.extends) ?? null;
        return lookOver({ own: written, base, today }, signal);
      },
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const { data: usage } = useQuery({
    queryKey: [...storeKeys.bookDays, 'usage', today],
    queryFn: () => readUsage(own, Date.now()),
  });
  return (id) => {
    const at = books.findIndex((it) => it.id === id);
    const builtIn = builtIns.find((it) => it.id === id);
    const stands =
      builtIn !== undefined && !inUse.some(({ source }) => replaces(source, builtIn)) ? builtIn : undefined;
    const running = stands ?? inUse.find((it) => it.id === id)?.source;
    return {
      health: health[at]?.data ?? null,
      usage: usage && running ? { ...usage(running), scriptsInAll: running.scripts.length } : null,
    };
  };
}
