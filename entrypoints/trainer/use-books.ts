import { useQuery } from '@tanstack/preact-query';
import type { ListedBook } from '@/components/trainer';
import type { Book } from '@/lib/phrasebook';
import { type Repositories, storeKeys } from '@/lib/store';
import type { BooksHere } from './book-standings';

/** The built-in books; `undefined` until they are read. */
export function useBuiltIns(own: Repositories): readonly Book[] | undefined {
  return useQuery({ queryKey: ['built-ins'], queryFn: () => own.shelf.builtIns() }).data;
}

/** Every book there is as the list shows it, with what it is made from; `undefined` until the store has answered. */
export function useListedBooks(
  own: Repositories,
  builtIns: readonly Book[] | undefined,
  /** Whether somebody looks at the list. */
  enabled: boolean,
): BooksHere | undefined {
  // Whole books: behind an open one they would be read anew with each of its saves.
  const { data: drafts } = useQuery({
    queryKey: storeKeys.bookDrafts,
    queryFn: () => own.drafts.list(),
    enabled,
  });
  const { data: heads } = useQuery({ queryKey: storeKeys.books, queryFn: () => own.books.heads(), enabled });
  const { data: inUse } = useQuery({
    queryKey: [...storeKeys.books, 'in-use'],
    queryFn: () => own.books.inUse(),
    enabled,
  });
  if (!builtIns || !drafts || !heads || !inUse) return undefined;
  const ids = [...new Set([...heads.map(({ id }) => id), ...drafts.map(({ id }) => id)])];
  const books = [
    ...ids.flatMap((id): ListedBook[] => {
      const head = heads.find((it) => it.id === id);
      const subscribed = head?.origin === 'published';
      // What was once written on a subscribed book is not what runs.
      const draft = subscribed ? undefined : drafts.find((it) => it.id === id);
      const running = inUse.find((it) => it.id === id);
      const shown = draft?.own ?? running?.own ?? running?.source;
      const { name, language } = draft ?? head ?? {};
      if (name === undefined || language === undefined) return [];
      return [
        {
          id,
          name,
          language,
          version: head?.current ?? null,
          kind: subscribed ? 'subscribed' : 'own',
          draft: draft?.state ?? null,
          waits: subscribed && head?.enabled === false && head.problem === null,
          publishedAt: running?.savedAt ?? null,
          problem: head?.problem ?? null,
          rules: shown?.taboos.length ?? 0,
          scripts: shown?.scripts.length ?? 0,
        },
      ];
    }),
    ...builtIns.map(
      (book): ListedBook => ({
        id: book.id,
        name: book.name,
        language: book.language,
        version: book.version,
        kind: 'built-in',
        draft: null,
        waits: false,
        publishedAt: null,
        problem: null,
        rules: book.taboos.length,
        scripts: book.scripts.length,
      }),
    ),
  ];
  return { books, builtIns, drafts, inUse };
}
