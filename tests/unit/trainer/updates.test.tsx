// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Bench, createBench, UpdatesPane, VersionsPane } from '@/components/trainer';
import { createToaster } from '@/components/ui';
import { locale } from '@/lib/i18n';
import type { Book, OwnBook } from '@/lib/phrasebook';
import { lay, newsBelow, proofOf } from '@/lib/workbench';
import { allByRole, byRole, click, stage } from '../ui/stage';
import { smallBook } from '../workbench/fixtures';

afterEach(() => {
  locale.value = 'en';
});

const lifetime = new AbortController().signal;
const rule = smallBook().taboos[0]!;
const was = smallBook({ id: 'base' }) as Book;
const now = smallBook({ id: 'base', taboos: [{ ...rule, why: 'New words.' }] }) as Book;

/** A book that was written on the base before its update, and is opened after it. */
function opened(change: Partial<OwnBook>, base: Book = now) {
  const own = smallBook({ id: 'own/over', extends: 'base', lists: {}, taboos: [], scripts: [], ...change });
  const save = vi.fn(async (_book: OwnBook, rev: number, _foundation: object) => ({
    kind: 'kept' as const,
    rev: rev + 1,
  }));
  const bench = createBench({
    opened: {
      id: own.id,
      language: 'en',
      own,
      base: { book: base },
      rev: 1,
      foundation: lay(own, was),
      from: 'own',
    },
    save,
    prove: async (book) => proofOf(book, { book: base }),
    lifetime,
    pause: 60_000,
  });
  return { bench, save, root: pane(bench) };
}

const pane = (bench: Bench) => stage(<UpdatesPane bench={bench} toaster={createToaster(lifetime)} />);

const OURS = { taboos: [{ id: rule.id, why: 'Ours.' }] };

describe('an update of the book below, in the page', () => {
  it('shows how it was, how it is, and ours', () => {
    const { root } = opened(OURS);
    const sides = [...root.querySelectorAll('.update-sides dd')].map((it) => it.textContent);
    expect(sides).toEqual([rule.why, 'New words.', 'Ours.']);
  });

  it('keeps ours, and keeps that it was settled', async () => {
    const { bench, save, root } = opened(OURS);
    click(byRole(root, 'button', 'Keep mine'));
    expect(bench.updates.value).toEqual([]);
    await bench.flush();
    expect(save).toHaveBeenCalledTimes(1);
    expect(save.mock.calls[0]?.[0].taboos).toEqual(OURS.taboos);
    expect(save.mock.calls[0]?.[2]).toEqual({ 'taboos:blame/read': now.taboos[0] });
  });

  it('takes theirs', () => {
    const { bench, root } = opened(OURS);
    click(byRole(root, 'button', 'Take theirs'));
    expect(bench.own.value.taboos).toEqual([]);
    expect(bench.updates.value).toEqual([]);
  });

  it('leads to the item to edit it, which stays listed until it is settled', () => {
    const { bench, root } = opened(OURS);
    expect(root.querySelector('a.btn')?.getAttribute('href')).toContain('/taboos/');
    bench.edit({ kind: 'put', section: 'taboos', item: { id: rule.id, why: 'Ours, better.' } });
    expect(bench.updates.value).toMatchObject([{ kind: 'both', fields: [{ ours: 'Ours, better.' }] }]);
  });

  it('makes what is gone part of the book', () => {
    const { bench, root } = opened(OURS, smallBook({ id: 'base', taboos: [] }) as Book);
    click(byRole(root, 'button', 'Make it part of my book'));
    expect(bench.own.value.taboos).toEqual([{ ...rule, why: 'Ours.' }]);
    expect(bench.updates.value).toEqual([]);
  });

  it('a way back takes the decision back', () => {
    const { bench } = opened(OURS);
    const back = bench.settleUpdates(bench.updates.value);
    back();
    expect(bench.updates.value).toHaveLength(1);
  });

  it('lets a book be published for what came from below alone', () => {
    const { bench } = opened({});
    const own = bench.own.value;
    const news = newsBelow({ source: { ...was, id: own.id } as Book, own }, own, now);
    const nothing = vi.fn();
    const version = { version: 1, savedAt: 1, by: '', note: '', emergency: null, book: own };
    const props = { onSend: nothing, onBack: nothing, onNote: nothing, onPublish: nothing, onUse: nothing };
    const root = stage(
      <VersionsPane bench={bench} versions={[version]} current={1} news={news} review={null} {...props} />,
    );
    expect(root.textContent).toContain('1 change in the built-in book');
    expect(allByRole(root, 'button', 'Publish')).toHaveLength(1);
  });

  it.each(['zh-CN', 'zh-TW'] as const)('says it in %s', (to) => {
    locale.value = to;
    const { root } = opened(OURS);
    expect(root.textContent).not.toMatch(/Keep|Yours|both/);
  });
});
