import { describe, expect, it } from 'vitest';
import type { Book, OwnBook } from '@/lib/phrasebook';
import { checkUp, healthOn } from '@/lib/workbench';
import { smallBook } from './fixtures';

const healthOf = (own: Parameters<typeof checkUp>[0], base: Parameters<typeof checkUp>[1], today: string) =>
  healthOn(checkUp(own, base), today);

const TODAY = '2026-06-30';
const rule = smallBook().taboos[0]!;
const taboo = (change: object): Partial<OwnBook> => ({
  taboos: [{ ...rule, ...change }] as OwnBook['taboos'],
});
const sound = { errors: 0, warnings: 0, dead: 0, expired: 0 };

describe('how a book stands', () => {
  it.each<[string, Partial<OwnBook>, object]>([
    ['sound', {}, sound],
    ['a day of review that has passed', taboo({ reviewBy: '2026-06-29' }), { warnings: 1, expired: 1 }],
    ['a day of review that is today', taboo({ reviewBy: TODAY }), sound],
    ['an example that is not found', taboo({ flag: ['nothing of that'] }), { dead: 1, expired: 0 }],
  ])('%s', (_, change, expected) => {
    expect(healthOf(smallBook(change), undefined, TODAY)).toMatchObject(expected);
  });

  it.each([['(you'], ['nothing of that']])('cannot be published with %s', (flag) => {
    expect(healthOf(smallBook(taboo({ flag: [flag] })), undefined, TODAY).errors).toBeGreaterThan(0);
  });

  it('is not warned of what the book below wrote', () => {
    const base = smallBook({ id: 'base', ...taboo({ reviewBy: '2020-01-01' }) });
    const over = smallBook({ id: 'own/over', extends: 'base', lists: {}, taboos: [], scripts: [] });
    expect(healthOf(base, undefined, TODAY).expired).toBe(1);
    expect(healthOf(over, { book: base as Book }, TODAY)).toEqual(sound);
  });
});
