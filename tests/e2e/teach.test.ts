import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { chatReady, chatUrl, KIND, useStage } from './harness/index.ts';

const HOST = '[popover="manual"]';

describe(`teaching a console by clicks (${KIND})`, () => {
  const stage = useStage();

  /** A chat where both have spoken, with the question for the composer standing over it. */
  const beginTeaching = async (wish: Record<string, string> = {}): Promise<Page> => {
    const page = await stage.open(chatUrl({ customer: '盒子里只有三样', ...wish }));
    await chatReady(page);
    await page.click('[data-composer="0"]');
    await stage.session.type(page, 'one moment');
    await page.click('.send');
    await expect.poll(() => page.evaluate(() => window.sent.length)).toBe(1);
    const popup = await stage.openExtension(`popup.html?tab=${await stage.tabId(page)}`);
    // It would close itself, which leaves Firefox's driver with a page that is gone.
    await popup.evaluate(() => {
      window.close = () => undefined;
    });
    await popup.locator('::-p-text(Teach Tactful this console)').click();
    await page.bringToFront();
    await expect.poll(() => asked(page)).toContain('Click the box where you write');
    return page;
  };
  const asked = async (page: Page): Promise<string> => {
    for (const host of await page.$$(HOST)) {
      const name = await host.evaluate((it) => it.localName);
      const root = await stage.session.shadowRoot(page.mainFrame(), name);
      const text = await root?.evaluate((tree) => tree.querySelector('.bar')?.textContent ?? null);
      if (text) return text;
    }
    return '';
  };

  beforeAll(async () => {
    const page = await stage.open(chatUrl());
    await chatReady(page);
    await stage.turnOn(page);
  });

  test('four clicks are kept for this site, and the page hears none of them', async () => {
    const page = await beginTeaching();
    await page.click('[data-composer="0"]');
    await expect.poll(() => asked(page)).toContain('message of the customer');
    await page.click('.message.customer p');
    await expect.poll(() => asked(page)).toContain('you sent yourself');
    await page.click('.message.agent p');
    await expect.poll(() => asked(page)).toContain('send button');
    await page.click('.send');
    await expect.poll(() => asked(page)).toContain('Learned');
    expect(await page.evaluate(() => window.sent.length)).toBe(1);
    const options = await stage.openExtension('options.html');
    const list = await options.waitForSelector('#consoles .options-row');
    const text = await list!.evaluate((it) => it.textContent);
    expect(text).toContain('localhost');
    for (const part of [
      'box to write in',
      'conversation',
      'customer’s messages',
      'own messages',
      'send button',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('what was taught is taken back in the options, and the taking back too', async () => {
    const options = await stage.openExtension('options.html');
    await options.locator('::-p-aria(Forget localhost)').click();
    await expect.poll(() => options.$('#consoles .options-row')).toBeNull();
    await options.locator('::-p-aria(Undo)').click();
    await options.waitForSelector('#consoles .options-row');
  });

  test('Esc ends it and the page is as it was', async () => {
    const page = await beginTeaching();
    const before = await page.evaluate(() => document.body.outerHTML);
    await page.hover('.message.customer p');
    await page.keyboard.press('Escape');
    await expect.poll(() => asked(page)).toBe('');
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
  });

  test('clicks that the page makes up teach nothing', async () => {
    const page = await beginTeaching();
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-composer="0"]')?.click());
    expect(await asked(page)).toContain('Click the box where you write');
  });
});
