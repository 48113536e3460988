import { describe, expect, it } from 'vitest';
import { CompiledBooks } from '@/lib/console';
import type { RuntimeBook } from '@/lib/phrasebook/runtime';
import type { Response } from '@/lib/rpc';

const SURROUNDINGS = { customer: [], agent: [] };

const parcel = (version: number, words: string): Response<'getBooks'>['books'][number] => {
  const runtime: RuntimeBook = {
    id: 'own/shop',
    version,
    language: 'en',
    lists: {},
    taboos: [
      {
        id: 'shop/words',
        category: 'blame',
        severity: 'medium',
        flag: [words],
        why: 'It hurts.',
        instead: ['Let me look.'],
      },
    ] as unknown as RuntimeBook['taboos'],
    absences: [],
    softenings: [],
    scenarios: [],
    moves: [],
    commitments: [],
  };
  return { id: runtime.id, version, language: 'en', tag: `${version}.x`, runtime };
};

describe('the rules of a frame', () => {
  it('never come from an older answer that is slower than a newer one', async () => {
    const lifetime = new AbortController();
    const answers: ((books: ReturnType<typeof parcel>[]) => void)[] = [];
    const books = new CompiledBooks({
      getBooks: () =>
        new Promise((resolve) => {
          answers.push((it) => resolve({ books: it, keep: [], store: 'disk' }));
        }),
      signal: lifetime.signal,
      pause: async () => undefined,
    });
    const older = books.refresh();
    const newer = books.refresh();
    answers[1]?.([parcel(2, 'purple gadget')]);
    const checker = await newer;
    answers[0]?.([parcel(1, 'yellow gadget')]);
    await expect(older).rejects.toMatchObject({ name: 'AbortError' });
    const marked = (draft: string) => checker?.(draft, SURROUNDINGS).flags.map(({ text }) => text);
    expect(marked('the purple gadget')).toEqual(['purple gadget']);
    expect(marked('the yellow gadget')).toEqual([]);
    // What the next look says it has is the newer one.
    const next = books.refresh();
    answers[2]?.([]);
    await next;
    lifetime.abort();
  });
});
