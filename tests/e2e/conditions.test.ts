import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { InPage } from './harness/in-page.ts';
import { chatReady, chatUrl, KIND, painted, useStage } from './harness/index.ts';
import { pageDom } from './harness/page-dom.ts';

const HURTS = 'you got extra anyway';
/** The same pages where the extension was never let in. */
const ELSEWHERE = 'elsewhere.localhost';
const TEXT_CONTROL_AND_EDITOR = ['textarea', 'prosemirror'] as const;

interface Condition {
  name: string;
  /** What the page is asked for, see pages/chat.ts. */
  wish?: Record<string, string>;
  editors?: readonly string[];
  /** The page stands in a frame of a page on localhost; the framed page's own host. */
  framedFrom?: string;
  /** Done after the page was built and before anything is typed. */
  before?(page: Page, chat: Frame): Promise<void>;
  /** Typed before the words that hurt. */
  text?: string;
}

const CONDITIONS: readonly Condition[] = [
  { name: 'open shadow root', wish: { shadow: 'open' }, editors: ['contenteditable', 'prosemirror'] },
  { name: 'closed shadow root', wish: { shadow: 'closed' }, editors: ['contenteditable', 'prosemirror'] },
  { name: 'frame of the same origin', framedFrom: 'localhost' },
  { name: 'frame of another origin', framedFrom: '127.0.0.1' },
  { name: 'scrolled composer', wish: { height: '60' }, text: 'All is well here. '.repeat(20) },
  { name: 'zoom 80 %', wish: { zoom: '0.8' } },
  { name: 'zoom 150 %', wish: { zoom: '1.5' } },
  { name: 'transformed ancestor', wish: { transform: 'translate(40px, 20px) scale(1.2) rotate(2deg)' } },
  { name: 'right-to-left page', wish: { dir: 'rtl' } },
  { name: 'modal dialog', wish: { modal: '1' } },
  { name: 'strict content security policy', wish: { csp: 'strict' } },
  {
    name: 'editor created later',
    wish: { late: '1' },
    before: (_, chat) => chat.evaluate(() => window.addComposer()),
  },
  {
    name: 'editor thrown away and made anew',
    before: async (page, chat) => {
      await page.click('[data-composer="0"]');
      await page.keyboard.type('first');
      await chat.evaluate(() => window.remount());
    },
  },
  { name: 'a second composer', wish: { second: '1' } },
  {
    name: '20,000 characters',
    before: async (page, chat) => {
      await page.click('[data-composer="0"]');
      await chat.evaluate(() => document.execCommand('insertText', false, 'All is well here. '.repeat(1111)));
    },
  },
];

describe(`odd pages (${KIND})`, () => {
  const stage = useStage();

  beforeAll(async () => {
    for (const host of ['localhost', '127.0.0.1']) {
      const page = await stage.open(chatUrl({}, host));
      await chatReady(page);
      await stage.turnOn(page, host);
    }
  });

  interface Chat {
    page: Page;
    chat: Frame;
  }

  const open = async (condition: Condition, editor: string, elsewhere?: string): Promise<Chat> => {
    const url = chatUrl({ editor, ...condition.wish }, elsewhere ?? condition.framedFrom);
    if (!condition.framedFrom) {
      const page = await stage.open(url);
      return { page, chat: page.mainFrame() };
    }
    const outer = `http://${elsewhere ?? 'localhost'}:${inject('pagePort')}/frame?src=${encodeURIComponent(url)}`;
    const page = await stage.open(outer);
    const frame = await (await page.waitForSelector('iframe'))!.contentFrame();
    return { page, chat: frame };
  };

  const field = async (chat: Frame): Promise<ElementHandle<Element>> => {
    const plain = await chat.$('[data-composer="0"]');
    if (plain) return plain;
    const root = await stage.session.shadowRoot(chat, 'main > div');
    return (await root?.$('[data-composer="0"]'))!;
  };

  /** Opens the page and types into its composer. */
  const write = async (condition: Condition, editor: string, elsewhere?: string): Promise<Chat> => {
    const { page, chat } = await open(condition, editor, elsewhere);
    await chatReady(chat);
    await condition.before?.(page, chat);
    await (await field(chat)).click();
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    await stage.session.type(page, `${condition.text ?? ''}${HURTS}`);
    return { page, chat };
  };

  describe.each(CONDITIONS)('$name', (condition) => {
    test.each(condition.editors ?? TEXT_CONTROL_AND_EDITOR)(
      '%s is marked, explained and mended',
      async (editor) => {
        const { chat: other } = await write(condition, editor, ELSEWHERE);
        await painted(other);
        const untouched = await pageDom(other);
        const { chat } = await write(condition, editor);
        const ours = new InPage(stage.session, chat);
        await expect.poll(async () => (await ours.markedTexts()).join(' ')).toContain('got extra');
        const before = await chat.evaluate(() => window.getModel());
        const [marked] = await ours.markedTexts();
        await expect.poll(() => pageDom(chat)).toBe(untouched);
        const { instead } = await ours.openCard();
        await ours.click('.choice');
        await expect
          .poll(() => chat.evaluate(() => window.getModel()))
          .toBe(before.replace(marked!, instead[0]!));
      },
    );
  });

  test.each(TEXT_CONTROL_AND_EDITOR)(
    'our element comes back when the page takes it away (%s)',
    async (editor) => {
      const page = await stage.open(chatUrl({ editor }));
      await chatReady(page);
      await page.click('[data-composer="0"]');
      const ours = new InPage(stage.session, page.mainFrame());
      await stage.session.type(page, HURTS);
      await expect.poll(() => ours.control('.count-badge')).not.toBeNull();
      await page.evaluate(() => document.querySelector('[popover="manual"]')?.remove());
      await stage.session.type(page, ' ');
      await expect.poll(() => ours.control('.count-badge')).not.toBeNull();
      await expect.poll(async () => (await ours.markedTexts()).join(' ')).toContain('got extra');
    },
  );
});
