import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { InPage } from './harness/in-page.ts';
import { chatReady, chatUrl, KIND, painted, type Stage, useStage } from './harness/index.ts';
import { pageDom } from './harness/page-dom.ts';
import { EDITORS } from './pages/editors/index.ts';

const DRAFT = '您已经多拿了两样了';
/** Marked high, so that a send is held. */
const HARSH = 'calm down';
/** The same page where the extension was never let in. */
const ELSEWHERE = 'elsewhere.localhost';
const LINES = '第一行\n第二行\n第三行';
/** An input holds one line; the rest of the matrix is the same for all. */
const MANY_LINES = Object.keys(EDITORS).filter((editor) => editor !== 'input');

interface Desk {
  page: Page;
  ours: InPage;
  type(text: string): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  model(): Promise<string>;
  expectModel(text: string): Promise<void>;
  /** Waits until the caret stands behind these words of the first line: then an insertion is over. */
  expectCaretBehind(text: string): Promise<void>;
}

async function sitDown(
  stage: Stage,
  editor: string,
  wish: Record<string, string> = {},
  host = 'localhost',
): Promise<Desk> {
  const page = await stage.open(chatUrl({ editor, customer: '盒子里只有三样', ...wish }, host));
  await chatReady(page);
  await page.click('[data-composer="0"]');
  const model = () => page.evaluate(() => window.getModel());
  return {
    page,
    ours: new InPage(stage.session, page.mainFrame()),
    type: (text) => stage.session.type(page, text),
    press: (...keys) => chord(page, keys),
    model,
    expectModel: (text) => expect.poll(model).toBe(text),
    expectCaretBehind: async (text) => {
      await expect.poll(() => page.evaluate(textBeforeCaret)).toBe(text);
      // Editors hear of a new selection a moment after the document has it.
      await painted(page);
    },
  };
}

/** Runs in the page. */
function textBeforeCaret(): string {
  const field = window.getField();
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    return field.value.slice(0, field.selectionEnd ?? 0);
  }
  const selection = getSelection();
  if (!field || !selection?.focusNode) return '';
  const before = document.createRange();
  before.setStart(field, 0);
  before.setEnd(selection.focusNode, selection.focusOffset);
  return before.toString().replaceAll(/[\u200b\u2060\ufeff]/g, '');
}

/** Runs in the page: the caret goes one character back, once the editor has dealt with the key before. */
async function moveBack(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  const field = window.getField();
  if (field instanceof HTMLTextAreaElement) {
    const caret = field.selectionEnd - 1;
    field.setSelectionRange(caret, caret);
  } else {
    getSelection()?.modify('move', 'backward', 'character');
  }
}

/** Holds all keys but the last, presses the last, lets go. */
async function chord(page: Page, keys: readonly string[]): Promise<void> {
  const held = keys.slice(0, -1);
  for (const key of held) await page.keyboard.down(key as 'Control');
  await page.keyboard.press(keys.at(-1) as 'z');
  for (const key of held) await page.keyboard.up(key as 'Control');
}

describe(`matrix (${KIND})`, () => {
  const stage = useStage();

  beforeAll(async () => {
    const page = await stage.open(chatUrl());
    await chatReady(page);
    await stage.turnOn(page);
  });

  describe.each(Object.keys(EDITORS))('%s', (editor) => {
    test('marks while typing', async () => {
      const { ours, type } = await sitDown(stage, editor);
      await type(DRAFT);
      await expect.poll(async () => (await ours.markedTexts()).join()).toContain('多拿');
    });

    test('replaces one flag', async () => {
      const { ours, type, expectModel } = await sitDown(stage, editor);
      await type(DRAFT);
      await expect.poll(async () => (await ours.markedTexts()).length).toBe(1);
      const [marked] = await ours.markedTexts();
      const { instead } = await ours.openCard();
      await ours.click('.choice');
      // A whole sentence takes the place of the whole clause, which is all there is here.
      const sentence = /[。！？]$/.test(instead[0]!);
      await expectModel(sentence ? instead[0]! : DRAFT.replace(marked!, instead[0]!));
      await ours.expectMarked();
    });

    test('undoes the replacement', async () => {
      const { ours, type, press, model, expectModel, expectCaretBehind } = await sitDown(stage, editor);
      await type(DRAFT);
      await ours.openCard();
      await ours.click('.choice');
      await expect.poll(model).not.toBe(DRAFT);
      await expectCaretBehind(await model());
      await press('Control', 'z');
      await expectModel(DRAFT);
      await expect.poll(async () => (await ours.markedTexts()).length).toBe(1);
    });

    test('leaves the caret where it was, and typing goes on', async () => {
      const { ours, type, model, expectModel, expectCaretBehind } = await sitDown(stage, editor);
      await type(DRAFT);
      await ours.openCard();
      await ours.click('.choice');
      await expect.poll(model).not.toBe(DRAFT);
      const replaced = await model();
      await expectCaretBehind(replaced);
      await type('好的');
      await expectModel(`${replaced}好的`);
    });

    test('stays silent while an input method composes', async () => {
      const { page, ours, type, expectModel } = await sitDown(stage, editor);
      const keyboard = stage.session.inputMethod(page);
      await type('亲');
      await keyboard.compose('您已经多拿了');
      await painted(page);
      expect(await ours.markedTexts()).toEqual([]);
      await keyboard.commit(DRAFT);
      await expectModel(`亲${DRAFT}`);
      await expect.poll(async () => (await ours.markedTexts()).length).toBe(1);
      const before = await ours.markedTexts();
      await keyboard.compose('hai');
      await painted(page);
      // An editor that redraws its line may take a mark along; a new one must not appear.
      expect(before).toEqual(expect.arrayContaining(await ours.markedTexts()));
      await keyboard.commit('还');
      await expectModel(`亲${DRAFT}还`);
      await ours.expectMarked(...before);
    });
  });

  describe.each(Object.keys(EDITORS))('%s', (editor) => {
    test('leaves the page as it is', async () => {
      const elsewhere = await sitDown(stage, editor, {}, ELSEWHERE);
      await elsewhere.type(DRAFT);
      await elsewhere.expectModel(DRAFT);
      await painted(elsewhere.page);
      const untouched = await pageDom(elsewhere.page);
      const { page, ours, type } = await sitDown(stage, editor);
      await type(DRAFT);
      await expect.poll(async () => (await ours.markedTexts()).length).toBe(1);
      await expect.poll(() => pageDom(page)).toBe(untouched);
      await ours.openCard();
      await painted(page);
      expect(await pageDom(page)).toBe(untouched);
    });

    test('holds a send until the agent says so', async () => {
      const { page, ours, type, press } = await sitDown(stage, editor, { enter: 'send' });
      const sent = () => page.evaluate(() => window.sent);
      await type(HARSH);
      await expect.poll(async () => (await ours.markedTexts()).length).toBe(1);
      await press('Enter');
      await expect.poll(() => ours.says('.guard')).not.toBeNull();
      // A second Enter is no answer to the question.
      await press('Enter');
      await painted(page);
      expect(await sent()).toEqual([]);
      await ours.click('.decide .btn:last-child');
      await expect.poll(() => ours.says('.guard')).toBeNull();
      expect(await sent()).toEqual([]);
      await press('Enter');
      await expect.poll(sent).toEqual([HARSH]);
    });

    test('takes no Enter of an input method for a send', async () => {
      const { page, ours, type, expectModel } = await sitDown(stage, editor, { enter: 'send' });
      const keyboard = stage.session.inputMethod(page);
      await type(`${HARSH}, `);
      await expect.poll(async () => (await ours.markedTexts()).length).toBe(1);
      await keyboard.compose('hai');
      await keyboard.commit('还', 'Enter');
      await expectModel(`${HARSH}, 还`);
      await painted(page);
      expect(await page.evaluate(() => window.sent)).toEqual([]);
      expect(await ours.says('.guard')).toBeNull();
      await ours.expectMarked(HARSH);
    });
  });

  describe.each(MANY_LINES)('%s', (editor) => {
    test('inserts three lines at the caret', async () => {
      const { page, type, press, expectModel, expectCaretBehind } = await sitDown(stage, editor);
      const link = await stage.link(page);
      await type('前后');
      await press('ArrowLeft');
      await expectCaretBehind('前');
      expect(await link.send({ type: 'insert', text: LINES, where: 'caret' })).toEqual({ ok: true });
      await expectModel(`前${LINES}后`);
      await type('，');
      await expectModel(`前${LINES}，后`);
    });

    test('inserts at a caret that has only just been moved', async () => {
      const { page, type, press, expectModel } = await sitDown(stage, editor);
      const link = await stage.link(page);
      await type('左前后');
      // Nobody waits for the editor to hear of it: the insertion has to see to that itself.
      await page.evaluate(moveBack);
      expect(await link.send({ type: 'insert', text: LINES, where: 'caret' })).toEqual({ ok: true });
      await expectModel(`左前${LINES}后`);
      await press('Control', 'z');
      await expectModel('左前后');
    });

    test('inserts over a selection', async () => {
      const { page, type, press, expectModel } = await sitDown(stage, editor);
      const link = await stage.link(page);
      await type('一二三四');
      await press('Shift', 'ArrowLeft');
      await press('Shift', 'ArrowLeft');
      await expect.poll(() => page.evaluate(() => window.getSelected())).toBe('三四');
      await painted(page);
      expect(await link.send({ type: 'insert', text: LINES, where: 'caret' })).toEqual({ ok: true });
      await expectModel(`一二${LINES}`);
      await press('Control', 'z');
      await expectModel('一二三四');
    });
  });
});
