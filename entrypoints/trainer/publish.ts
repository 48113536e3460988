import { type Book, type OwnBook, toRuntime } from '@/lib/phrasebook';
import { type BookDraft, type BookHead, type Repositories, type ReviewNote, StoreError } from '@/lib/store';
import type { Proof } from '@/lib/workbench';

/** How a publish ended. `refused`: checks fail and no reason was given; `moved`: somebody was faster. */
export type Published =
  | { kind: 'published'; version: number }
  | { kind: 'refused'; errors: number }
  | { kind: 'moved' };

export interface PublishOptions {
  proof: Proof;
  own: OwnBook;
  /** What was changed, in the trainer's words. */
  note: string;
  by: string;
  /** Why it goes out although a check fails. */
  emergency?: string;
  now: number;
}

const errorsIn = ({ problems }: Proof): number => problems.filter((it) => it.level === 'error').length;

/** Makes the next version of a book and puts it in use; its draft goes on from there, all in one step or not at all. */
export async function publishDraft(
  { books }: Pick<Repositories, 'books'>,
  { proof, own, note, by, emergency, now }: PublishOptions,
): Promise<Published> {
  const errors = errorsIn(proof);
  const reason = emergency?.trim() ?? '';
  if (proof.book === undefined || (errors > 0 && reason === '')) return { kind: 'refused', errors };
  const head = (await books.heads()).find((it) => it.id === own.id);
  const version = (await books.newest(own.id)) + 1;
  const book: Book = { ...proof.book, version };
  try {
    await books.save(book, toRuntime(book), {
      origin: 'own',
      rev: head?.rev ?? 0,
      now,
      note,
      own: { ...own, version },
      by,
      goesOn: true,
      ...(errors > 0 ? { emergency: reason } : {}),
    });
  } catch (error) {
    if (error instanceof StoreError && error.problem.kind === 'conflict') return { kind: 'moved' };
    throw error;
  }
  return { kind: 'published', version };
}

/** Puts a kept version in use again. */
export async function rollBack(
  { books }: Pick<Repositories, 'books'>,
  head: BookHead,
  version: number,
): Promise<void> {
  await books.use(head.id, version, head.rev);
}

/** Adds a word of review to a draft; a request for a change takes it back to work. */
export async function addNote(
  { drafts }: Pick<Repositories, 'drafts'>,
  draft: BookDraft,
  note: ReviewNote | null,
  state: BookDraft['state'],
): Promise<BookDraft> {
  const { rev, ...rest } = draft;
  return drafts.save({ ...rest, state, notes: note ? [...draft.notes, note] : draft.notes }, rev);
}
