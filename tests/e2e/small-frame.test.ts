import { beforeAll, describe, expect, inject, test } from 'vitest';
import { InPage } from './harness/in-page.ts';
import { chatReady, chatUrl, KIND, painted, useStage } from './harness/index.ts';

describe(`a frame too small for a card (${KIND})`, () => {
  const stage = useStage();

  beforeAll(async () => {
    const page = await stage.open(chatUrl());
    await chatReady(page);
    await stage.turnOn(page);
  });

  test('shows marks and badge; the panel has the card’s words and makes the change', async () => {
    const inner = chatUrl({ editor: 'textarea' });
    const page = await stage.open(
      `http://localhost:${inject('pagePort')}/frame?size=300x420&src=${encodeURIComponent(inner)}`,
    );
    const chat = await (await page.waitForSelector('iframe'))!.contentFrame();
    await chatReady(chat);
    await (await chat.$('[data-composer="0"]'))!.click();
    await stage.session.type(page, 'I refunded $20 and you should have read the description');
    const ours = new InPage(stage.session, chat);
    await expect.poll(async () => (await ours.markedTexts()).join(' ')).toContain('you should have');
    await expect.poll(() => ours.says('.count-badge')).toContain('1 to mend');
    // The caret inside of the words opens a card everywhere else.
    for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowLeft');
    await painted(chat);
    expect(await ours.card()).toBeNull();

    const panel = await stage.openPanel(page);
    const choice = await panel.waitForSelector('.flag .instead-use');
    const [goes, comes] = await choice!.evaluate((it) => [
      it.querySelector('del')?.textContent,
      it.querySelector('span[lang]')?.textContent,
    ]);
    expect(goes).toContain('you should have read the description');
    expect(goes).not.toContain('$20');
    await choice!.click();
    await expect.poll(() => chat.evaluate(() => window.getModel())).toBe(`I refunded $20. ${comes}`);
  });
});

describe(`a page that sends by other means (${KIND})`, () => {
  const stage = useStage();

  beforeAll(async () => {
    const page = await stage.open(chatUrl());
    await chatReady(page);
    await stage.turnOn(page);
  });

  test.each([
    ['at once', 0],
    ['a moment later', 400],
  ])('is noticed when its script empties the box %s, and kept as sent', async (_, wait) => {
    const page = await stage.open(chatUrl({ editor: 'textarea', customer: '少了一样' }));
    await chatReady(page);
    await page.click('[data-composer="0"]');
    await stage.session.type(page, 'you should have read the description');
    const ours = new InPage(stage.session, page.mainFrame());
    await expect.poll(() => ours.control('.count-badge')).not.toBeNull();
    await page.evaluate((delay) => {
      const field = window.getField() as HTMLTextAreaElement;
      const words = field.value;
      const item = document.createElement('li');
      item.className = 'message agent';
      const said = document.createElement('p');
      said.textContent = words;
      item.append(said);
      document.querySelector('.log')!.append(item);
      const empty = (): void => {
        field.value = '';
      };
      if (delay === 0) empty();
      else setTimeout(empty, delay);
    }, wait);
    // Where the box is emptied after the words appeared, nothing tells of it before the next key.
    if (wait > 0) {
      await page.waitForFunction(() => window.getModel() === '');
      await page.keyboard.press('h');
    }
    await expect.poll(() => ours.control('.count-badge')).toBeNull();
    const options = await stage.openExtension('options.html');
    await options.locator(`::-p-text(${wait === 0 ? '1 message' : '2 messages'})`).wait();
  });
});
