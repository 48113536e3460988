import { once } from 'node:events';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { requireBrowser } from '../../../scripts/browsers.ts';
import { BUILDS } from '../../../scripts/driver/session.ts';

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A browser that is there to be killed, with a page of the extension's own on which nothing runs. */
export interface Doomed {
  browser: Browser;
  page: Page;
  /** The extension's root, without a slash. */
  base: string;
}

/** Starts Chromium with a build, the shipped one unless another is named, on a profile that outlives it. */
export async function startBrowser(profile: string, build: string = BUILDS.chromium): Promise<Doomed> {
  const browser = await puppeteer.launch({
    executablePath: requireBrowser('chromium').executable,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    args: [
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const id = await browser.installExtension(path.resolve(build));
  const base = `chrome-extension://${id}`;
  // The newcomer's page would only take the machine's time.
  browser.on('targetcreated', (target) => {
    if (target.url() === `${base}/practice.html`)
      void target.page().then((it) => it?.close().catch(() => undefined));
  });
  const page = await browser.newPage();
  await page.goto(`${base}/icons/16.png`);
  return { browser, page, base };
}

/** The browser's own process: its children follow it. */
export async function killBrowser(browser: Browser): Promise<void> {
  const process = browser.process();
  if (!process) throw new Error('The browser has no process.');
  const gone = once(process, 'exit');
  process.kill('SIGKILL');
  await gone;
}
