import { describe, expect, it } from 'vitest';
import {
  type Book,
  compileBook,
  compileBookSliced,
  loadBook,
  type RuntimeBook,
  tabooHits,
  toRuntime,
} from '@/lib/phrasebook';

const BOOK = `id: shop
name: Shop
language: en
version: 7
license: Apache-2.0
lists:
  you: [you, y'all]
taboos:
  - id: blame/manual
    category: blame
    severity: medium
    flag: ['@you should have ~read', 'rtfm']
    notAfter: [maybe]
    why: It blames.
    instead: [Let me look that up for you.]
    source: somebody
    reviewBy: 2027-01-31
    examples: { flag: ['[[you should have read]] it'], pass: [fine] }
absences:
  - { id: blame/cold, category: blame, when: [no], unless: [no problem], why: x, instead: [y], examples: { flag: [no], pass: [fine] } }
scenarios:
  - { id: damaged, title: Damaged, cues: [broken, { flag: [in pieces], weight: 2 }], steps: [Say sorry], ask: [A photo] }
moves:
  - { id: apology, title: Apology, flag: [sorry], examples: { flag: [sorry], pass: [fine] } }
commitments:
  - { id: today, kind: dated, flag: [today], examples: { flag: [today], pass: [fine] } }
scripts:
  - { id: damaged/apology, scenario: [damaged], move: [apology], tone: warm, text: Sorry. }
`;

const book = (): Book => {
  const loaded = loadBook([{ path: 'shop.yaml', text: BOOK }]).book;
  if (loaded === undefined) throw new Error('the book does not load');
  return loaded;
};

/** As it reaches a frame: through JSON. */
const sent = (runtime: RuntimeBook): RuntimeBook => JSON.parse(JSON.stringify(runtime)) as RuntimeBook;

const HERE = { scenarios: [] };

describe('what of a book runs in a page', () => {
  it('carries what matching needs and nothing else', () => {
    expect(sent(toRuntime(book()))).toEqual({
      id: 'shop',
      version: 7,
      language: 'en',
      lists: { you: ['you', "y'all"] },
      taboos: [
        {
          id: 'blame/manual',
          category: 'blame',
          severity: 'medium',
          flag: ['@you should have ~read', 'rtfm'],
          notAfter: ['maybe'],
          why: 'It blames.',
          instead: ['Let me look that up for you.'],
        },
      ],
      softenings: [],
      absences: [
        {
          id: 'blame/cold',
          category: 'blame',
          when: ['no'],
          unless: ['no problem'],
          lacks: [],
          why: 'x',
          instead: ['y'],
        },
      ],
      scenarios: [{ id: 'damaged', cues: ['broken', { flag: ['in pieces'], weight: 2 }] }],
      moves: [{ id: 'apology', flag: ['sorry'] }],
      commitments: [{ id: 'today', kind: 'dated', flag: ['today'] }],
    });
  });

  it('matches after the journey as before it', () => {
    const text = "Y'all should've read it. Maybe you should have read it. RTFM!";
    const hits = (runtime: RuntimeBook) =>
      tabooHits(compileBook(runtime), text, HERE).map((it) => text.slice(it.start, it.end));
    expect(hits(sent(toRuntime(book())))).toEqual(["Y'all should've read", 'RTFM']);
    expect(hits(toRuntime(book()))).toEqual(["Y'all should've read", 'RTFM']);
  });

  it('compiles in slices to the same, giving way in between', async () => {
    let given = 0;
    const sliced = await compileBookSliced(toRuntime(book()), {
      signal: new AbortController().signal,
      yieldControl: async () => {
        given += 1;
      },
      sliceMs: 0,
    });
    expect(given).toBeGreaterThan(0);
    const at = (compiled: typeof sliced) => tabooHits(compiled, 'you should have read it', HERE);
    expect(at(sliced)).toEqual(at(compileBook(toRuntime(book()))));
  });

  it('stops compiling when it is not wanted any more', async () => {
    const control = new AbortController();
    const compiling = compileBookSliced(toRuntime(book()), {
      signal: control.signal,
      yieldControl: async () => control.abort(new Error('gone')),
      sliceMs: 0,
    });
    await expect(compiling).rejects.toThrow('gone');
  });

  it('leaves out a pattern that cannot be compiled, and says where it was', () => {
    const runtime = toRuntime(book());
    const taboos = [...runtime.taboos, { ...runtime.taboos[0]!, id: 'broken', flag: ['(open'] }];
    const absences = runtime.absences.map((it) => ({ ...it, unless: ['@nobody'] }));
    const scenarios = [{ id: 'damaged' as const, cues: ['broken', '[x]'] }];
    const compiled = compileBook({ ...runtime, taboos, absences, scenarios });
    expect(tabooHits(compiled, 'you should have read it', HERE)).toHaveLength(1);
    expect(
      compiled.problems.map(({ section, item, key, index, code }) => ({ section, item, key, index, code })),
    ).toEqual([
      { section: 'taboos', item: 'broken', key: 'flag', index: 0, code: 'unclosed-bracket' },
      { section: 'absences', item: 'blame/cold', key: 'flag', index: 0, code: 'unknown-list' },
      { section: 'scenarios', item: 'damaged', key: 'flag', index: 1, code: 'no-fixed-word' },
    ]);
  });

  it('knows no list by a name that every object has', () => {
    const runtime = toRuntime(book());
    const compiled = compileBook({
      ...runtime,
      taboos: [{ ...runtime.taboos[0]!, flag: ['@toString now'] }],
    });
    expect(compiled.problems.map((it) => it.code)).toEqual(['unknown-list']);
  });
});
