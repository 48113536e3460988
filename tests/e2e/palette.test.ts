import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { InPage } from './harness/in-page.ts';
import { chatReady, chatUrl, KIND, painted, useStage } from './harness/index.ts';

const CUSTOMER = '我买了两条裤子，花了168元，今天一看现在卖79元了';

describe(`the palette over the composer (${KIND})`, () => {
  const stage = useStage();
  let on = false;

  interface Place {
    page: Page;
    ours: InPage;
    text(): Promise<string>;
    /** The command, as the browser passes it on for its key. */
    call(): Promise<void>;
    rows(): Promise<string[]>;
    /** Types a letter at a time: what the palette shows follows each. */
    press(...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void>;
  }

  const chat = async (editor: string, wish: Record<string, string> = {}): Promise<Place> => {
    const page = await stage.open(chatUrl({ editor, customer: CUSTOMER, ...wish }));
    await chatReady(page);
    if (!on) await stage.turnOn(page);
    on = true;
    const ours = new InPage(stage.session, page.mainFrame());
    await page.click('[data-composer="0"]');
    const link = await stage.link(page);
    await expect.poll(async () => (await link.snapshot()).state).toBe('on');
    const tab = await stage.tabId(page);
    const call = async () => {
      const own = await stage.openExtension('icons/16.png');
      await page.bringToFront();
      await own.evaluate(async (id) => {
        const { chrome } = globalThis as unknown as {
          chrome: { tabs: { sendMessage(tab: number, message: object): Promise<void> } };
        };
        const message = {
          type: 'tactful:command',
          command: 'open-palette',
          tabId: id,
          nonce: `${Math.random()}`,
        };
        await chrome.tabs.sendMessage(id, message).catch(() => undefined);
      }, tab);
    };
    const rows = async () => {
      const list = await ours.control('.palette-rows');
      return (
        (await list?.evaluate((it) =>
          [...it.querySelectorAll('.palette-text')].map((row) => row.textContent ?? ''),
        )) ?? []
      );
    };
    return {
      page,
      ours,
      text: () => page.evaluate(() => window.getModel()),
      call,
      rows,
      press: async (...keys) => {
        for (const key of keys) await page.keyboard.press(key);
      },
    };
  };

  const opened = async ({ ours, rows }: Place): Promise<void> => {
    await expect.poll(() => ours.value('.palette-query'), { message: 'the palette' }).toBe('');
    await expect.poll(async () => (await rows()).length, { message: 'its rows' }).toBeGreaterThan(3);
  };

  describe.each(['textarea', 'prosemirror'])('in a page with %s', (editor) => {
    test('opens by its command, finds by initials, and inserts with Enter', async () => {
      const it = await chat(editor);
      await stage.session.type(it.page, '您好，');
      await it.call();
      await opened(it);
      await it.press('t', 'k');
      await expect.poll(async () => (await it.rows())[0]).toContain('退款');
      await it.press('Backspace', 'Backspace');
      for (const letter of 'daoqian') await it.press(letter as 'd');
      await expect.poll(async () => (await it.rows())[0]).toMatch(/抱歉|对不起/);
      const first = (await it.rows())[0]!;
      await it.press('Enter');
      await expect.poll(it.text).toBe(`您好，${first}`);
      await expect.poll(() => it.ours.value('.palette-query')).toBeNull();
      expect(await it.page.evaluate(() => window.sent)).toEqual([]);
      await stage.session.type(it.page, '谢谢');
      await expect.poll(it.text).toBe(`您好，${first}谢谢`);
    });

    test('called from elsewhere in the page it opens where the reply is written', async () => {
      const it = await chat(editor);
      await stage.session.type(it.page, '您好，');
      await it.page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await it.call();
      await opened(it);
      for (const letter of 'daoqian') await it.press(letter as 'd');
      await expect.poll(async () => (await it.rows())[0]).toMatch(/抱歉|对不起/);
      const first = (await it.rows())[0]!;
      await it.press('Enter');
      await expect.poll(it.text).toBe(`您好，${first}`);
    });

    test('opens by // and puts the script in their place', async () => {
      const it = await chat(editor);
      await stage.session.type(it.page, '您好 //');
      await opened(it);
      for (const letter of 'daoqian') await it.press(letter as 'd');
      await expect.poll(async () => (await it.rows())[0]).toMatch(/抱歉|对不起/);
      await it.press('ArrowDown', 'ArrowUp');
      const first = (await it.rows())[0]!;
      await it.press('Enter');
      await expect.poll(it.text).toBe(`您好 ${first}`);
    });

    test('fills blanks out of the conversation before anything goes in', async () => {
      const it = await chat(editor);
      await stage.session.type(it.page, '//');
      await opened(it);
      for (const letter of 'chajia') await it.press(letter as 'c');
      await expect.poll(async () => (await it.rows())[0]).toContain('差价');
      const rows = await it.rows();
      const wanted = rows.findIndex((row) => row.includes('−'));
      expect(wanted, rows.join('\n')).toBeGreaterThanOrEqual(0);
      for (let step = 0; step < wanted; step++) await it.press('ArrowDown');
      await it.press('Enter');
      await expect.poll(() => it.ours.value('[data-blank="paid"]')).toBe('168');
      expect(await it.ours.value('[data-blank="now"]')).toBe('79');
      expect(await it.ours.value('[data-blank="count"]')).toBe('2');
      await it.press('Enter');
      await expect.poll(it.text).toContain('168 − 79 × 2 = 10 元');
      expect(await it.page.evaluate(() => window.sent)).toEqual([]);
      await stage.session.type(it.page, '好吗');
      await expect.poll(it.text).toMatch(/好吗$/);
    });

    test('Esc gives back focus and selection', async () => {
      const it = await chat(editor);
      await stage.session.type(it.page, 'one two');
      await it.page.keyboard.down('Shift');
      await it.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
      await it.page.keyboard.up('Shift');
      await painted(it.page);
      await it.call();
      await opened(it);
      await it.press('Escape');
      await expect.poll(() => it.ours.value('.palette-query')).toBeNull();
      await stage.session.type(it.page, 'x');
      await expect.poll(it.text).toBe('one x');
    });

    test('does not open for slashes inside a word, nor for what the page writes', async () => {
      const it = await chat(editor);
      await stage.session.type(it.page, 'http://a');
      await painted(it.page);
      expect(await it.ours.value('.palette-query')).toBeNull();
    });
  });

  test('composing in the palette inserts nothing and closes nothing', async () => {
    const it = await chat('textarea');
    await it.call();
    await opened(it);
    const keyboard = stage.session.inputMethod(it.page);
    await keyboard.compose('tui');
    await keyboard.commit('退款');
    await expect.poll(() => it.ours.value('.palette-query')).toBe('退款');
    await expect.poll(async () => (await it.rows())[0]).toContain('退款');
    expect(await it.text()).toBe('');
  });

  test('a page cannot press its keys', async () => {
    const it = await chat('textarea');
    await it.call();
    await opened(it);
    await it.page.evaluate(() => {
      for (const host of document.querySelectorAll('[popover="manual"]')) {
        for (const key of ['ArrowDown', 'Enter'])
          host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      }
    });
    await painted(it.page);
    expect(await it.ours.value('.palette-query')).toBe('');
    expect(await it.text()).toBe('');
  });

  test('goes away when the agent clicks elsewhere, and takes no focus along', async () => {
    const it = await chat('textarea');
    await it.call();
    await opened(it);
    await it.page.click('[data-composer="0"]');
    await expect.poll(() => it.ours.value('.palette-query')).toBeNull();
    await stage.session.type(it.page, 'here');
    await expect.poll(it.text).toBe('here');
  });
});
