import { describe, expect, it } from 'vitest';
import { type BookLore, remarksOnScripts } from '@/lib/workbench';

const DAY = 86_400_000;
const now = 1000 * DAY;
const lore = (change: Partial<BookLore>): BookLore => ({
  now,
  lastUsed: new Map(),
  since: new Map(),
  others: [],
  ...change,
});
const ago = (days: number): ReadonlyMap<string, number> => new Map([['a', now - days * DAY]]);

describe('scripts that nobody uses', () => {
  it.each([
    ['published 60 days ago, never used', { since: ago(60) }, [60]],
    ['published 59 days ago, never used', { since: ago(59) }, []],
    ['used 10 days ago', { since: ago(200), lastUsed: ago(10) }, []],
    ['last used 90 days ago', { since: ago(200), lastUsed: ago(90) }, [90]],
    ['not published yet', {}, []],
  ])('%s', (_, change, days) => {
    expect(remarksOnScripts(['a'], lore(change)).map((it) => (it.kind === 'unused' ? it.days : it))).toEqual(
      days,
    );
  });
});

describe('scripts that another language lacks', () => {
  it('are named with the language', () => {
    const others = [
      { language: 'en', scripts: new Set(['a']) },
      { language: 'zh-Hant', scripts: new Set<string>() },
    ] as const;
    expect(remarksOnScripts(['a'], lore({ others }))).toEqual([
      { kind: 'untold', section: 'scripts', id: 'a', languages: ['zh-Hant'] },
    ]);
  });
});
