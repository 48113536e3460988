import { createBench } from '@/components/trainer';
import { createToaster } from '@/components/ui';
import type { Book, OwnBook } from '@/lib/phrasebook';
import { proofOf } from '@/lib/workbench';
import { smallBook } from '../workbench/fixtures';

const lifetime = new AbortController().signal;

/** A bench over a book built on the small one; `save` keeps everything. */
export function desk(change: Partial<OwnBook> = {}, base: Book | null = smallBook({ id: 'base' }) as Book) {
  const own = smallBook({
    id: 'own/over',
    ...(base ? { extends: base.id, lists: {}, taboos: [], scripts: [] } : {}),
    ...change,
  });
  const below = base ? { book: base } : undefined;
  const bench = createBench({
    opened: { id: own.id, language: own.language, own, base: below, rev: 0, from: 'own' },
    save: async (_, rev) => ({ kind: 'kept', rev: rev + 1 }),
    prove: async (book) => proofOf(book, below),
    lifetime,
    pause: 0,
  });
  return { bench, base, toaster: createToaster(lifetime) };
}
