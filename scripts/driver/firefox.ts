import { readFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type Frame, type Page } from 'puppeteer-core';
import { requireBrowser } from '../browsers.ts';
import { BUILDS, type InputMethod, type LaunchOptions, type Session, VIEWPORT } from './session.ts';

/** Firefox gives every extension a random address; this preference fixes ours. */
const UUID = '7ac7f01a-0000-4000-8000-000000000001';

const PREFERENCES = {
  // The extension still has to ask on a real click; the prompt alone is answered with yes.
  'extensions.webextOptionalPermissionPrompts': false,
  'browser.shell.checkDefaultBrowser': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'app.normandy.enabled': false,
};

/** What we need of puppeteer's BiDi side that its types keep to themselves. */
interface BidiBrowser {
  connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}

interface BidiFrame {
  _id: string;
  mainRealm(): { createHandle(value: RemoteNode): ElementHandle<ShadowRoot> };
}

interface RemoteNode {
  type: 'node';
  sharedId: string;
  value?: { shadowRoot?: RemoteNode | null };
}

interface Answer {
  type: 'success' | 'exception';
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

/** Firefox over WebDriver BiDi, the build installed as a temporary add-on. */
export async function launchFirefox(options: LaunchOptions = {}): Promise<Session> {
  const { build = BUILDS.firefox, visible = false } = options;
  const manifest = JSON.parse(readFileSync(path.join(build, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  const { id } = manifest.browser_specific_settings.gecko;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executable ?? requireBrowser('firefox').executable,
    headless: !visible,
    userDataDir: options.profile,
    defaultViewport: visible ? null : VIEWPORT,
    // The input method of the tests needs it; a window a person uses does not.
    args: visible ? [] : ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      ...(visible ? {} : PREFERENCES),
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
    },
  });
  await browser.installExtension(path.resolve(build));
  const extensionUrl = (file: string) => `moz-extension://${UUID}/${file}`;
  return {
    kind: 'firefox',
    browser,
    extensionUrl,
    gotoExtension: async (page, file) => {
      // page.goto() waits for events that a page in the extension's own process never sends.
      const context = (page.mainFrame() as unknown as BidiFrame)._id;
      await send(browser, 'browsingContext.navigate', { context, url: extensionUrl(file), wait: 'complete' });
      await page.waitForFunction((url) => location.href === url, {}, extensionUrl(file));
    },
    // The preference above answers for every origin.
    approve: async () => {},
    // What Firefox does when the button is pressed, less the popup, which no debugging protocol can reach.
    pressAction: async (page) => {
      await page.bringToFront();
      await inBrowserWindow(browser, `${ourTabs(id)}.addActiveTabPermission(gBrowser.selectedTab);`);
    },
    shadowRoot: (frame, host) => shadowRoot(browser, frame, host),
    type: (page, text) => page.keyboard.type(text),
    inputMethod: (page) => inputMethod(browser, page),
    greeting: await greeting(browser, extensionUrl('practice.html')),
    close: () => browser.close(),
  };
}

const GREETING_MS = 30_000;

/**
 * A newcomer's first page comes up in front of everything else: nothing can be tried before it is there. The browser
 * itself is asked, since puppeteer hears nothing of where a page of an extension goes.
 */
async function greeting(browser: Browser, url: string): Promise<Page> {
  const deadline = performance.now() + GREETING_MS;
  while (performance.now() < deadline) {
    const { contexts } = (await send(browser, 'browsingContext.getTree', { maxDepth: 0 })) as {
      contexts: { context: string; url: string }[];
    };
    const open = contexts.find((it) => it.url.startsWith(url));
    const pages = await browser.pages();
    const page = pages.find((it) => (it.mainFrame() as unknown as BidiFrame)._id === open?.context);
    if (page) return page;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('The practice console did not open.');
}

async function send(browser: Browser, method: string, params: object): Promise<unknown> {
  const { result } = await (browser as unknown as BidiBrowser).connection.send(method, params);
  return result;
}

async function shadowRoot(
  browser: Browser,
  frame: Frame,
  host: string,
): Promise<ElementHandle<ShadowRoot> | null> {
  const bidi = frame as unknown as BidiFrame;
  const { nodes } = (await send(browser, 'browsingContext.locateNodes', {
    context: bidi._id,
    locator: { type: 'css', value: host },
    serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
  })) as { nodes: RemoteNode[] };
  const root = nodes[0]?.value?.shadowRoot;
  return root ? bidi.mainRealm().createHandle(root) : null;
}

/** Runs code in the browser's own window, where Firefox's text input processor lives. */
async function inBrowserWindow(browser: Browser, expression: string): Promise<unknown> {
  const { contexts } = (await send(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    contexts: { context: string }[];
  };
  const window = contexts[0];
  if (!window) throw new Error('Firefox has no window.');
  const answer = (await send(browser, 'script.evaluate', {
    expression: `(() => { ${expression} })()`,
    target: { context: window.context },
    awaitPromise: true,
  })) as Answer;
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
  return answer.result?.value;
}

const ourTabs = (id: string) => `WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.tabManager`;

const PROCESSOR = `
  window.tactfulInputMethod ??= Components.classes['@mozilla.org/text-input-processor;1']
    .createInstance(Components.interfaces.nsITextInputProcessor);
  const processor = window.tactfulInputMethod;
  if (!processor.beginInputTransactionForTests(window)) throw new Error('The input method is taken.');
`;

function inputMethod(browser: Browser, page: Page): InputMethod {
  const run = async (expression: string) => {
    await page.bringToFront();
    await inBrowserWindow(browser, `${PROCESSOR}${expression}`);
  };
  return {
    compose: (text) =>
      run(`
        processor.setPendingCompositionString(${JSON.stringify(text)});
        processor.appendClauseToPendingComposition(${text.length}, processor.ATTR_RAW_CLAUSE);
        processor.setCaretInPendingComposition(${text.length});
        if (!processor.flushPendingComposition()) throw new Error('The composition was refused.');
      `),
    commit: (text, key) =>
      run(
        key === undefined
          ? `processor.commitCompositionWith(${JSON.stringify(text)});`
          : `processor.commitCompositionWith(${JSON.stringify(text)},
               new KeyboardEvent('keydown', { key: '${key}', code: '${key}', keyCode: KeyboardEvent.DOM_VK_RETURN }));`,
      ),
  };
}
