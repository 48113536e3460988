import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { chatReady, chatUrl, KIND, useStage } from './harness/index.ts';

interface Extension {
  chrome: { action: { getBadgeText(details: object): Promise<string> } };
}

/** A day before the test: whatever is due then is overdue. */
const PAST = '2020-01-01T10:00';

const texts = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (found) => found.map((it) => (it.textContent ?? '').trim()));

describe(`what the shop owes (${KIND})`, () => {
  const stage = useStage();

  beforeAll(async () => {
    const desk = await stage.open(chatUrl());
    await chatReady(desk);
    await stage.turnOn(desk);
  });

  const openDesk = async (...customer: string[]): Promise<{ desk: Page; panel: Page }> => {
    const desk = await stage.open(chatUrl({ enter: 'send', customer }));
    await chatReady(desk);
    await desk.locator('[data-composer="0"]').click();
    await stage.link(desk);
    const panel = await stage.openPanel(desk);
    await panel.locator('.panel-section').wait();
    return { desk, panel };
  };

  /** Types and sends as an agent does. */
  const send = async (desk: Page, words: string): Promise<void> => {
    await desk.bringToFront();
    await desk.locator('[data-composer="0"]').click();
    await stage.session.type(desk, words);
    await expect.poll(() => desk.evaluate(() => window.getModel())).toContain(words);
    await desk.keyboard.press('Enter');
    await expect.poll(() => desk.evaluate(() => window.sent.length)).toBe(1);
  };

  const badge = async (page: Page): Promise<string> =>
    page.evaluate(() => (globalThis as unknown as Extension).chrome.action.getBadgeText({}));

  test.each([
    [
      'en',
      ['My parcel should have been here four days ago. Where is it?'],
      'Thank you for waiting. I will write to you within 2 hours.',
      'I will write to you within 2 hours.',
    ],
    ['zh-Hans', ['我的快递四天了还没到，怎么回事？'], '谢谢您提醒我。两小时内回复您。', '两小时内回复您。'],
  ])('a promise that is sent is kept track of until it is kept: %s', async (_, customer, words, sentence) => {
    const { desk, panel } = await openDesk(...customer);
    await send(desk, words);
    await panel.bringToFront();
    const row = `::-p-xpath(//button[contains(@class, "owed-head")][span[text() = "${sentence}"]])`;
    await panel.locator(row).wait();

    // Right, with one key; then the time is moved into the past, as if it had come.
    await panel.focus(row);
    await panel.keyboard.press('Enter');
    await panel.locator('.owed-actions ::-p-text(Kept)').wait();
    expect(await badge(panel)).toBe('');
    await panel.focus(row);
    await panel.keyboard.press('e');
    await panel.locator('.owed-edit input').wait();
    await panel.$eval(
      '.owed-edit input',
      (input, past) => {
        const field = input as HTMLInputElement;
        field.value = past;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      PAST,
    );
    await panel.locator('.owed-edit button[type="submit"]').click();
    await panel.locator('.owed-overdue').wait();
    await expect.poll(() => badge(panel)).toBe('1');

    await panel.focus(row);
    await panel.keyboard.press('k');
    await expect.poll(() => panel.$(row)).toBeNull();
    await expect.poll(() => badge(panel)).toBe('');
    // Taken back, it is owed again.
    // The newest of the two toasts: the older takes the edit back.
    await panel.locator('.toast:last-child ::-p-text(Undo)').click();
    await panel.locator(row).wait();
    await panel.focus(row);
    await panel.keyboard.press('Delete');
    await expect.poll(() => panel.$(row)).toBeNull();
  });

  test.each([
    [
      'en',
      'I paid 168 for two pairs of trousers, and now the price dropped to 79 each!',
      'There are a few ways to put this right, and the choice is yours: 1) the difference of 10 back the way you paid; 2) the difference of 10 as credit on your account; 3) the difference of 10 in points',
    ],
    [
      'zh-Hans',
      '我两条裤子168元买的，还没到，现在降价了，79元一条，怎么办？',
      '有几个办法，您看哪个合适，由您来定：1）差价 10 元原路退给您；2）差价 10 元存进您的账户，下次直接抵用；3）差价 10 元换成积分给您',
    ],
  ])('a price that dropped: ten to refund, and the customer chooses how: %s', async (_, said, offered) => {
    const { desk, panel } = await openDesk(said);
    await panel.locator('.remedy-difference').wait();
    expect((await texts(panel, '.remedy-difference'))[0]).toMatch(/10$/);
    await panel.locator('.remedy-offer button').click();
    await expect.poll(() => desk.evaluate(() => window.getModel())).toContain(offered);
  });

  test('a question no rule covers is recorded with one click, with a time for the customer', async () => {
    const { desk, panel } = await openDesk('May I pay for this with a bag of pebbles?');
    await panel.locator('::-p-aria(No rule for this?)').click();
    await panel.locator('::-p-aria(No rule covers it)').click();
    await panel.locator('::-p-aria(Insert the reply that names the time)').click();
    await expect
      .poll(() => desk.evaluate(() => window.getModel()))
      .toMatch(/I want to find this out properly for you, and I will write to you by \d{1,2}:\d\d/);
    await panel.locator('.segment:nth-of-type(3)').click();
    await panel.locator('.owed-line').wait();
    expect((await texts(panel, '.owed-line')).join()).toContain('May I pay for this with a bag of pebbles?');
  });
});
