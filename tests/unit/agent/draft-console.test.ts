import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { type Check, createDraftConsole } from '@/components/agent';
import { flag } from './fixtures';

const check: Check = (draft, { customer, scenario }) => {
  const flags = [...draft.matchAll(/bad/g)].map((it) => ({
    ...flag({ start: it.index, end: it.index + 3, text: 'bad', instead: ['good', ''] }),
    by: 'rule' as const,
  }));
  const scenarios =
    scenario || customer.length > 0 ? [{ id: scenario ?? ('damaged' as const), score: 1, evidence: [] }] : [];
  return { language: 'en', flags, notices: [], moves: [], movesSaid: [], scenarios };
};

function box(draft = '', caret = { start: 0, end: 0 }) {
  const selected: { start: number; end: number }[] = [];
  const ready = signal<Check | null>(check);
  const console = createDraftConsole({
    check: ready,
    selection: () => caret,
    select: (it) => selected.push(it),
  });
  console.setDraft(draft);
  return { console, selected, ready };
}

describe('a reply that stands in the panel', () => {
  it('waits for the books', () => {
    const { console, ready } = box('bad');
    ready.value = null;
    expect(console.snapshot.value.state).toBe('loading');
    ready.value = check;
    expect(console.snapshot.value).toMatchObject({ state: 'on', flags: [{ text: 'bad' }] });
  });

  it('takes the customer’s lines, one message a line', () => {
    const { console } = box();
    console.setCustomer('hello\n\n  it broke  ');
    expect(console.snapshot.value.conversation.customer).toEqual(['hello', 'it broke']);
  });

  it.each([
    [0, 'a good b bad', 6],
    [1, 'a b bad', 1],
  ])('has words replaced: %i', async (insteadIndex, expected, caret) => {
    const { console, selected } = box('a bad b bad');
    const { seq } = console.snapshot.value;
    expect(await console.send({ type: 'replace', seq, flagIndex: 0, insteadIndex })).toEqual({ ok: true });
    expect(console.draft.value).toBe(expected);
    expect(selected).toEqual([{ start: caret, end: caret }]);
  });

  it('refuses what was chosen before it changed', async () => {
    const { console } = box('a bad');
    const { seq } = console.snapshot.value;
    console.setDraft('bad');
    console.snapshot.value;
    expect(await console.send({ type: 'replace', seq, flagIndex: 0, insteadIndex: 0 })).toEqual({
      ok: false,
      reason: 'stale',
    });
  });

  it.each([
    ['caret', { start: 2, end: 5 }, 'a new b'],
    ['end', { start: 0, end: 0 }, 'a bad bnew'],
    ['whole', { start: 0, end: 0 }, 'new'],
  ] as const)('takes a script at the %s', async (where, caret, expected) => {
    const { console } = box('a bad b', caret);
    await console.send({ type: 'insert', text: 'new', where });
    expect(console.draft.value).toBe(expected);
  });

  it('shows where words stand', async () => {
    const { console, selected } = box('a bad b bad', { start: 5, end: 5 });
    await console.send({ type: 'openCard', flagIndex: 0 });
    await console.send({ type: 'nextFlag' });
    expect(selected).toEqual([
      { start: 2, end: 5 },
      { start: 8, end: 11 },
    ]);
  });

  it('is told what it is about, until the customer’s words are gone', async () => {
    const { console } = box('a');
    console.setCustomer('hello');
    await console.send({ type: 'correctScenario', scenario: 'allergy' });
    expect(console.snapshot.value.scenarios[0]?.id).toBe('allergy');
    console.setCustomer('');
    expect(console.snapshot.value.corrected).toBeNull();
  });

  it('starts over', () => {
    const { console } = box('bad');
    console.setCustomer('hello');
    console.clear();
    expect([console.draft.value, console.customer.value]).toEqual(['', '']);
  });
});
