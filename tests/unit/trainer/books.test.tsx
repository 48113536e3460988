// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { type BookStanding, BooksPage, type ListedBook } from '@/components/trainer';
import { allByRole, byRole, click, stage } from '../ui/stage';

const listed = (change: Partial<ListedBook> = {}): ListedBook => ({
  id: 'own/shop',
  name: 'Our shop',
  language: 'en',
  version: 3,
  kind: 'own',
  draft: null,
  waits: false,
  publishedAt: Date.UTC(2026, 5, 30, 12),
  problem: null,
  rules: 2,
  scripts: 4,
  ...change,
});
const unknown: BookStanding = { health: null, usage: null };

function open(books: readonly ListedBook[], standing: BookStanding = unknown) {
  const onBuildOn = vi.fn();
  const onCopy = vi.fn();
  const root = stage(
    <BooksPage books={books} standingOf={() => standing} onBuildOn={onBuildOn} onCopy={onCopy} />,
  );
  return { onBuildOn, onCopy, root };
}

describe('the list of books', () => {
  it('tells a subscribed book apart and copies it to be changed', () => {
    const { root, onCopy } = open([listed(), listed({ id: 'team/shop', name: 'Team', kind: 'subscribed' })]);
    expect(allByRole(root, 'heading').map((it) => it.textContent)).toContain('From a subscription');
    click(byRole(root, 'button', 'Copy to change'));
    expect(onCopy).toHaveBeenCalledWith('team/shop');
  });

  it('says that a book is being checked until it is known how it stands', () => {
    const { root } = open([listed()]);
    expect(root.textContent).toContain('Being checked…');
    expect(root.textContent).not.toContain('Last 28 days');
  });

  it('says how many are checked by now, and nothing when all are', () => {
    const standing = { health: { errors: 0, warnings: 0, dead: 0, expired: 0 }, usage: null };
    const books = [listed(), listed({ id: 'own/other' })];
    const status = (standingOf: (id: string) => BookStanding) =>
      stage(
        <BooksPage books={books} standingOf={standingOf} onBuildOn={vi.fn()} onCopy={vi.fn()} />,
      ).querySelector('.books-checking')?.textContent;
    expect(status((id) => (id === 'own/shop' ? standing : unknown))).toBe('1 of 2 books checked');
    expect(status(() => standing)).toBe('');
  });

  it('says how a book stands, and leads to its check', () => {
    const { root } = open([listed()], {
      health: { errors: 1, warnings: 3, dead: 1, expired: 2 },
      usage: null,
    });
    const link = root.querySelector('.book-health');
    expect(link?.textContent).toBe('1 to mend3 to look at');
    expect(link?.getAttribute('href')).toContain('/lint');
    expect(root.textContent).toContain('1 without effect · 2 past their review · Published Jun 30, 2026');
  });

  it('says what it was used for, and leads to the rules and scripts', () => {
    const { root } = open([listed()], {
      health: { errors: 0, warnings: 0, dead: 0, expired: 0 },
      usage: {
        sent: 2,
        mended: 5,
        rules: [{ rule: 'blame/read', sent: 2, mended: 5 }],
        scripts: [{ script: 'thanks-1', count: 9 }],
        scriptsInAll: 4,
      },
    });
    expect(root.textContent).toContain('7 flags: 5 mended, 2 sent all the same1 of 4 scripts used');
    expect([...root.querySelectorAll('.book-named a')].map((it) => it.getAttribute('href'))).toEqual([
      '#/own%2Fshop/taboos/blame%2Fread',
      '#/own%2Fshop/scripts/thanks-1',
    ]);
  });
});
