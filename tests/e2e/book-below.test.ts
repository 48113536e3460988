import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILDS } from '../../scripts/driver/session.ts';
import { arrived, faults } from './harness/axe.ts';
import { KIND } from './harness/index.ts';
import { startBrowser } from './harness/killed-browser.ts';

/** A rule of the built-in Chinese book, and what its update says. */
const RULE = 'blame/did-not-look';
const UPDATED = { why: '新版：这样说像在怪顾客。', instead: ['新版：是我们没写清楚。'] };
const MINE = '我们店：别怪顾客没看。';

interface StoredBook {
  taboos: { id: string; why: string; instead: string[] }[];
}

/**
 * The extension is updated under a trainer's own book: the same profile starts again with a build whose built-in book
 * says something else. Chromium alone: Firefox drops a temporary add-on, and what it kept, when it ends.
 */
describe.skipIf(KIND === 'firefox')('an update of the built-in book', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tactful-book-below-'));
    await cp(path.resolve(BUILDS.chromium), path.join(folder, 'build'), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

  const start = () => startBrowser(path.join(folder, 'profile'), path.join(folder, 'build'));
  const press = async (page: Page, label: string): Promise<void> => {
    await page.locator(`::-p-aria([name="${label}"][role="button"])`).click();
  };

  test('is shown against one’s own words, field by field, and decided by keys', async () => {
    const first = await start();
    const { page, base } = first;
    await page.goto(`${base}/trainer.html`);
    await page.locator('.book-card .btn-primary').click();
    await page.locator('.items-row').wait();
    const book = (await page.evaluate(() => location.hash)).split('/')[1];
    const at = (pane: string): string => `${base}/trainer.html#/${book}/${pane}`;
    await page.goto(at(`taboos/${encodeURIComponent(RULE)}`));
    await page.locator('[data-field="why"] textarea').fill(MINE);
    await page.locator('.trainer-state').setTimeout(20_000).wait();
    await page.goto(at('updates'));
    await page.locator('::-p-text(Nothing to decide)').wait();
    // What is typed is kept after a pause.
    await page.waitForFunction(
      async (words) => {
        const request = indexedDB.open('tactful');
        const db = await new Promise<IDBDatabase>((done) => {
          request.onsuccess = () => done(request.result);
        });
        const all = db.transaction('bookDrafts').objectStore('bookDrafts').getAll();
        const drafts = await new Promise<unknown[]>((done) => {
          all.onsuccess = () => done(all.result);
        });
        db.close();
        return JSON.stringify(drafts).includes(words);
      },
      { polling: 100 },
      MINE,
    );
    await first.browser.close();

    const file = path.join(folder, 'build', 'books', 'zh-Hans.json');
    const changed = JSON.parse(await readFile(file, 'utf8')) as StoredBook;
    Object.assign(changed.taboos.find(({ id }) => id === RULE) ?? {}, UPDATED);
    await writeFile(file, JSON.stringify(changed));

    const second = await start();
    const again = second.page;
    try {
      await again.goto(at('updates'));
      await again.locator('.update').wait();
      const said = await again.$$eval('.update-field', (all) => all.map((it) => it.textContent ?? ''));
      expect(said.filter((it) => it.includes(UPDATED.why))).toEqual([expect.stringContaining(MINE)]);
      expect(said.join('')).toContain(UPDATED.instead[0]);
      await arrived(again);
      expect(await faults(again)).toEqual([]);
      // Until it is decided, one's own words stand, and publishing says that something waits.
      await again.goto(at('versions'));
      await again.locator('.versions .banner').wait();
      await again.goto(at('updates'));
      await again.locator('.update').wait();
      for (let tabs = 0; tabs < 200; tabs++) {
        await again.keyboard.press('Tab');
        const on = await again.evaluate(() => document.activeElement?.textContent ?? '');
        if (on === 'Keep mine') break;
      }
      await again.keyboard.press('Enter');
      await again.locator('::-p-text(Nothing to decide)').wait();
      await again.locator('.toast button').click();
      await again.locator('.update').wait();
      await press(again, 'Take theirs');
      await again.locator('::-p-text(Nothing to decide)').wait();
      await again.goto(at(`taboos/${encodeURIComponent(RULE)}`));
      await again.locator('[data-field="why"] textarea').wait();
      expect(
        await again.$eval('[data-field="why"] textarea', (it) => (it as HTMLTextAreaElement).value),
      ).toBe(UPDATED.why);
    } finally {
      await second.browser.close();
    }
  }, 60_000);
});
