import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { InPage } from './harness/in-page.ts';
import { chatReady, chatUrl, KIND, painted, useStage } from './harness/index.ts';

const HOST = '[popover="manual"]';
/** Flagged high by the built-in English book; the words in it appear nowhere on the page but in the draft. */
const DRAFT = 'you should have read the description';
/** And one flagged critical, which asks for a written reason. */
const CRITICAL_DRAFT = 'our lawyer will contact you';

declare global {
  interface Window {
    /** What a hostile script of the page got to know. */
    loot: string[];
  }
}

/** Runs in the page: covers everything, ours too, and lets every click fall through. */
function veil(): void {
  const cover = document.createElement('div');
  cover.popover = 'auto';
  cover.style.cssText =
    'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:white;pointer-events:none';
  document.body.append(cover);
  cover.showPopover();
}

describe(`a hostile page (${KIND})`, () => {
  const stage = useStage();

  beforeAll(async () => {
    const page = await stage.open(chatUrl());
    await chatReady(page);
    await stage.turnOn(page);
  });

  /** An agent with marked words in the composer. */
  const draftOn = async (
    wish: Record<string, string> = {},
    draft = DRAFT,
  ): Promise<{ page: Page; ours: InPage }> => {
    const page = await stage.open(chatUrl({ editor: 'contenteditable', ...wish }));
    await chatReady(page);
    await page.click('[data-composer="0"]');
    await stage.session.type(page, draft);
    const ours = new InPage(stage.session, page.mainFrame());
    // The first draft of a frame waits for the rules to be built.
    await expect.poll(async () => (await ours.markedTexts()).length, { timeout: 20_000 }).toBeGreaterThan(0);
    return { page, ours };
  };
  const model = (page: Page): Promise<string> => page.evaluate(() => window.getModel());
  /** A real click in the middle of something of ours, wherever the page let it. */
  const pressAt = async (page: Page, selector: string): Promise<void> => {
    const root = await stage.session.shadowRoot(page.mainFrame(), HOST);
    const at = await root!.evaluate((tree, css) => {
      const box = tree.querySelector(css)!.getBoundingClientRect();
      return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    }, selector);
    await page.mouse.click(at.x, at.y);
    await painted(page);
  };

  describe('forged events', () => {
    test('clicks and keys the page makes up change no word', async () => {
      const { page, ours } = await draftOn();
      await ours.openCard();
      await page.evaluate((selector) => {
        const host = document.querySelector(selector)!;
        const field = document.querySelector('[data-composer="0"]')!;
        for (const target of [host, field, document.body]) {
          for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
            target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
          for (const key of ['Digit1', 'Enter', 'Escape'])
            target.dispatchEvent(
              new KeyboardEvent('keydown', {
                code: key,
                key,
                altKey: key === 'Digit1',
                bubbles: true,
                composed: true,
              }),
            );
        }
      }, HOST);
      await painted(page);
      expect(await model(page)).toBe(DRAFT);
      expect(await ours.card()).not.toBeNull();
    });

    test('a made-up Enter does not get a held draft out', async () => {
      const { page, ours } = await draftOn({ enter: 'send' });
      await page.keyboard.press('Enter');
      await expect.poll(() => ours.says('.guard')).not.toBeNull();
      await page.evaluate(() =>
        document
          .querySelector('[data-composer="0"]')!
          .dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, composed: true }),
          ),
      );
      await painted(page);
      expect(await page.evaluate(() => window.sent)).toEqual([]);
      expect(await ours.says('.guard')).not.toBeNull();
    });
  });

  describe('looking in', () => {
    test('walking the page finds none of our words', async () => {
      const { page, ours } = await draftOn();
      const card = await ours.openCard();
      const found = await page.evaluate(() => {
        const seen: string[] = [];
        const walk = (node: Node): void => {
          if (node instanceof Element) {
            for (const { value } of node.attributes) seen.push(value);
            if (node.shadowRoot) walk(node.shadowRoot);
            const inner = (node as Element & { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
            if (inner) walk(inner);
          } else if (node instanceof Text) seen.push(node.data);
          for (const child of node.childNodes) walk(child);
        };
        walk(document);
        for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets])
          for (const rule of sheet.cssRules) seen.push(rule.cssText);
        return seen.join('\n');
      });
      expect(card.instead.length).toBeGreaterThan(0);
      for (const words of [card.why, ...card.instead]) expect(found).not.toContain(words);
    });

    test('the reason for critical words is never typed where the page could listen', async () => {
      const page = await stage.open('about:blank');
      // Earlier than any script of ours: there is no being earlier than this.
      await page.evaluateOnNewDocument(() => {
        window.loot = [];
        for (const type of [
          'keydown',
          'keypress',
          'keyup',
          'beforeinput',
          'input',
          'compositionend',
          'paste',
        ]) {
          window.addEventListener(
            type,
            (event) => window.loot.push((event as KeyboardEvent).key ?? (event as InputEvent).data ?? ''),
            { capture: true },
          );
        }
      });
      await page.goto(chatUrl({ editor: 'contenteditable', enter: 'send' }));
      await chatReady(page);
      await page.click('[data-composer="0"]');
      await stage.session.type(page, CRITICAL_DRAFT);
      const ours = new InPage(stage.session, page.mainFrame());
      await expect
        .poll(async () => (await ours.markedTexts()).length, { timeout: 20_000 })
        .toBeGreaterThan(0);
      await page.keyboard.press('Enter');
      await expect.poll(() => ours.says('.guard')).not.toBeNull();
      expect(await ours.control('textarea, input, [contenteditable]')).toBeNull();
      await page.evaluate(() => {
        window.loot = [];
      });
      const panel = await stage.openPanel(page);
      const field = await panel.waitForSelector('.panel-section textarea');
      await field!.click();
      await panel.keyboard.type('secret reason');
      await panel.keyboard.press('Enter');
      await panel.locator('::-p-aria([name="Send anyway"][role="button"])').click();
      await panel.locator('::-p-text(press send in your console once more)').wait();
      await page.bringToFront();
      await expect.poll(() => ours.says('.guard')).toBeNull();
      expect(await page.evaluate(() => window.loot)).toEqual([]);
      expect(await page.evaluate(() => window.sent)).toEqual([]);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => window.sent)).toEqual([CRITICAL_DRAFT]);
    });

    test('a reason that was picked lets critical words go; without one they stay', async () => {
      const { page, ours } = await draftOn({ enter: 'send' }, CRITICAL_DRAFT);
      await page.keyboard.press('Enter');
      await expect.poll(() => ours.says('.guard')).not.toBeNull();
      // A second Enter is no answer to the question.
      await page.keyboard.press('Enter');
      await ours.click('.decide .btn:last-child');
      await expect.poll(() => ours.says('.short')).toContain('Pick a reason');
      await ours.click('.reason-choice:nth-child(2)');
      await ours.click('.decide .btn:last-child');
      await expect.poll(() => ours.says('.guard')).toBeNull();
      expect(await page.evaluate(() => window.sent)).toEqual([]);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => window.sent)).toEqual([CRITICAL_DRAFT]);
    });

    test('our channels are not open to a page', async () => {
      const { page } = await draftOn();
      const answers = await page.evaluate(
        async (id) => {
          const heard: string[] = [];
          window.addEventListener('message', ({ data, source }) => {
            if (source !== window) heard.push(JSON.stringify(data));
          });
          for (const type of [
            'getBooks',
            'getProfile',
            'siteState',
            'count',
            'teachSite',
            'open',
            'tactful:command',
          ]) {
            window.postMessage({ type, data: {}, id: 1, timestamp: 1 }, '*');
            document.dispatchEvent(new CustomEvent(type, { detail: {} }));
          }
          const api = globalThis as unknown as Record<
            'chrome' | 'browser',
            {
              runtime?: {
                sendMessage?(id: string, message: unknown): Promise<unknown>;
                connect?(id: string): unknown;
              };
            }
          >;
          for (const name of ['chrome', 'browser'] as const) {
            try {
              const answer = await Promise.race([
                api[name]?.runtime?.sendMessage?.(id, { type: 'getBooks', data: { have: {} } }),
                new Promise((done) => setTimeout(() => done(undefined), 500)),
              ]);
              if (answer !== undefined) heard.push(JSON.stringify(answer));
            } catch {
              // Refused, as it should be.
            }
          }
          return heard;
        },
        new URL(stage.session.extensionUrl('')).host,
      );
      expect(answers).toEqual([]);
    });

    test('nothing of the extension can be fetched or framed', async () => {
      const { page } = await draftOn();
      for (const file of [
        'manifest.json',
        'books/en.json',
        'books/en.runtime.json',
        'sidepanel.html',
        'options.html',
      ]) {
        const got = await page.evaluate(
          (url) =>
            fetch(url).then(
              (it) => it.status,
              () => 'refused',
            ),
          stage.session.extensionUrl(file),
        );
        expect(got).toBe('refused');
      }
    });
  });

  describe('luring a click', () => {
    test.each([
      ['under a veil that lets clicks through', veil],
      ['on a page made see-through', () => document.documentElement.style.setProperty('opacity', '0.01')],
      [
        'on a page hidden by a filter',
        () => document.documentElement.style.setProperty('filter', 'opacity(0)'),
      ],
    ])('%s a click changes no word', async (_, trick) => {
      const { page, ours } = await draftOn();
      await ours.openCard();
      await page.evaluate(trick);
      await pressAt(page, '.choice');
      expect(await model(page)).toBe(DRAFT);
    });

    test('what the page says about our element does not hold', async () => {
      const { page, ours } = await draftOn();
      await ours.openCard();
      const got = await page.evaluate((selector) => {
        const host = document.querySelector<HTMLElement>(selector)!;
        const tricks = {
          opacity: '0.01',
          'clip-path': 'inset(50%)',
          filter: 'opacity(0)',
          transform: 'scale(0.01)',
        };
        for (const [name, value] of Object.entries(tricks)) host.style.setProperty(name, value, 'important');
        const style = getComputedStyle(host);
        return [style.opacity, style.clipPath, style.filter, style.transform];
      }, HOST);
      expect(got).toEqual(['1', 'none', 'none', 'none']);
    });

    test('an honest click on the same place does change it', async () => {
      const { page, ours } = await draftOn();
      await ours.openCard();
      await pressAt(page, '.choice');
      await expect.poll(() => model(page)).not.toBe(DRAFT);
    });
  });

  test('a page that keeps removing our element gets its way, and typing goes on', async () => {
    const { page } = await draftOn();
    await page.evaluate((selector) => {
      new MutationObserver(() => document.querySelector(selector)?.remove()).observe(
        document.documentElement,
        {
          childList: true,
        },
      );
      document.querySelector(selector)?.remove();
    }, HOST);
    for (let turn = 0; turn < 12; turn++) await stage.session.type(page, 'x');
    await painted(page);
    expect(await model(page)).toBe(`${DRAFT}${'x'.repeat(12)}`);
    expect(await page.evaluate((selector) => document.querySelectorAll(selector).length, HOST)).toBe(0);
  });

  test('our element carries no words in its attributes or name', async () => {
    const { page, ours } = await draftOn();
    await ours.openCard();
    const outer = await page.evaluate((selector) => {
      const host = document.querySelector(selector)!.cloneNode(true) as HTMLElement;
      return host.outerHTML;
    }, HOST);
    expect(outer).toMatch(/^<x-[a-z0-9]+ popover="manual"( style="[^"]*")?><\/x-[a-z0-9]+>$/);
    expect(outer).not.toMatch(/tactful/i);
  });
});
