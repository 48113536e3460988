// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { InboxPane } from '@/components/trainer';
import type { Incoming } from '@/lib/store';
import { byRole, click, stage } from '../ui/stage';
import { desk } from './desk';

const dismissed: Incoming = {
  item: {
    id: 'dismissal:1',
    at: 2,
    by: '',
    from: 'dismissal',
    rule: 'blame/read',
    words: 'You should have read',
  },
  settled: null,
  ours: true,
};
const gap: Incoming = {
  item: {
    id: 'gap:1',
    at: 1,
    by: 'Mei',
    from: 'gap',
    question: 'Can I wash it?',
    missing: '',
    suggested: 'Yes, cold.',
    scenario: null,
  },
  settled: null,
  ours: true,
};

function open(incoming: readonly Incoming[]) {
  const { bench, toaster } = desk();
  const onSettle = vi.fn();
  const onReopen = vi.fn();
  const go = vi.fn();
  const root = stage(
    <InboxPane
      bench={bench}
      toaster={toaster}
      incoming={incoming}
      onSettle={onSettle}
      onReopen={onReopen}
      go={go}
    />,
  );
  return { bench, toaster, onSettle, onReopen, go, root };
}

describe('the trainer’s inbox', () => {
  it('makes an exception with one click, keeps what became of it and opens the rule', () => {
    const { bench, onSettle, go, root } = open([dismissed, gap]);
    click(byRole(root, 'button', 'Make an exception'));
    expect(bench.own.value.taboos[0]?.unlessPartOf).toEqual(['You should have read']);
    expect(onSettle).toHaveBeenCalledWith(dismissed.item, 'exception', 'blame/read');
    expect(go).toHaveBeenCalledWith('blame/read', 'taboos');
  });

  it('lets it wait again when the change is undone, by whichever button, and not when it is done again', () => {
    const { bench, onSettle, onReopen, root } = open([dismissed]);
    click(byRole(root, 'button', 'Make an exception'));
    act(() => bench.edit({ kind: 'header', change: { name: 'Other' } }));
    act(() => bench.undo());
    expect(onReopen).not.toHaveBeenCalled();
    act(() => bench.undo());
    expect(bench.own.value.taboos).toEqual([]);
    expect(onReopen).toHaveBeenCalledExactlyOnceWith(dismissed.item);
    act(() => bench.redo());
    expect(onSettle).toHaveBeenCalledTimes(2);
    expect(onReopen).toHaveBeenCalledTimes(1);
  });

  it('lets it wait again also where the book already said so', () => {
    const { bench, onReopen, root } = open([dismissed]);
    click(byRole(root, 'button', 'Make an example that must pass'));
    click(byRole(root, 'button', 'Make an example that must pass'));
    act(() => bench.undo());
    expect(onReopen).toHaveBeenCalledTimes(1);
    expect(bench.own.value.taboos).toHaveLength(1);
  });

  it('still lets it wait again after another tab saved in between', () => {
    const { bench, onReopen, root } = open([dismissed]);
    click(byRole(root, 'button', 'Make an exception'));
    act(() => bench.catchUp({ ...bench.own.value, name: 'Elsewhere' }, 7));
    act(() => bench.undo());
    expect(onReopen).toHaveBeenCalledTimes(1);
  });

  it('writes a script out of a question without a rule', () => {
    const { bench, go, root } = open([gap]);
    click(byRole(root, 'button', 'Write a script'));
    expect(bench.own.value.scripts[0]).toMatchObject({ id: 'answer', text: 'Yes, cold.' });
    expect(go).toHaveBeenCalledWith('answer', 'scripts');
  });

  it('leaves alone what a trainer declines', () => {
    const { bench, onSettle, root } = open([dismissed]);
    const before = bench.own.value;
    click(byRole(root, 'button', 'Leave as it is'));
    expect(bench.own.value).toBe(before);
    expect(onSettle).toHaveBeenCalledWith(dismissed.item, 'declined', '');
  });

  it('takes what was settled back to what waits', () => {
    const settled = { at: 3, by: 'Lin', as: 'declined', book: '', item: '' } as const;
    const { onReopen, root } = open([{ ...dismissed, settled }]);
    click(byRole(root, 'button', 'Let it wait again'));
    expect(onReopen).toHaveBeenCalledWith(dismissed.item);
  });

  it('shows what became of what is done, and leads there', () => {
    const settled = { at: 3, by: 'Lin', as: 'exception', book: 'own/over', item: 'blame/read' } as const;
    const { root } = open([{ ...dismissed, settled }]);
    const link = root.querySelector('details a');
    expect(link?.textContent).toBe('An exception of blame/read');
    expect(link?.getAttribute('href')).toContain('taboos');
  });

  it('offers nothing about a rule that the book does not have', () => {
    const { root } = open([
      { item: { ...dismissed.item, rule: 'elsewhere' } as Incoming['item'], settled: null, ours: true },
    ]);
    expect(root.textContent).toContain('The rule is not in this book.');
  });
});
