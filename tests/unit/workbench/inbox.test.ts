import { describe, expect, it } from 'vitest';
import type { Book, OwnBook } from '@/lib/phrasebook';
import { applyEdit, type Handling, handle, handlingsOf, type InboxItem, proofOf } from '@/lib/workbench';
import { smallBook } from './fixtures';

const from = { id: 'x', at: 0, by: '' };
const dismissed: InboxItem = {
  ...from,
  from: 'dismissal',
  rule: 'blame/read',
  words: 'You should have read',
};
const contested: InboxItem = {
  ...from,
  from: 'contest',
  rule: 'blame/read',
  text: 'As they say: you should have read (it).',
  start: 13,
  end: 33,
  comment: 'It is a quote.',
  scenario: null,
};
const gap: InboxItem = {
  ...from,
  from: 'gap',
  question: 'Can I wash it at 60?',
  missing: 'No word on washing.',
  suggested: 'Please wash it at 40 degrees.',
  scenario: null,
};

const over = (): [OwnBook, Book] => [
  smallBook({ id: 'own/over', extends: 'base', lists: {}, taboos: [], scripts: [] }),
  smallBook({ id: 'base' }) as Book,
];

const done = (own: OwnBook, base: Book | undefined, item: InboxItem, as: Handling): OwnBook => {
  const handled = handle(own, base, item, as);
  return handled ? applyEdit(own, handled.edit) : own;
};

const reply: InboxItem = {
  ...from,
  from: 'reply',
  text: 'Thank you for telling us. A new one goes out today.',
  scenario: 'damaged',
  moves: ['thanks', 'remedy'],
  pickedBy: 'Kim',
};

describe('the inbox', () => {
  it('makes a script out of a good reply, under the moves it makes', () => {
    const own = done(smallBook(), undefined, reply, 'script');
    expect(own.scripts.at(-1)).toMatchObject({
      id: 'reply',
      scenario: ['damaged'],
      move: ['thanks', 'remedy'],
      text: reply.text,
    });
  });

  it.each([
    ['a dismissed phrase', dismissed],
    ['a contested flag', contested],
  ])('makes an exception with its example out of %s, in a book of one’s own', (_, item) => {
    const own = done(smallBook(), undefined, item, 'exception');
    expect(own.taboos[0]?.examples?.pass).toHaveLength(2);
    expect(own.taboos[0]?.unlessPartOf).toHaveLength(1);
  });

  it('makes it over an inherited rule too, and keeps only what is new', () => {
    const [own, base] = over();
    const after = done(own, base, dismissed, 'exception');
    expect(after.taboos).toEqual([
      {
        id: 'blame/read',
        examples: { pass: ['You should have read'] },
        unlessPartOf: ['You should have read'],
      },
    ]);
    expect(
      proofOf(after, { book: base }).problems.filter((it) => it.level === 'error' && it.kind === 'shape'),
    ).toEqual([]);
  });

  it('takes signs of the pattern language in the words for what they are', () => {
    const own = smallBook();
    const item: InboxItem = { ...dismissed, words: 'you should have read (it)' };
    expect(done(own, undefined, item, 'exception').taboos[0]?.unlessPartOf).toEqual([
      'you should have read \\(it\\)',
    ]);
  });

  it('adds an example alone, once', () => {
    const own = done(smallBook(), undefined, dismissed, 'pass');
    expect(own.taboos[0]?.unlessPartOf).toBeUndefined();
    expect(done(own, undefined, dismissed, 'pass')).toEqual(own);
  });

  it('makes a script out of a question that no rule covers', () => {
    const handled = handle(smallBook(), undefined, gap, 'script');
    expect(handled).toMatchObject({ section: 'scripts', id: 'answer' });
    expect(done(smallBook(), undefined, gap, 'script').scripts.at(-1)).toMatchObject({
      text: 'Please wash it at 40 degrees.',
      scenario: ['other'],
    });
  });

  it('makes an example of a scenario out of a correction', () => {
    const own = smallBook({
      scenarios: [{ id: 'damaged', title: 'Damaged', cues: ['broken'], steps: [], ask: [] }],
    });
    const item: InboxItem = {
      ...from,
      from: 'correction',
      customer: ['Hi', 'It is in pieces'],
      guessed: null,
      scenario: 'damaged',
    };
    expect(done(own, undefined, item, 'cue').scenarios[0]?.examples?.flag).toEqual(['It is in pieces']);
  });

  it('makes a milder rule of words that a rule flags too hard, and both pass their examples', () => {
    const own = done(
      smallBook(),
      undefined,
      { ...contested, text: 'They say: you should have read it.', start: 10, end: 30 },
      'rule',
    );
    expect(own.taboos.map((it) => [it.id, it.severity, it.unlessPartOf])).toEqual([
      ['blame/read', 'high', ['you should have read']],
      ['blame/read-milder', 'low', undefined],
    ]);
    expect(own.taboos[1]).toMatchObject({
      category: 'blame',
      flag: ['you should have read'],
      instead: smallBook().taboos[0]?.instead,
      examples: { flag: ['They say: [[you should have read]] it.'], pass: ['I should have read your note.'] },
    });
  });

  it('makes an example that must be marked, or a script, of what QA would talk about', () => {
    const { comment: _, ...flag } = contested;
    const item = { ...flag, from: 'verdict', wrong: false, comment: '', scenario: 'damaged' } as InboxItem;
    expect(handlingsOf(smallBook(), undefined, item)).toEqual(['flag', 'script']);
    expect(done(smallBook(), undefined, item, 'flag').taboos[0]?.examples?.flag).toEqual([
      '[[You should have read]] the page.',
      'As they say: [[you should have read]] (it).',
    ]);
    expect(done(smallBook(), undefined, item, 'script').scripts.at(-1)).toMatchObject({
      text: 'I should have made that clearer.',
      scenario: ['damaged'],
    });
  });

  it.each<[Handling, object]>([
    ['cue', { damaged: { flag: ['It is in pieces'], cues: ['broken'] } }],
    ['words', { damaged: { flag: ['It is in pieces'], cues: ['broken', 'It is in pieces'] } }],
    ['spare', { other: { pass: ['It is in pieces'], cues: ['else'] } }],
  ])('makes of a correction what it teaches: %s', (as, expected) => {
    const scenario = { title: 'T', steps: [], ask: [] };
    const own = smallBook({
      scenarios: [
        { ...scenario, id: 'damaged', cues: ['broken'] },
        { ...scenario, id: 'other', cues: ['else'] },
      ],
    });
    const customer = ['It is in pieces '];
    const item: InboxItem = { ...from, from: 'correction', customer, guessed: 'other', scenario: 'damaged' };
    expect(handlingsOf(own, undefined, item)).toEqual(['cue', 'words', 'spare', 'script']);
    const changed = done(own, undefined, item, as).scenarios.filter((it) => it.examples);
    expect(Object.fromEntries(changed.map((it) => [it.id, { ...it.examples, cues: it.cues }]))).toEqual(
      expected,
    );
  });

  it('knows no scenario by the words of a long message', () => {
    const item: InboxItem = {
      ...from,
      from: 'correction',
      customer: ['word '.repeat(20)],
      guessed: null,
      scenario: 'damaged',
    };
    const own = smallBook({ scenarios: [{ id: 'damaged', title: 'D', cues: ['x'], steps: [], ask: [] }] });
    expect(handlingsOf(own, undefined, item)).toEqual(['cue', 'script']);
  });

  it('leaves alone what is about a rule of another book', () => {
    const item: InboxItem = { ...dismissed, rule: 'elsewhere' };
    expect(handlingsOf(smallBook(), undefined, item)).toEqual([]);
    expect(handle(smallBook(), undefined, item, 'pass')).toBeNull();
  });
});
