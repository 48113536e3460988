import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnBook } from '@/lib/phrasebook';
import {
  applyEdit,
  compareBooks,
  type Edit,
  edited,
  type Item,
  proofOf,
  redone,
  startHistory,
  undone,
  unite,
} from '@/lib/workbench';
import { takeFrom } from '@/lib/workbench/unite';
import { smallBook } from './fixtures';

const script = (id: string, text = `Text of ${id}.`): Item => ({
  id,
  scenario: ['other'],
  move: ['thanks'],
  text,
  tone: 'warm',
  fault: 'any',
});
const ids = (book: OwnBook): string[] => book.scripts.map((it) => it.id);

describe('an edit', () => {
  it.each<[string, Edit, (book: OwnBook) => unknown, unknown]>([
    ['adds', { kind: 'put', section: 'scripts', item: script('b') }, ids, ['thanks-1', 'b']],
    [
      'replaces in place',
      { kind: 'put', section: 'scripts', item: script('thanks-1', 'New.') },
      (it) => it.scripts.map(({ text }) => text),
      ['New.'],
    ],
    [
      'renames in place',
      { kind: 'put', section: 'scripts', item: script('b'), replaces: 'thanks-1' },
      ids,
      ['b'],
    ],
    ['removes', { kind: 'remove', section: 'scripts', id: 'thanks-1' }, ids, []],
    [
      'writes a list',
      { kind: 'list', name: 'we', items: ['we'] },
      (it) => it.lists,
      { you: ['you', 'u'], we: ['we'] },
    ],
    ['removes a list', { kind: 'list', name: 'you', items: null }, (it) => it.lists, {}],
    ['switches off', { kind: 'switch', ids: ['a', 'b'], on: false }, (it) => it.off, ['a', 'b']],
    ['changes the name', { kind: 'header', change: { name: 'Other' } }, (it) => it.name, 'Other'],
    [
      'does several at once',
      {
        kind: 'all',
        edits: [
          { kind: 'put', section: 'scripts', item: script('b') },
          { kind: 'remove', section: 'scripts', id: 'thanks-1' },
        ],
      },
      ids,
      ['b'],
    ],
  ])('%s and leaves the book before as it was', (_name, edit, look, expected) => {
    const before = smallBook();
    expect(look(applyEdit(before, edit))).toEqual(expected);
    expect(before).toEqual(smallBook());
  });

  it('never leaves two items with one id', () => {
    const two = applyEdit(smallBook(), { kind: 'put', section: 'scripts', item: script('b') });
    const one = applyEdit(two, { kind: 'put', section: 'scripts', item: script('thanks-1'), replaces: 'b' });
    expect(ids(one)).toEqual(['thanks-1']);
  });

  it('switching on again leaves no trace', () => {
    const off = applyEdit(smallBook(), { kind: 'switch', ids: ['a'], on: false });
    expect(applyEdit(off, { kind: 'switch', ids: ['a'], on: true })).toEqual(smallBook());
  });
});

/** Any edit that touches few names, so that edits meet. */
const someEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({ id: fc.constantFrom('a', 'b', 'thanks-1'), text: fc.constantFrom('One.', 'Two.', 'Three.') })
    .map(({ id, text }): Edit => ({ kind: 'put', section: 'scripts', item: script(id, text) })),
  fc.constantFrom('a', 'thanks-1').map((id): Edit => ({ kind: 'remove', section: 'scripts', id })),
  fc
    .record({ name: fc.constantFrom('you', 'we'), items: fc.constantFrom(['x'], ['x', 'y'], null) })
    .map(({ name, items }): Edit => ({ kind: 'list', name, items })),
  fc.constantFrom('r1', 'r2').map((id): Edit => ({ kind: 'switch', ids: [id], on: false })),
);
const someEdits = fc.array(someEdit, { maxLength: 6 });

describe('history', () => {
  it('goes back to the beginning and forth to the end', () => {
    fc.assert(
      fc.property(someEdits, (edits) => {
        const end = edits.reduce(edited, startHistory(smallBook()));
        const back = edits.reduce((it) => undone(it), end);
        expect(back.present).toEqual(smallBook());
        expect(edits.reduce((it) => redone(it), back).present).toEqual(end.present);
      }),
    );
  });

  it('has nowhere to go before the first step and after the last', () => {
    const start = startHistory(smallBook());
    expect(undone(start)).toBe(start);
    expect(redone(start)).toBe(start);
  });

  it('forgets the undone when something new is done', () => {
    const one = edited(startHistory(smallBook()), { kind: 'remove', section: 'scripts', id: 'thanks-1' });
    const other = edited(undone(one), { kind: 'list', name: 'we', items: ['we'] });
    expect(redone(other)).toBe(other);
  });
});

describe('comparing', () => {
  it('says nothing of equal books', () => {
    expect(compareBooks(smallBook(), smallBook())).toEqual([]);
  });

  it('names item and field, and what came and went', () => {
    const [before] = smallBook().taboos;
    const after = applyEdit(smallBook(), {
      kind: 'put',
      section: 'taboos',
      item: { ...before!, severity: 'medium', flag: ['@you should have read', '@you could have read'] },
    });
    expect(compareBooks(smallBook(), after)).toEqual([
      {
        section: 'taboos',
        id: 'blame/read',
        kind: 'changed',
        fields: [
          { field: 'severity', before: 'high', after: 'medium' },
          expect.objectContaining({ field: 'flag', added: ['@you could have read'], removed: [] }),
        ],
      },
    ]);
  });

  it('tells what a new rule holds by field, list by list', () => {
    const [made] = smallBook().taboos;
    const fields = compareBooks(smallBook({ taboos: [] }), smallBook())[0]?.fields;
    expect(fields).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'flag', added: made!.flag, removed: [] }),
        expect.objectContaining({ field: 'examples.pass', added: made!.examples?.pass }),
        { field: 'why', before: undefined, after: made!.why },
      ]),
    );
  });

  it('names an example by its path', () => {
    const [before] = smallBook().taboos;
    const examples = { ...before!.examples, pass: ['I should have read your note.', 'We both should have.'] };
    const after = smallBook({ taboos: [{ ...before!, examples }] });
    expect(compareBooks(smallBook(), after)[0]?.fields).toEqual([
      expect.objectContaining({ field: 'examples.pass', added: ['We both should have.'] }),
    ]);
  });

  it('applied change by change, makes one book of the other', () => {
    fc.assert(
      fc.property(someEdits, someEdits, (some, others) => {
        const a = some.reduce(applyEdit, smallBook());
        const b = others.reduce(applyEdit, smallBook());
        const made = compareBooks(a, b)
          .filter(({ section }) => section !== 'book')
          .reduce((book, change) => applyEdit(book, takeFrom(b, change)), a);
        expect(compareBooks(made, b).filter(({ section }) => section !== 'book')).toEqual([]);
      }),
    );
  });
});

describe('two people on one book', () => {
  it('both keep what only they touched', () => {
    const base = smallBook();
    const mine = applyEdit(base, { kind: 'put', section: 'scripts', item: script('a') });
    const theirs = applyEdit(base, { kind: 'list', name: 'we', items: ['we'] });
    const { book, clashes } = unite(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(ids(book)).toEqual(['thanks-1', 'a']);
    expect(book.lists.we).toEqual(['we']);
  });

  it('see both versions where they changed the same', () => {
    const base = smallBook();
    const mine = applyEdit(base, { kind: 'put', section: 'scripts', item: script('thanks-1', 'Mine.') });
    const theirs = applyEdit(base, { kind: 'remove', section: 'scripts', id: 'thanks-1' });
    expect(unite(base, mine, theirs).clashes).toEqual([
      {
        section: 'scripts',
        id: 'thanks-1',
        mine: expect.objectContaining({ text: 'Mine.' }),
        theirs: undefined,
      },
    ]);
  });

  it('never lose a change without it being named', () => {
    fc.assert(
      fc.property(someEdits, someEdits, (some, others) => {
        const base = smallBook();
        const mine = some.reduce(applyEdit, base);
        const theirs = others.reduce(applyEdit, base);
        const { book, clashes } = unite(base, mine, theirs);
        const clashing = new Set(clashes.map(({ section, id }) => `${section}:${id}`));
        const open = (of: OwnBook) =>
          compareBooks(of, book)
            .map(({ section, id }) => `${section}:${id}`)
            .filter((it) => !clashing.has(it));
        const touched = (by: OwnBook) =>
          new Set(compareBooks(base, by).map(({ section, id }) => `${section}:${id}`));
        // Whatever differs from mine is theirs alone, and the other way round.
        for (const it of open(mine)) expect(touched(theirs).has(it)).toBe(true);
        for (const it of open(theirs)) expect(touched(mine).has(it)).toBe(true);
      }),
    );
  });
});

describe('the proof of a book in progress', () => {
  it('of a sound one has nothing to say', () => {
    const { book, problems } = proofOf(smallBook(), undefined);
    expect(problems.filter((it) => it.level === 'error')).toEqual([]);
    expect(book?.taboos).toHaveLength(1);
  });

  it.each<[string, Item, string]>([
    ['a missing field', { id: 'half' }, 'taboos[1].category'],
    ['a wrong word', { ...smallBook().taboos[0]!, id: 'loud', severity: 'loud' }, 'taboos[1].severity'],
    ['a broken pattern', { ...smallBook().taboos[0]!, id: 'broken', flag: ['(you'] }, 'taboos[1].flag[0]'],
  ])('names the field of %s and keeps the rest', (_name, item, path) => {
    const own = applyEdit(smallBook(), { kind: 'put', section: 'taboos', item });
    const { book, problems } = proofOf(own, undefined);
    expect(problems.filter((it) => it.level === 'error').map((it) => it.path)).toContain(path);
    expect(book?.taboos.map((it) => it.id)).toContain('blame/read');
  });

  it('names an example that does not do what it should', () => {
    const [taboo] = smallBook().taboos;
    const own = smallBook({
      taboos: [{ ...taboo!, examples: { flag: ['Nothing here.'], pass: ['Nor here.'] } }],
    });
    const errors = proofOf(own, undefined).problems.filter((it) => it.level === 'error');
    expect(errors).toMatchObject([
      { kind: 'example', rule: 'blame/read', path: 'taboos[0].examples.flag[0]' },
    ]);
  });
});
