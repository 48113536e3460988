import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import version1 from '../fixtures/store/version-1.json';
import version2 from '../fixtures/store/version-2.json';
import { KIND, useStage } from './harness/index.ts';
import { startBrowser } from './harness/killed-browser.ts';
import { letGo, type OldStore, reportSent, writeOldStore } from './harness/old-store.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Without its book, which is no whole one. */
function withoutBooks({ version, tables }: OldStore): OldStore {
  const { bookVersions, bookHeads, ...rest } = tables;
  const empty = (table: typeof bookVersions) => ({ ...table!, records: [] });
  return { version, tables: { ...rest, bookVersions: empty(bookVersions), bookHeads: empty(bookHeads) } };
}

const banners = (page: Page): Promise<string> =>
  page.$$eval('.banner', (all) => all.map((it) => it.textContent).join('\n'));
const message = (page: Page): Promise<string> =>
  page.$eval('.detail-message', (it) => it.textContent ?? '').catch(() => '');
const waiting = (page: Page): Promise<string> =>
  page.$eval('.workplace-count', (it) => it.textContent ?? '').catch(() => '');
const click = (page: Page, label: string): Promise<void> =>
  page.locator(`::-p-aria([name="${label}"][role="button"])`).click();

describe(`a store in trouble (${KIND})`, () => {
  const stage = useStage();

  test('an old tab that holds the store is named, and what every older version kept is there afterwards', async () => {
    const own = await stage.openExtension('icons/16.png');
    await own.evaluate(writeOldStore, withoutBooks(version1), true);
    const first = await stage.openExtension('review.html', 'window');
    // Firefox tells of the old tab after seconds, or not at all: then the page says that it cannot open the store.
    await expect
      .poll(() => banners(first))
      .toMatch(KIND === 'firefox' ? /older page|cannot be opened/ : /older page/);
    await own.evaluate(letGo);
    await expect.poll(() => waiting(first)).toBe('1');
    // Somebody deleted the database under the extension: it says so, once.
    await expect.poll(() => banners(first)).toContain('The store was begun anew, empty');
    expect(await banners(first)).not.toMatch(/older page|cannot be opened/);
    await click(first, 'Got it');
    await expect.poll(() => banners(first)).toBe('');
    await expect.poll(() => message(first)).toContain('well you got extra anyway');
    await first.close();

    await own.evaluate(writeOldStore, withoutBooks(version2), false);
    const second = await stage.openExtension('review.html', 'window');
    await expect.poll(() => waiting(second)).toBe('2');
    await expect.poll(() => second.$$eval('.queue-row', (all) => all.length)).toBe(2);
    await expect
      .poll(() => second.$eval('.queue-list', (it) => it.textContent))
      .toContain('please order again then');
    await click(second, 'Got it');
  });

  // Firefox runs no script of ours before those of an extension's page.
  test.skipIf(KIND === 'firefox')(
    'a clock that was set back is named, and nothing is deleted because of it',
    async () => {
      const page = await stage.openExtension('icons/16.png');
      // The store of the test before was opened by a page; a new one is as good as any.
      await page.evaluateOnNewDocument((back) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() - back;
      }, 400 * DAY);
      await stage.session.gotoExtension(page, 'review.html');
      await expect.poll(() => banners(page)).toContain('a time that has not come');
      expect(await waiting(page)).toBe('2');
    },
  );
});

describe.skipIf(KIND === 'firefox')('a profile in trouble', () => {
  let profile: string;
  beforeAll(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'tactful-faults-'));
  });
  afterAll(() => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

  const filesOf = async (): Promise<string[]> => {
    const folder = path.join(profile, 'Default', 'IndexedDB');
    const all = await readdir(folder, { recursive: true, withFileTypes: true });
    return all
      .filter((it) => it.isFile() && it.parentPath.includes('chrome-extension') && it.name !== 'LOCK')
      .map((it) => path.join(it.parentPath, it.name));
  };

  /** Starts the browser on a profile with the QA page open. */
  const start = async (at = profile) => {
    const { browser, page, base } = await startBrowser(at);
    const qa = await browser.newPage();
    await qa.goto(`${base}/review.html`);
    await qa.locator('.workplace-nav').wait();
    const send = (name: string, filler = ''): Promise<boolean> =>
      page.evaluate(reportSent, `fault-message-${name}`, `You got extra anyway, ${name}.${filler}`);
    return { browser, page, base, qa, send };
  };
  const marked = (page: Page): Promise<number> =>
    page.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { get(key: string): Promise<{ logMark?: { written: number } }> } } };
      };
      return (await chrome.storage.local.get('logMark')).logMark?.written ?? 0;
    });

  test('files that were damaged: what is gone is told, with what to do, and work goes on', async () => {
    const before = await start();
    for (let at = 0; at < 12; at++) expect(await before.send(`kept-${at}`)).toBe(true);
    await expect.poll(() => marked(before.page)).toBe(12);
    await before.browser.close();

    // The newest part of the journal is gone: the browser goes on with what is left, and says nothing.
    const journals = (await filesOf()).filter((it) => it.endsWith('.log'));
    for (const file of journals) {
      const bytes = await readFile(file);
      await writeFile(file, bytes.subarray(0, Math.floor(bytes.length * 0.8)));
    }
    const shorter = await start();
    await expect.poll(() => banners(shorter.qa)).toMatch(/messages that were kept on .* are missing/);
    const left = Number(await waiting(shorter.qa));
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(12);
    expect(await banners(shorter.qa)).toContain(`${12 - left} messages that were kept`);
    await click(shorter.qa, 'Got it');
    expect(await shorter.send('after')).toBe(true);
    await expect.poll(() => waiting(shorter.qa)).toBe(String(left + 1));
    await expect.poll(() => marked(shorter.page)).toBe(left + 1);
    await shorter.browser.close();

    // Nothing can be read any more: the browser begins an empty database.
    for (const file of await filesOf()) await writeFile(file, Buffer.alloc(2048, 0x5a));
    const anew = await start();
    await expect.poll(() => banners(anew.qa)).toContain(`it still held ${left + 1} messages for QA`);
    expect(await anew.send('anew')).toBe(true);
    await expect.poll(() => waiting(anew.qa)).toBe('1');
    await anew.browser.close();
  });

  const isMountable = process.platform === 'linux' && process.getuid?.() === 0;
  test.skipIf(!isMountable)(
    'a full disk: nothing is lost, what was not kept is told, and the banner goes when there is space',
    async () => {
      // No quota holds for an extension that asked for none: the disk itself has to be full.
      const disk = await mkdtemp(path.join(tmpdir(), 'tactful-disk-'));
      asRoot('mount', '-t', 'tmpfs', '-o', 'size=96m', 'tactful-test', disk);
      try {
        const { browser, qa, send } = await start(path.join(disk, 'profile'));
        for (let at = 0; at < 3; at++) expect(await send(`before-${at}`)).toBe(true);
        await expect.poll(() => waiting(qa)).toBe('3');
        const ballast = path.join(disk, 'ballast');
        fillUp(ballast);
        await expect.poll(() => send(`full-${sent++}`, 'x'.repeat(400))).toBe(false);
        // Whichever context the browser cut off first says what it met.
        await expect.poll(() => banners(qa)).toMatch(/no space left|cannot be opened/);
        const kept = await waiting(qa);
        expect(Number(kept)).toBeGreaterThanOrEqual(3);
        await rm(ballast);
        await expect.poll(() => send(`after-${sent++}`)).toBe(true);
        await expect.poll(() => banners(qa)).toBe('');
        await expect.poll(() => waiting(qa)).toBe(String(Number(kept) + 1));
        await browser.close();
      } finally {
        asRoot('umount', '-l', disk);
        await rm(disk, { recursive: true, force: true });
      }
    },
  );
});

const asRoot = (command: string, ...args: readonly string[]): Buffer => execFileSync(command, args);

let sent = 0;

/** Writes a file until the disk takes no more. */
function fillUp(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (const size of [1 << 20, 1 << 12, 1]) {
      const block = Buffer.alloc(size);
      try {
        for (;;) writeSync(handle, block);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(handle);
  }
}
