import { describe, expect, test } from 'vitest';
import { chatReady, chatUrl, KIND, useStage } from './harness/index.ts';
import { EDITORS } from './pages/editors/index.ts';

describe(`the pages themselves, before the extension comes in (${KIND})`, () => {
  const stage = useStage();

  test.each(Object.keys(EDITORS))('%s takes what is typed and gives it back', async (editor) => {
    const page = await stage.open(chatUrl({ editor, customer: '我前天买的今天就便宜了30' }));
    await chatReady(page);
    await page.click('[data-composer="0"]');
    await stage.session.type(page, 'one 您好');
    await expect.poll(() => page.evaluate(() => window.getModel())).toBe('one 您好');
    await page.click('.send');
    await expect.poll(() => page.evaluate(() => window.sent)).toEqual(['one 您好']);
    await expect.poll(() => page.evaluate(() => window.getModel())).toBe('');
  });

  test.each(Object.keys(EDITORS))('%s composes with an input method', async (editor) => {
    const page = await stage.open(chatUrl({ editor }));
    await chatReady(page);
    await page.click('[data-composer="0"]');
    await stage.session.type(page, 'a');
    const keyboard = stage.session.inputMethod(page);
    await keyboard.compose('ni');
    await keyboard.compose('ni h');
    await keyboard.commit('你好');
    await expect.poll(() => page.evaluate(() => window.getModel())).toBe('a你好');
    await stage.session.type(page, 'b');
    await expect.poll(() => page.evaluate(() => window.getModel())).toBe('a你好b');
  });
});
