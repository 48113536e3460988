import type { OpenedDraft, SaveOutcome } from '@/components/trainer';
import { type Book, type OwnBook, SECTIONS } from '@/lib/phrasebook';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { Repositories } from '@/lib/store';
import { StoreError } from '@/lib/store';
import type { Foundation } from '@/lib/workbench';

/** A new book on top of another: nothing of its own yet. */
export function emptyOverlay(base: Book, id: string, name: string): OwnBook {
  const { language, license } = base;
  const sections = Object.fromEntries(SECTIONS.map((it) => [it, []]));
  return {
    id,
    name,
    language,
    version: 1,
    license,
    extends: base.id,
    lists: {},
    ...sections,
  } as unknown as OwnBook;
}

/** A subscribed book as one of one's own: everything it says, under another id and name. */
export const copyOf = (book: OwnBook, id: string, name: string): OwnBook => ({
  ...book,
  id,
  name,
  version: 1,
});

/** An id for a book of one's own that is not taken: `own/builtin-en`, `own/builtin-en-2` … */
export function freeId(base: string, taken: ReadonlySet<string>): string {
  const plain = base.startsWith('own/') ? base : `own/${base}`;
  for (let number = 1; ; number++) {
    const id = number === 1 ? plain : `${plain}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Opens a book for work: its draft, else its newest version, else a built-in one to look at. */
export async function openDraft(
  own: Repositories,
  builtIns: readonly Book[],
  id: string,
): Promise<OpenedDraft | null> {
  const builtIn = builtIns.find((it) => it.id === id);
  if (builtIn) {
    // Whole already: what it builds on is in it.
    const { extends: _, ...whole } = builtIn;
    return { id, language: builtIn.language, own: whole, base: undefined, rev: 0, from: 'built-in' };
  }
  const head = (await own.books.heads()).find((it) => it.id === id);
  const subscribed = head?.origin === 'published';
  const draft = subscribed ? undefined : await own.drafts.get(id);
  const [newest] = draft ? [] : await own.books.versions(id, 1);
  const running = subscribed ? await own.books.get(id, head.current) : undefined;
  const kept = running ?? newest;
  const book = draft?.own ?? kept?.own ?? kept?.source;
  if (!book) return null;
  const below = builtIns.find((it) => it.id === book.extends);
  return {
    id,
    language: book.language as Language,
    own: book,
    base: below && { book: below },
    rev: draft?.rev ?? 0,
    ...(draft?.foundation ? { foundation: draft.foundation } : {}),
    from: subscribed ? 'subscribed' : 'own',
  };
}

/** Keeps a draft; where another tab was faster, gives what it kept. */
export async function saveDraft(
  { drafts, books }: Repositories,
  own: OwnBook,
  rev: number,
  by: string,
  foundation?: Foundation,
): Promise<SaveOutcome> {
  const before = await drafts.get(own.id);
  const newest = before ? null : (await books.newest(own.id)) || null;
  try {
    const kept = await drafts.save(
      {
        id: own.id,
        language: own.language,
        name: own.name,
        own,
        basedOn: before?.basedOn ?? newest,
        ...(foundation ? { foundation } : {}),
        // Whoever changes a draft under review takes it back to work.
        state: 'open',
        notes: before?.notes ?? [],
        savedAt: Date.now(),
        by,
      },
      rev,
    );
    return { kind: 'kept', rev: kept.rev };
  } catch (error) {
    const now =
      error instanceof StoreError && error.problem.kind === 'conflict' ? await drafts.get(own.id) : undefined;
    if (!now) throw error;
    return {
      kind: 'behind',
      own: now.own,
      rev: now.rev,
      ...(now.foundation ? { foundation: now.foundation } : {}),
    };
  }
}
