import type { CDPSession, Page } from 'puppeteer-core';
import { type BrowserKind, installedBrowsers } from '../../scripts/browsers';
import { launchChromium } from '../../scripts/driver/chromium';
import { launchFirefox } from '../../scripts/driver/firefox';
import type { Session } from '../../scripts/driver/session';
import { type PageServer, startPageServer } from '../e2e/pages/server';

/** The editors that stand for their kind: one text control, one contenteditable. */
export type BenchEditor = 'textarea' | 'prosemirror';

/** A browser with the shipped build switched on for a chat page of the tests. */
export interface Desk {
  readonly session: Session;
  /** A chat page with that editor, focused; nothing is in it yet. */
  open(editor: BenchEditor): Promise<Page>;
  /** The panel of that page, in a window of its own; `early` runs in it before anything of ours does. */
  openPanel(page: Page, early?: () => void): Promise<Page>;
  close(): Promise<void>;
}

/** `null` where that browser is not installed. */
export async function openDesk(kind: BrowserKind): Promise<Desk | null> {
  if (!installedBrowsers().some((it) => it.kind === kind)) return null;
  const server = await startPageServer();
  const session = await (kind === 'firefox' ? launchFirefox() : launchChromium());
  await session.greeting.close();
  const close = async () => {
    await session.close();
    await server.stop();
  };
  try {
    await switchOn(session, server);
  } catch (error) {
    await close();
    throw error;
  }
  let visits = 0;
  const open = async (editor: BenchEditor) => {
    const page = await session.browser.newPage();
    visits += 1;
    await page.goto(`http://localhost:${server.port}/chat?editor=${editor}&visit=${visits}`);
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
    await giveNames(page);
    await page.click('[data-composer="0"]');
    return page;
  };
  return { session, open, openPanel: (page, early) => openPanel(session, page, early), close };
}

async function switchOn(session: Session, server: PageServer): Promise<void> {
  const page = await session.browser.newPage();
  await page.goto(`http://localhost:${server.port}/chat`);
  await session.approve('http://localhost');
  await session.pressAction(page);
  const panel = await openPanel(session, page);
  await panel.locator('::-p-aria(Turn on for localhost)').click();
  await page.bringToFront();
  await page.click('[data-composer="0"]');
  await panel.locator('::-p-text(What happened to the customer)').wait();
  await panel.close();
  await page.close();
}

async function openPanel(session: Session, page: Page, early?: () => void): Promise<Page> {
  const asking = await session.browser.newPage({ type: 'tab', background: true });
  await session.gotoExtension(asking, 'icons/16.png');
  await page.bringToFront();
  const tab = await asking.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(filter: object): Promise<{ id: number }[]> } };
    };
    const [front] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return front?.id;
  });
  await asking.close();
  const panel = await session.browser.newPage({ type: 'window' });
  if (early) await panel.evaluateOnNewDocument(early);
  await session.gotoExtension(panel, `sidepanel.html?tab=${tab}`);
  await giveNames(panel);
  return panel;
}

/** The runner of the benches names functions by a helper of its own, which functions sent into a page miss there. */
export async function giveNames(page: Page): Promise<void> {
  await page.evaluate('globalThis.__name = (it) => it');
}

/** Makes the processor of a page that many times slower, in Chromium. */
export async function slowDown(page: Page, rate: number): Promise<CDPSession> {
  const cdp = await page.createCDPSession();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  return cdp;
}
