// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it } from 'vitest';
import { dayOf, type Repositories, readUsage } from '@/lib/store';
import { aFlag, aNewRecord } from '../review/records';
import { smallBook } from '../workbench/fixtures';
import { ENGINES } from './support';

const DAY = 86_400_000;
const NOW = new Date(2026, 5, 30, 12).getTime();
const book = smallBook({ id: 'own/shop' }) as Parameters<Awaited<ReturnType<typeof readUsage>>>[0];

const sent = (own: Repositories, id: string, rule: string, of: string | null, at: number) =>
  own.sent.add(aNewRecord({ id, sentAt: at, flags: [aFlag({ rule, book: of })] }));

describe.each(ENGINES)('what a book was used for, on %s', (_, open) => {
  it('is nothing where nothing was counted', async () => {
    const usage = (await readUsage(open(), NOW))(book);
    expect(usage).toEqual({ sent: 0, mended: 0, rules: [], scripts: [] });
  });

  it('adds up flags of every version of the book, and replacements of rules that it holds', async () => {
    const own = open();
    await sent(own, 'sent-1', 'blame/read', 'own/shop@1', NOW - DAY);
    await sent(own, 'sent-2', 'blame/read', 'own/shop@2', NOW - 27 * DAY);
    await sent(own, 'sent-3', 'gone/since', 'own/shop@1', NOW);
    // Another book whose id begins alike, no book, and too long ago.
    await sent(own, 'sent-4', 'blame/read', 'own/shop-2@1', NOW);
    await sent(own, 'sent-5', 'blame/read', null, NOW);
    await sent(own, 'sent-6', 'blame/read', 'own/shop@1', NOW - 40 * DAY);
    for (const language of ['en', 'en', 'zh-Hans'] as const)
      await own.bookDays.add(dayOf(NOW), language, 'mended', 'blame/read');
    await own.bookDays.add(dayOf(NOW), 'en', 'mended', 'elsewhere');
    const { scripts, ...usage } = (await readUsage(own, NOW))(book);
    expect(usage).toEqual({
      sent: 3,
      mended: 2,
      rules: [
        { rule: 'blame/read', sent: 2, mended: 2 },
        { rule: 'gone/since', sent: 1, mended: 0 },
      ],
    });
    expect(scripts).toEqual([]);
  });

  it('tells scripts of one id in two languages apart', async () => {
    const own = open();
    await own.bookDays.add(dayOf(NOW), 'zh-Hant', 'scripts', 'thanks-1');
    expect((await readUsage(own, NOW))(book).scripts).toEqual([]);
    await own.bookDays.add(dayOf(NOW), 'en', 'scripts', 'thanks-1');
    await own.bookDays.add(dayOf(NOW - DAY), 'en', 'scripts', 'thanks-1');
    await own.bookDays.add(dayOf(NOW - 28 * DAY), 'en', 'scripts', 'thanks-1');
    expect((await readUsage(own, NOW))(book).scripts).toEqual([{ script: 'thanks-1', count: 2 }]);
  });

  it('counts under a name that every object has', async () => {
    const own = open();
    await own.bookDays.add('2026-06-30', 'en', 'scripts', 'constructor');
    await own.bookDays.add('2026-06-30', 'en', 'scripts', 'constructor');
    const [day] = await own.bookDays.list('2026-06-30', '2026-06-30');
    expect(Object.entries(day?.counts.scripts ?? {})).toEqual([['constructor', 2]]);
  });
});
