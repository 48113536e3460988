import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
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
  const asked = async (page: Page, frame: Frame = page.mainFrame()): Promise<string> => {
    for (const host of await frame.$$(HOST)) {
      const name = await host.evaluate((it) => it.localName);
      const root = await stage.session.shadowRoot(frame, name);
      const text = await root?.evaluate((tree) => tree.querySelector('.bar')?.textContent ?? null);
      if (text) return text;
    }
    return '';
  };
  /** Chat open and used, in the page or in a frame of it. */
  const talk = async (page: Page, chat: Frame): Promise<void> => {
    await chatReady(chat);
    await pressIn(chat, '[data-composer="0"]');
    await stage.session.type(page, 'one moment');
    await pressIn(chat, '.send');
    await expect.poll(() => chat.evaluate(() => window.sent.length)).toBe(1);
  };
  /** A real click, through a shadow root where the chat lives in one. */
  const pressIn = async (chat: Frame, selector: string): Promise<void> => {
    const plain = await chat.$(selector);
    const found = plain ?? (await (await stage.session.shadowRoot(chat, 'main > div'))?.$(selector)) ?? null;
    await found!.click();
  };
  const teachBy = async (page: Page, chat: Frame): Promise<void> => {
    await expect.poll(() => asked(page, chat)).toContain('Click the box where you write');
    await pressIn(chat, '[data-composer="0"]');
    await expect.poll(() => asked(page, chat)).toContain('message of the customer');
    await pressIn(chat, '.message.customer p');
    await expect.poll(() => asked(page, chat)).toContain('you sent yourself');
    await pressIn(chat, '.message.agent p');
    await expect.poll(() => asked(page, chat)).toContain('send button');
    await pressIn(chat, '.send');
    await expect.poll(() => asked(page, chat)).toContain('Learned');
    expect(await chat.evaluate(() => window.sent.length)).toBe(1);
  };
  const forgetAll = async (): Promise<void> => {
    const own = await stage.openExtension('icons/16.png');
    await own.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { remove(key: string): Promise<void> } } };
      };
      return chrome.storage.local.remove('profiles');
    });
  };
  const learnedParts = async (): Promise<string> => {
    const options = await stage.openExtension('options.html');
    const list = await options.waitForSelector('#consoles .options-row');
    return (await list!.evaluate((it) => it.textContent)) ?? '';
  };
  const fromPopup = async (page: Page): Promise<void> => {
    const popup = await stage.openExtension(`popup.html?tab=${await stage.tabId(page)}`);
    await popup.evaluate(() => {
      window.close = () => undefined;
    });
    await popup.locator('::-p-text(Teach Tactful this console)').click();
    await page.bringToFront();
  };

  beforeAll(async () => {
    for (const host of ['localhost', '127.0.0.1']) {
      const page = await stage.open(chatUrl({}, host));
      await chatReady(page);
      await stage.turnOn(page, host);
    }
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

  describe('begins where the agent is', () => {
    test('in the panel', async () => {
      await forgetAll();
      const page = await stage.open(chatUrl({ customer: '盒子里只有三样' }));
      await talk(page, page.mainFrame());
      const panel = await stage.openPanel(page);
      await panel.locator('::-p-text(Teach Tactful this console)').click();
      await panel.locator('::-p-text(Now click in the page)').wait();
      await page.bringToFront();
      await teachBy(page, page.mainFrame());
      expect(await learnedParts()).toContain('customer’s messages');
    });

    test('in the options, which bring the console to the front', async () => {
      await forgetAll();
      const page = await stage.open(chatUrl({ customer: '盒子里只有三样' }));
      await talk(page, page.mainFrame());
      const options = await stage.openExtension('options.html');
      await options.locator('::-p-text(Teach localhost)').click();
      await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible');
      await page.bringToFront();
      await teachBy(page, page.mainFrame());
      expect(await learnedParts()).toContain('customer’s messages');
    });
  });

  describe('reaches a console that lives', () => {
    test.each(['open', 'closed'] as const)('in a shadow root (%s)', async (shadow) => {
      await forgetAll();
      const page = await stage.open(
        chatUrl({ customer: '盒子里只有三样', shadow, editor: 'contenteditable' }),
      );
      await talk(page, page.mainFrame());
      await fromPopup(page);
      await teachBy(page, page.mainFrame());
      const learned = await learnedParts();
      for (const part of ['box to write in', 'conversation', 'customer’s messages', 'send button'])
        expect(learned).toContain(part);
      // What was learned is what is read from now on.
      await page.bringToFront();
      const link = await stage.link(page);
      await expect
        .poll(async () => (await link.snapshot()).conversation)
        .toEqual({ customer: ['盒子里只有三样'], agent: ['one moment'] });
    });

    test.each([
      ['the same origin', 'localhost'],
      ['another origin', '127.0.0.1'],
    ])('in a frame of %s', async (_, host) => {
      await forgetAll();
      const inner = chatUrl({ customer: '盒子里只有三样' }, host);
      const page = await stage.open(
        `http://localhost:${inject('pagePort')}/frame?src=${encodeURIComponent(inner)}`,
      );
      const chat = await (await page.waitForSelector('iframe'))!.contentFrame();
      await talk(page, chat);
      await fromPopup(page);
      await teachBy(page, chat);
      // The page around it asks no longer.
      await expect.poll(() => asked(page)).toBe('');
      expect(await learnedParts()).toContain(host);
    });
  });

  test('what was taught is saved as a file, forgotten, and added again from it', async () => {
    const before = await learnedParts();
    const options = await stage.openExtension('options.html');
    await options.waitForSelector('#consoles .options-row');
    await options.evaluate(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        (globalThis as { saved?: Blob }).saved = blob;
        return make(blob);
      };
    });
    await options.locator('::-p-aria([name="Save as a file"][role="button"])').click();
    const saved = await options.evaluate(() => (globalThis as { saved?: Blob }).saved?.text());
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'consoles-')), 'consoles.json');
    writeFileSync(file, saved ?? '');
    const forget = await options.waitForSelector('#consoles .options-row button');
    await forget!.click();
    await expect.poll(() => options.$('#consoles .options-row')).toBeNull();
    const input = await options.waitForSelector('#consoles input[type=file]', { visible: false });
    await (input as Awaited<ReturnType<typeof options.$<'input'>>>)!.uploadFile(file);
    const row = await options.waitForSelector('#consoles .options-row');
    expect(await row!.evaluate((it) => it.textContent)).toBe(before);
  });
});
