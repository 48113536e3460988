// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it, vi } from 'vitest';
import type { Books } from '@/lib/store';
import { type BookParcel, builtInPaths, createBuiltIns, inForce } from '@/lib/store';
import { createShelf } from '@/lib/store/shelf';

const parcel = (id: string, language: BookParcel['language'], base?: string): BookParcel => ({
  id,
  version: 1,
  language,
  tag: `1.${id}`,
  ...(base === undefined ? {} : { extends: base }),
  runtime: {
    id,
    version: 1,
    language,
    lists: {},
    taboos: [],
    absences: [],
    softenings: [],
    scenarios: [],
    moves: [],
    commitments: [],
  },
});

const BUILT_IN = [
  parcel('builtin-zh-hans', 'zh-Hans'),
  parcel('builtin-zh-hant', 'zh-Hant', 'builtin-zh-hans'),
  parcel('builtin-en', 'en'),
];

const assets = new Map<string, string>(
  BUILT_IN.flatMap((it) => [
    [builtInPaths(it.language).parcel, JSON.stringify(it)],
    [builtInPaths(it.language).book, JSON.stringify({ id: it.id, language: it.language })],
  ]),
);
const read = vi.fn(async (path: string) => {
  const text = assets.get(path);
  if (text === undefined) throw new Error(path);
  return text;
});

describe('the books in force', () => {
  it.each([
    ['nothing of its own: the built-in ones', [], ['builtin-zh-hans', 'builtin-zh-hant', 'builtin-en']],
    [
      'a book of another kind joins them',
      [parcel('toys', 'en')],
      ['builtin-zh-hans', 'builtin-zh-hant', 'builtin-en', 'toys'],
    ],
    [
      'a book built on one replaces it',
      [parcel('toys', 'en', 'builtin-en')],
      ['builtin-zh-hans', 'builtin-zh-hant', 'toys'],
    ],
    [
      'the same book replaces itself',
      [parcel('builtin-en', 'en')],
      ['builtin-zh-hans', 'builtin-zh-hant', 'builtin-en'],
    ],
    [
      'building on another language replaces nothing',
      [parcel('toys', 'en', 'builtin-zh-hans')],
      ['builtin-zh-hans', 'builtin-zh-hant', 'builtin-en', 'toys'],
    ],
  ])('%s', (_, own, ids) => {
    expect(inForce(BUILT_IN, own).map((it) => it.id)).toEqual(ids);
  });

  it('are the built-in ones when the store fails while running', async () => {
    const broken = {
      parcels: () => Promise.reject(new Error('gone')),
      inUse: () => Promise.reject(new Error('gone')),
    };
    const shelf = createShelf(broken as unknown as Books, createBuiltIns(read));
    expect((await shelf.parcels()).map((it) => it.id)).toEqual(BUILT_IN.map((it) => it.id));
    expect((await shelf.books()).map((it) => it.id)).toEqual(BUILT_IN.map((it) => it.id));
  });

  it('give pages the whole of an own book in the place of the built-in one', async () => {
    const own = {
      parcel: parcel('toys', 'en', 'builtin-en'),
      source: { id: 'toys', language: 'en', extends: 'builtin-en' },
    };
    const books = { parcels: async () => [own.parcel], inUse: async () => [own] };
    const shelf = createShelf(books as unknown as Books, createBuiltIns(read));
    expect((await shelf.books()).map((it) => it.id)).toEqual(['builtin-zh-hans', 'builtin-zh-hant', 'toys']);
  });
});

describe('an own book for frames', () => {
  it('brings what the extension knows of the built-in book it stands for, and another tag with each of both', async () => {
    const words = { classes: [], runs: '', weights: '', scale: 1 };
    const builtIn = (tag: string) =>
      createBuiltIns(async (path) => {
        const it = JSON.parse(await read(path)) as BookParcel;
        return JSON.stringify({ ...it, tag, runtime: { ...it.runtime, words } });
      });
    const books = { parcels: async () => [parcel('toys', 'en', 'builtin-en'), parcel('alone', 'en')] };
    const own = async (tag: string) => {
      const shelf = createShelf(books as unknown as Books, builtIn(tag));
      const found = (await shelf.parcels()).filter((it) => !it.id.startsWith('builtin'));
      expect(await shelf.parcels()).toMatchObject([{}, {}, ...found]);
      return found;
    };
    const [toys, alone] = await own('1.a');
    expect([toys?.runtime.words, alone?.runtime.words]).toEqual([words, undefined]);
    expect([toys?.tag, alone?.tag]).toEqual(['1.toys+1.a', '1.alone']);
    expect((await own('2.b'))[0]?.tag).toBe('1.toys+2.b');
  });
});

describe('built-in books', () => {
  it('are read once', async () => {
    read.mockClear();
    const builtIns = createBuiltIns(read);
    await builtIns.parcels();
    await builtIns.parcels();
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('are read again after a failure', async () => {
    let fails = true;
    const builtIns = createBuiltIns(async (path) => {
      if (fails) throw new Error(path);
      return read(path);
    });
    await expect(builtIns.book('en')).rejects.toThrow('/books/en.json');
    fails = false;
    expect(await builtIns.book('en')).toMatchObject({ id: 'builtin-en' });
  });
});
