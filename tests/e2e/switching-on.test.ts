import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { InPage } from './harness/in-page.ts';
import { chatReady, chatUrl, KIND, useStage } from './harness/index.ts';

const HURTS = 'you got extra anyway';
const SITE = 'http://localhost';

interface ExtensionApi {
  chrome: {
    tabs: { query(filter: object): Promise<{ id: number }[]> };
    permissions: { remove(permissions: { origins: string[] }): Promise<boolean> };
  };
}

describe(`switching a site on and off (${KIND})`, () => {
  const stage = useStage();

  /** A chat, open before anything is switched on; the browser will say yes to this site. */
  const chat = async (): Promise<{ page: Page; seen: InPage }> => {
    const page = await stage.open(chatUrl());
    await chatReady(page);
    await stage.session.approve(SITE);
    return { page, seen: new InPage(stage.session, page.mainFrame()) };
  };

  /** The popup of a page, in a tab of its own, because no protocol reaches the real one. */
  const popupOf = async (page: Page): Promise<Page> => {
    // Any page of ours may ask which tab is in front; this one has no code.
    const asking = await stage.openExtension('icons/16.png');
    await stage.session.pressAction(page);
    await page.bringToFront();
    const tab = await asking.evaluate(async () => {
      const { chrome } = globalThis as unknown as ExtensionApi;
      return (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]!.id;
    });
    const popup = await stage.openExtension(`popup.html?tab=${tab}`);
    return popup;
  };

  const answer = async (popup: Page, name: string): Promise<void> => {
    await popup.bringToFront();
    await popup.locator(`::-p-aria([name="${name}"][role="button"])`).click();
  };
  const says = (popup: Page, words: string): Promise<unknown> =>
    popup.locator(`main ::-p-text(${words})`).wait();

  const write = async (page: Page): Promise<void> => {
    await page.bringToFront();
    await page.click('[data-composer="0"]');
    await stage.session.type(page, ` ${HURTS}`);
  };

  /** Nothing of ours is in the page: no host, no sheet for highlights, no highlight. */
  const isClean = (page: Page): Promise<boolean> =>
    page.evaluate(
      () =>
        document.querySelector('[popover="manual"]') === null &&
        ![...document.adoptedStyleSheets].some((it) => it.cssRules[0]?.cssText.startsWith('::highlight')) &&
        [...CSS.highlights.keys()].length === 0,
    );

  /** Gives the site back, so that every test begins with nothing switched on. */
  const turnOff = async (popup: Page): Promise<void> => {
    await answer(popup, 'Off on this site');
    await says(popup, 'Off here');
  };

  test('off means not there at all', async () => {
    const { page } = await chat();
    await write(page);
    expect(await isClean(page)).toBe(true);
    const popup = await popupOf(page);
    await says(popup, 'localhost');
    await says(popup, 'Off here');
  });

  test('on works at once, without a reload; off leaves the page clean', async () => {
    const { page, seen } = await chat();
    const popup = await popupOf(page);
    await answer(popup, 'Turn on here');
    await says(popup, 'On here');
    await write(page);
    await seen.expectMarked(HURTS);
    await turnOff(popup);
    await expect.poll(() => isClean(page)).toBe(true);
  });

  test('a pause stops marking and ends when the agent says so', async () => {
    const { page, seen } = await chat();
    const popup = await popupOf(page);
    await answer(popup, 'Turn on here');
    await says(popup, 'On here');
    await write(page);
    await seen.expectMarked(HURTS);
    await answer(popup, 'Pause for an hour');
    await says(popup, 'Nothing is marked');
    await seen.expectMarked();
    await answer(popup, 'Go on now');
    await seen.expectMarked(HURTS);
    await turnOff(popup);
  });

  test('a reloaded page is still on, and so is the next one of the site', async () => {
    const { page, seen } = await chat();
    const popup = await popupOf(page);
    await answer(popup, 'Turn on here');
    await says(popup, 'On here');
    await page.bringToFront();
    await page.reload();
    await chatReady(page);
    await write(page);
    await seen.expectMarked(HURTS);
    const next = await stage.open(chatUrl());
    await chatReady(next);
    await write(next);
    await new InPage(stage.session, next.mainFrame()).expectMarked(HURTS);
    await turnOff(popup);
  });

  test('a permission taken away in the browser leaves the page clean', async () => {
    const { page, seen } = await chat();
    const popup = await popupOf(page);
    await answer(popup, 'Turn on here');
    await says(popup, 'On here');
    await write(page);
    await seen.expectMarked(HURTS);
    await popup.evaluate(async (site) => {
      const { chrome } = globalThis as unknown as ExtensionApi;
      await chrome.permissions.remove({ origins: [`${site}/*`] });
    }, SITE);
    await says(popup, 'Off here');
    await expect.poll(() => isClean(page)).toBe(true);
  });

  test('options list the site and take it away', async () => {
    const { page, seen } = await chat();
    const popup = await popupOf(page);
    await answer(popup, 'Turn on here');
    await says(popup, 'On here');
    await write(page);
    await seen.expectMarked(HURTS);
    const options = await stage.openExtension('options.html');
    await options.locator('#sites ::-p-text(localhost)').wait();
    await options.locator('::-p-aria([name="Remove localhost"][role="button"])').click();
    await options.locator('#sites ::-p-text(nowhere)').wait();
    await expect.poll(() => isClean(page)).toBe(true);
  });

  test('pages where no extension can run say so', async () => {
    const page = await stage.open('about:blank');
    const popup = await popupOf(page);
    await says(popup, 'Tactful cannot run on this page');
    expect(await popup.$$('main button')).toHaveLength(0);
  });
});
