import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import type { BrowserKind } from '../../../scripts/browsers.ts';
import { launchChromium } from '../../../scripts/driver/chromium.ts';
import { launchFirefox } from '../../../scripts/driver/firefox.ts';
import type { LaunchOptions, Session } from '../../../scripts/driver/session.ts';
import { ConsoleLink } from './console-link.ts';

export type { Session } from '../../../scripts/driver/session.ts';

/** A document of the extension with its rights and no code. */
const INERT_FILE = 'icons/16.png';
const PICTURES = 'output/e2e';

/** The browser of this run. */
export const KIND: BrowserKind = process.env.TACTFUL_E2E_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** Holds the session of a test file; it lives from beforeAll to afterAll. */
export interface Stage {
  readonly session: Session;
  /** Opens a tab that is closed after the test; pictures of the open tabs are taken where it fails. */
  open(url: string): Promise<Page>;
  /** Opens one of the extension's own pages in such a tab, or in a window of its own so that both are seen. */
  openExtension(file: string, type?: 'tab' | 'window'): Promise<Page>;
  /** The extension's number for the tab of a page, which it brings to the front. */
  tabId(page: Page): Promise<number>;
  /** Talks to the console of a page over the panel's port. */
  link(page: Page): Promise<ConsoleLink>;
  /** Opens the panel of a tab in a window of its own, so that both are seen, as side by side. */
  openPanel(page: Page): Promise<Page>;
  /** Switches the site of a page on, as an agent does: the button, then "Turn on" in the panel. */
  turnOn(page: Page, host?: string): Promise<void>;
}

/** Starts the browser for the tests of a file and closes it after them. Call it at the top of a describe. */
export function useStage(launch: LaunchOptions = {}): Stage {
  let session: Session | undefined;
  let pages: Page[] = [];
  let inert: Page | undefined;

  const running = () => {
    if (!session) throw new Error('The browser is not running.');
    return session;
  };
  const newPage = async (type: 'tab' | 'window' = 'tab') => {
    const page = await running().browser.newPage({ type });
    pages.push(page);
    return page;
  };

  beforeAll(async () => {
    session = await (KIND === 'firefox' ? launchFirefox(launch) : launchChromium(launch));
    await session.greeting.close();
  });
  afterEach(async ({ task }) => {
    const open = pages;
    pages = [];
    for (const [index, page] of open.entries()) {
      // A popup closes itself when it is done.
      if (page.isClosed()) continue;
      if (task.result?.state === 'fail') await takePicture(page, `${task.name}-${KIND}-${index}`);
      await page.close();
    }
  });
  afterAll(async () => {
    await session?.close();
  });

  const ownPage = async () => {
    if (inert) return inert;
    inert = await running().browser.newPage({ type: 'tab', background: true });
    await running().gotoExtension(inert, INERT_FILE);
    return inert;
  };
  /** Asked once: with several windows open, the one in front is not always the one that had the focus last. */
  const tabIds = new WeakMap<Page, number>();
  const tabId = async (page: Page) => {
    const known = tabIds.get(page);
    if (known !== undefined) return known;
    const asking = await ownPage();
    await page.bringToFront();
    const id = await asking.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { tabs: { query(filter: object): Promise<{ id: number }[]> } };
      };
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return tab?.id;
    });
    if (id === undefined) throw new Error('No tab is in front.');
    tabIds.set(page, id);
    return id;
  };
  const openPanel = async (page: Page) => {
    const tab = await tabId(page);
    const panel = await newPage('window');
    await running().gotoExtension(panel, `sidepanel.html?tab=${tab}`);
    return panel;
  };

  return {
    get session() {
      return running();
    },
    open: async (url) => {
      const page = await newPage();
      await page.goto(url);
      return page;
    },
    openExtension: async (file, type) => {
      const page = await newPage(type);
      await running().gotoExtension(page, file);
      return page;
    },
    tabId,
    link: async (page) => ConsoleLink.open(await ownPage(), await tabId(page)),
    openPanel,
    turnOn: async (page, host = 'localhost') => {
      await running().approve(`http://${host}`);
      await running().pressAction(page);
      const panel = await openPanel(page);
      await panel.locator(`::-p-aria(Turn on for ${host})`).click();
      await ConsoleLink.open(await ownPage(), await tabId(page));
      await panel.close();
      pages = pages.filter((open) => open !== panel);
      await page.bringToFront();
    },
  };
}

async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const file = path.join(PICTURES, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`);
  await page.screenshot({ path: file as `${string}.png` });
}

let visits = 0;

/** The address of a chat page; see pages/chat.ts for what `wish` may hold. Every address is a new one. */
export function chatUrl(wish: Record<string, string | readonly string[]> = {}, host = 'localhost'): string {
  visits += 1;
  const query = new URLSearchParams({ visit: String(visits) });
  for (const [name, value] of Object.entries(wish)) {
    for (const one of typeof value === 'string' ? [value] : value) query.append(name, one);
  }
  return `http://${host}:${inject('pagePort')}/chat?${query}`;
}

/** Waits until the page has built its editor; fails with the page's own error. */
export async function chatReady(frame: Page | Frame): Promise<void> {
  await frame.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  const state = await frame.evaluate(() => document.documentElement.dataset.ready);
  if (state !== 'yes') throw new Error(`The page did not build: ${state}`);
}

/** Two frames and a turn of the event loop later: whatever a key press caused has been painted. */
export async function painted(frame: Page | Frame): Promise<void> {
  await frame.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
}
