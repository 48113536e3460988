import { describe, expect, it } from 'vitest';
import { type Book, mergeBooks, type OwnBook } from '@/lib/phrasebook';
import {
  applyEdit,
  dropGone,
  type Foundation,
  keepGone,
  lay,
  newsBelow,
  resettle,
  takeUpdate,
  updatesOf,
} from '@/lib/workbench';
import { smallBook } from './fixtures';

const rule = smallBook().taboos[0]!;
const script = smallBook().scripts[0]!;
const base = (change: Partial<OwnBook> = {}): Book => smallBook({ id: 'base', ...change }) as Book;
const over = (change: Partial<OwnBook> = {}): OwnBook =>
  smallBook({ id: 'own/over', extends: 'base', lists: {}, taboos: [], scripts: [], ...change });

const newWhy = base({ taboos: [{ ...rule, why: 'New words.' }] });
const noRule = base({ taboos: [] });

/** What an update means for a book that was written on the base as it was before. */
const updated = (own: OwnBook, now: Book, was: Book = base()) => updatesOf(own, now, lay(own, was));

describe('what a book rests on', () => {
  it('is recorded when it is first written over, and stays as it was then', () => {
    const own = over({ taboos: [{ id: rule.id, why: 'Ours.' }] });
    const first = lay(own, base());
    expect(first).toEqual({ 'taboos:blame/read': rule });
    expect(lay(own, newWhy, first)).toEqual(first);
  });

  it.each<[string, Partial<OwnBook>, string[]]>([
    ['nothing of the base', { taboos: [{ ...rule, id: 'own/rule', flag: ['plain'] }] }, []],
    ['a list added to', { lists: { you: ['ya'] } }, ['lists:you']],
    ['a rule switched off', { off: [rule.id] }, ['taboos:blame/read']],
    ['a list that is named', { taboos: [{ ...rule, id: 'own/rule', flag: ['@you x'] }] }, ['lists:you']],
    ['a script written over', { scripts: [{ ...script, text: 'Ours.' }] }, ['scripts:thanks-1']],
  ])('%s', (_, change, keys) => {
    expect(Object.keys(lay(over(change), base()))).toEqual(keys);
  });

  it('what is not rested on any more is forgotten', () => {
    const before = lay(over({ off: [rule.id] }), base());
    expect(lay(over(), base(), before)).toEqual({});
  });
});

describe('an update of the book below', () => {
  it.each<[string, Partial<OwnBook>, Book, string | null, string[]]>([
    ['the same book again', { taboos: [{ id: rule.id, why: 'Ours.' }] }, base(), null, []],
    ['both changed a field', { taboos: [{ id: rule.id, why: 'Ours.' }] }, newWhy, 'both', ['why']],
    ['another field', { taboos: [{ id: rule.id, severity: 'low' }] }, newWhy, 'joined', []],
    ['both wrote the same', { taboos: [{ id: rule.id, why: 'New words.' }] }, newWhy, 'joined', []],
    [
      'patterns stand beside each other',
      { taboos: [{ id: rule.id, flag: ['ours'] }] },
      base({ taboos: [{ ...rule, flag: [...(rule.flag ?? []), 'theirs'] }] }),
      'joined',
      [],
    ],
    ['it is switched off here', { off: [rule.id] }, newWhy, 'off', []],
    ['nobody here touched it', {}, newWhy, null, []],
    ['it is gone and written over', { taboos: [{ id: rule.id, why: 'Ours.' }] }, noRule, 'gone', []],
    ['it is gone and switched off', { off: [rule.id] }, noRule, 'gone', []],
    [
      'a field of a script that only they changed, under a whole one of ours',
      { scripts: [{ ...script, text: 'Ours.' }] },
      base({ scripts: [{ ...script, tone: 'neutral' }] }),
      'both',
      ['tone'],
    ],
    [
      'a list added to by both',
      { lists: { you: ['ya'] } },
      base({ lists: { you: ['you', 'thou'] } }),
      'joined',
      [],
    ],
  ])('%s', (_, change, now, kind, clashing) => {
    const [update] = updated(over(change), now);
    expect(update?.kind ?? null).toBe(kind);
    expect(update?.fields.filter((it) => it.clash).map((it) => it.field) ?? []).toEqual(clashing);
  });

  it('names own items that name what is gone', () => {
    const own = over({ taboos: [{ ...rule, id: 'own/rule', flag: ['@you x'] }] });
    expect(updated(own, base({ lists: {} }))).toMatchObject([
      { kind: 'gone', key: 'lists:you', was: ['you', 'u'], ours: undefined, namedBy: ['taboos:own/rule'] },
    ]);
  });

  it('shows a clash with how it was, how it is and what we wrote', () => {
    const [update] = updated(over({ taboos: [{ id: rule.id, why: 'Ours.' }] }), newWhy);
    expect(update?.fields).toEqual([
      { field: 'why', before: rule.why, after: 'New words.', ours: 'Ours.', clash: true },
    ]);
  });

  const decide = (own: OwnBook, now: Book, foundation: Foundation, keys: string[]) =>
    updatesOf(own, now, resettle(foundation, now, 'en', keys));

  it('kept ours: it is settled until the next update', () => {
    const own = over({ taboos: [{ id: rule.id, why: 'Ours.' }] });
    const laid = lay(own, base());
    expect(decide(own, newWhy, laid, ['taboos:blame/read'])).toEqual([]);
    const settled = resettle(laid, newWhy, 'en', ['taboos:blame/read']);
    expect(updatesOf(own, base({ taboos: [{ ...rule, why: 'Newer.' }] }), settled)).toHaveLength(1);
  });

  it('took theirs: only the field that clashed is let go of', () => {
    const own = over({ taboos: [{ id: rule.id, why: 'Ours.', flag: ['ours'] }] });
    const [update] = updated(own, newWhy);
    const taken = applyEdit(own, takeUpdate(update!, update!.fields));
    expect(taken.taboos).toEqual([{ id: rule.id, flag: ['ours'] }]);
    expect(mergeBooks(newWhy, taken).taboos[0]).toMatchObject({
      why: 'New words.',
      flag: [...(rule.flag ?? []), 'ours'],
    });
  });

  it('took theirs in all there was: nothing of ours is left', () => {
    const own = over({ taboos: [{ id: rule.id, why: 'Ours.' }] });
    const [update] = updated(own, newWhy);
    expect(applyEdit(own, takeUpdate(update!, update!.fields)).taboos).toEqual([]);
    const whole = over({ scripts: [{ ...script, tone: 'brief' }] });
    const [script1] = updated(whole, base({ scripts: [{ ...script, tone: 'neutral' }] }));
    expect(applyEdit(whole, takeUpdate(script1!, script1!.fields)).scripts).toEqual([]);
  });

  it.each<[string, Partial<OwnBook>, Book, (own: OwnBook) => unknown, unknown]>([
    [
      'a rule, with what was written over it',
      { taboos: [{ id: rule.id, why: 'Ours.' }] },
      noRule,
      (own) => own.taboos,
      [{ ...rule, why: 'Ours.' }],
    ],
    [
      'a rule that was switched off',
      { off: [rule.id] },
      noRule,
      (own) => [own.taboos, own.off],
      [[rule], undefined],
    ],
    ['a list', { lists: { you: ['ya'] } }, base({ lists: {} }), (own) => own.lists.you, ['you', 'u', 'ya']],
  ])('what is gone becomes one’s own: %s', (_, change, now, look, wanted) => {
    const own = over(change);
    const [update] = updated(own, now);
    expect(look(applyEdit(own, keepGone(update!)))).toEqual(wanted);
  });

  it('what is gone is let go of', () => {
    const own = over({ taboos: [{ id: rule.id, why: 'Ours.' }], off: [rule.id] });
    const [update] = updated(own, noRule);
    const left = applyEdit(own, dropGone(update!));
    expect([left.taboos, left.off]).toEqual([[], undefined]);
  });
});

describe('what publishing again brings along', () => {
  const news = (change: Partial<OwnBook>, now: Book, own = over(change)) =>
    newsBelow({ source: mergeBooks(base(), over(change)), own: over(change) }, own, now).map(
      (it) => [it.kind, it.id, it.fields.map(({ field }) => field)] as const,
    );

  it.each<[string, Partial<OwnBook>, Book, unknown[]]>([
    ['nothing new', {}, base(), []],
    ['a changed rule', {}, newWhy, [['changed', rule.id, ['why']]]],
    ['a rule that went', {}, noRule, [['removed', rule.id, expect.anything()]]],
    ['a new list', {}, base({ lists: { you: ['you', 'u'], us: ['we'] } }), [['added', 'us', ['']]]],
    ['a rule that is off here', { off: [rule.id] }, newWhy, []],
    ['a field that ours covers', { taboos: [{ id: rule.id, why: 'Ours.' }] }, newWhy, []],
    [
      'a field beside ours',
      { taboos: [{ id: rule.id, severity: 'low' }] },
      newWhy,
      [['changed', rule.id, ['why']]],
    ],
  ])('%s', (_, change, now, wanted) => {
    expect(news(change, now)).toEqual(wanted);
  });

  it('not what the trainer changed', () => {
    expect(news({}, newWhy, over({ taboos: [{ id: rule.id, why: 'Ours.' }] }))).toEqual([]);
  });
});
