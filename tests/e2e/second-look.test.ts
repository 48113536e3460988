import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { InPage } from './harness/in-page.ts';
import { chatReady, chatUrl, KIND, painted, useStage } from './harness/index.ts';

/** No rule says anything about these; the shipped model does. */
const DOUBTED = '您还这么讲究';
const ALSO_DOUBTED = '您还这样讲究';
/** A rule speaks here. */
const FLAGGED = '您自己下单的时候没看清楚吧';

/** Twice the pause after which a draft is looked at. */
const LONG_ENOUGH = 700;

describe(`the second look (${KIND})`, () => {
  const stage = useStage();

  const chat = async (editor = 'prosemirror') => {
    const page = await stage.open(chatUrl({ editor, customer: '少了一样', enter: 'send' }));
    await chatReady(page);
    return page;
  };
  const begin = async (editor?: string): Promise<{ page: Page; ours: InPage }> => {
    const page = await chat(editor);
    await page.click('[data-composer="0"]');
    const link = await stage.link(page);
    await expect.poll(async () => (await link.snapshot()).state).toBe('on');
    return { page, ours: new InPage(stage.session, page.mainFrame()) };
  };
  const rest = (page: Page) =>
    page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), LONG_ENOUGH);
  const openCard = async ({ page, ours }: { page: Page; ours: InPage }) => {
    // The caret is seen outside of the clause before it comes back to it.
    await painted(page.mainFrame());
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => ours.says('.look .words strong'), { message: 'its card' }).toMatch(/read as/);
  };

  beforeAll(async () => {
    await stage.turnOn(await chat());
  });

  const answer = async (page: Page, digit: 'Digit0' | 'Digit9') => {
    await page.keyboard.down('Alt');
    await page.keyboard.press(digit);
    await page.keyboard.up('Alt');
  };

  test.each(['prosemirror', 'textarea'])(
    'marks a clause after a pause, leaves another to its rule, lets Enter send (%s)',
    async (editor) => {
      const { page, ours } = await begin(editor);
      await stage.session.type(page, DOUBTED);
      await expect.poll(() => ours.looks()).toEqual([DOUBTED]);
      expect(await ours.marks()).toEqual([]);
      expect(await ours.says('.count-badge')).toBeNull();
      expect(await ours.says('.announcer[data-of="look"]')).toMatch(/one clause might be read as hurtful/);
      const link = await stage.link(page);
      await expect
        .poll(async () => (await link.snapshot()).beside.map(({ text }) => text), { message: 'in the panel' })
        .toEqual([DOUBTED]);
      await stage.session.type(page, `。${FLAGGED}`);
      await rest(page);
      expect(await ours.looks()).toEqual([DOUBTED]);
      expect((await ours.markedTexts()).join()).toContain('没看清楚');
      for (let back = 0; back < FLAGGED.length; back++) await page.keyboard.press('Backspace');
      await expect.poll(() => ours.markedTexts()).toEqual([]);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => window.sent)).toEqual([`${DOUBTED}。`]);
      await expect.poll(() => ours.looks()).toEqual([]);
    },
  );

  test('marks what is written on the practice page, lists it in its panel, and asks for no answer there', async () => {
    const page = await stage.openExtension('practice.html?case=puzzle-zh-hans&pace=0');
    const field = await page.waitForSelector('.composer-field');
    await field!.click();
    await stage.session.type(page, `${DOUBTED}。好`);
    const ours = new InPage(stage.session, page.mainFrame(), '.composer-field');
    await expect.poll(() => ours.looks()).toEqual([DOUBTED]);
    await page.locator('.flag-beside .flag-head').click();
    await expect.poll(() => ours.says('.look .words strong'), { message: 'its card' }).toMatch(/read as/);
    expect(await ours.says('[data-said="fine"]')).toBeNull();
  });

  test('is silent while an input method composes', async () => {
    const { page, ours } = await begin();
    const keyboard = stage.session.inputMethod(page);
    await keyboard.compose(DOUBTED);
    await rest(page);
    expect(await ours.looks()).toEqual([]);
    await keyboard.commit(DOUBTED);
    await expect.poll(() => ours.looks()).toEqual([DOUBTED]);
  });

  test('takes “right” and “no, it’s fine” by key; what is fine stays away; goes off by one press', async () => {
    const { page, ours } = await begin();
    await stage.session.type(page, `${DOUBTED}。好`);
    await expect.poll(() => ours.looks()).toEqual([DOUBTED]);
    await openCard({ page, ours });
    await answer(page, 'Digit9');
    await expect.poll(() => ours.says('.toast:last-child .toast-text')).toMatch(/Kept as an example/);
    expect(await ours.looks()).toEqual([DOUBTED]);
    await page.keyboard.press('End');
    await openCard({ page, ours });
    await answer(page, 'Digit0');
    await expect.poll(() => ours.says('.toast:last-child .toast-text')).toMatch(/not marked again/);
    await expect.poll(() => ours.looks()).toEqual([]);
    await ours.click('.toast:last-child .btn');
    await expect.poll(() => ours.looks()).toEqual([DOUBTED]);
    await page.keyboard.press('End');
    await openCard({ page, ours });
    await answer(page, 'Digit0');
    await expect.poll(() => ours.looks()).toEqual([]);
    // Typed anew, with another point: still the same clause.
    await page.keyboard.press('End');
    await stage.session.type(page, `。${DOUBTED}！`);
    await rest(page);
    expect(await ours.looks()).toEqual([]);

    await stage.session.type(page, `${ALSO_DOUBTED}。好`);
    await expect.poll(() => ours.looks()).toEqual([ALSO_DOUBTED]);
    await openCard({ page, ours });
    await ours.click('[data-said="off"]');
    await expect.poll(() => ours.looks()).toEqual([]);
    await stage.session.type(page, '呀');
    await rest(page);
    expect(await ours.looks()).toEqual([]);
  });
});
