import { useQueries, useQuery } from '@tanstack/preact-query';
import { browser } from 'wxt/browser';
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
import { type Checkup, healthOn } from '@/lib/workbench';
import { askWorker } from './ask-worker';
import type { HealthQuestion } from './health.worker';
import HealthWorker from './health.worker?worker';
// Its name changes with what is in it.
import checksAddress from './health.worker?worker&url';

/** Looks books over beside the page, one after another; what is not wanted any more when its turn comes is left out. */
export type LookOver = (question: HealthQuestion, signal: AbortSignal) => Promise<Checkup>;

/** A look-over that starts its worker with the first question and ends it with the page. */
export function createLookOver(lifetime: AbortSignal): LookOver {
  let ask: ((question: HealthQuestion) => Promise<Checkup>) | undefined;
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

/** Changes whenever what a look-over of a book finds may change: the book, the built-in ones, the checks themselves. */
function stateOf({ drafts, builtIns }: BooksHere, { id, version, kind }: ListedBook): string {
  const draft = kind === 'own' ? drafts.find((it) => it.id === id) : undefined;
  const { version: build } = browser.runtime.getManifest();
  const below = builtIns.map((it) => `${it.version}.${it.taboos.length}.${it.scripts.length}`);
  return [build, checksAddress, version, draft?.rev, draft?.savedAt, ...below].join(' ');
}

/** How each book stands and what it was used for; filled in as it is found out. */
export function useStandings(
  own: Repositories,
  lookOver: LookOver,
  here: BooksHere,
): (id: string) => BookStanding {
  const { books, builtIns, inUse } = here;
  const today = dayOf(Date.now());
  const health = useQueries({
    queries: books.map((book) => ({
      // A draft by its revision, what is published by its version: a book that did not change is not looked over again.
      queryKey: ['book-health', book.id, stateOf(here, book)],
      queryFn: async ({ signal }): Promise<Checkup | null> => {
        const of = stateOf(here, book);
        const known = await own.bookCheckups.get(book.id, of).catch(() => undefined);
        if (known) return known;
        const written = await writtenOf(own, here, book);
        if (written === undefined) return null;
        const base = builtIns.find((it) => it.id === written.extends) ?? null;
        const found = await lookOver({ own: written, base }, signal);
        // Whoever cannot keep it finds it out again.
        await own.bookCheckups.keep({ id: book.id, of, found }).catch(() => undefined);
        return found;
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
    const found = health[at]?.data;
    return {
      health: found ? healthOn(found, today) : null,
      usage: usage && running ? { ...usage(running), scriptsInAll: running.scripts.length } : null,
    };
  };
}
