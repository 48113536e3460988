import path from 'node:path';
import puppeteer, {
  type Browser,
  type CDPSession,
  type ElementHandle,
  type Frame,
  type Page,
} from 'puppeteer-core';
import { requireBrowser } from '../browsers.ts';
import { BUILDS, type InputMethod, type LaunchOptions, type Session, VIEWPORT } from './session.ts';

const SWITCHES = [
  '--no-first-run',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What we need of puppeteer that its types keep to themselves. */
interface AdoptingFrame {
  client: CDPSession;
  mainRealm(): { adoptBackendNode(id: number): Promise<ElementHandle<ShadowRoot>> };
}

/** Chromium with the build loaded over the debugging pipe: branded Chrome ignores --load-extension. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Session> {
  const { build = BUILDS.chromium, visible = false } = options;
  const browser = await puppeteer.launch({
    executablePath: options.executable ?? requireBrowser('chromium').executable,
    headless: !visible,
    pipe: true,
    enableExtensions: true,
    userDataDir: options.profile,
    defaultViewport: visible ? null : VIEWPORT,
    ignoreDefaultArgs: visible ? ['--enable-automation'] : [],
    args: process.getuid?.() === 0 ? [...SWITCHES, '--no-sandbox'] : SWITCHES,
  });
  const id = await browser.installExtension(path.resolve(build));
  const extensionUrl = (file: string) => `chrome-extension://${id}/${file}`;
  return {
    kind: 'chromium',
    browser,
    extensionUrl,
    gotoExtension: async (page, file) => {
      await page.goto(extensionUrl(file));
    },
    approve: (origin) => approve(browser, id, origin),
    pressAction: async (page) => {
      const extension = (await browser.extensions()).get(id);
      if (!extension) throw new Error('The extension is not installed.');
      await page.bringToFront();
      await page.triggerExtensionAction(extension);
      const popup = await browser.waitForTarget((target) =>
        target.url().startsWith(extensionUrl('popup.html')),
      );
      await (await popup.asPage()).close();
    },
    shadowRoot,
    type: async (page, text) => {
      const cdp = await page.createCDPSession();
      for (const character of text) await press(cdp, page, character);
      await cdp.detach();
    },
    inputMethod,
    greeting: await greeting(browser, extensionUrl('practice.html')),
    close: () => browser.close(),
  };
}

/** A newcomer's first page comes up in front of everything else: nothing can be tried before it is there. */
async function greeting(browser: Browser, url: string): Promise<Page> {
  const target = await browser.waitForTarget((it) => it.url().startsWith(url));
  const page = await target.page();
  if (!page) throw new Error('The practice console did not open.');
  return page;
}

/**
 * The extensions page can add a site to what an extension was granted before; asked for that site, Chromium then
 * says yes without a prompt. The extension still has to ask, on a real click, with the manifest it ships.
 */
async function approve(browser: Browser, id: string, origin: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    async (extension, pattern) => {
      const { chrome } = globalThis as unknown as {
        chrome: { developerPrivate: { addHostPermission(id: string, pattern: string): Promise<void> } };
      };
      await chrome.developerPrivate.addHostPermission(extension, pattern);
    },
    id,
    `${origin}/*`,
  );
  await page.close();
}

async function shadowRoot(frame: Frame, host: string): Promise<ElementHandle<ShadowRoot> | null> {
  const element = await frame.$(host);
  if (!element) return null;
  const { client } = frame as unknown as AdoptingFrame;
  const { node } = await client.send('DOM.describeNode', {
    objectId: element.remoteObject().objectId,
    pierce: true,
  });
  const root = node.shadowRoots?.[0];
  if (!root) return null;
  return (frame as unknown as AdoptingFrame).mainRealm().adoptBackendNode(root.backendNodeId);
}

async function press(cdp: CDPSession, page: Page, character: string): Promise<void> {
  if (/^[\x20-\x7e\n]$/.test(character)) return page.keyboard.type(character);
  const key = { key: character, text: character, unmodifiedText: character };
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: character });
}

/** A key that the input method took for itself has this code. */
const KEY_TAKEN = 229;

function inputMethod(page: Page): InputMethod {
  const withSession = async (work: (cdp: CDPSession) => Promise<void>, key = 'Process') => {
    const cdp = await page.createCDPSession();
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key,
      windowsVirtualKeyCode: KEY_TAKEN,
    });
    await work(cdp);
    await cdp.detach();
  };
  return {
    compose: (text) =>
      withSession(async (cdp) => {
        await cdp.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      }),
    commit: (text, key) => withSession((cdp) => cdp.send('Input.insertText', { text }), key),
  };
}
