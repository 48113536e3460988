import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { arrived, faults as faultsOf } from './harness/axe.ts';
import { InPage } from './harness/in-page.ts';
import { chatReady, chatUrl, KIND, useStage } from './harness/index.ts';

const THEMES = ['light', 'dark'] as const;
const PAGES = ['popup.html', 'options.html', 'practice.html', 'sidepanel.html'] as const;

/** Whoever speaks to the computer says what stands on a button. */
const faults = (page: Page, within?: string): Promise<string[]> =>
  faultsOf(page, within, ['label-content-name-mismatch']);

interface ExtensionApi {
  chrome: {
    tabs: { query(filter: object): Promise<{ id: number }[]> };
  };
}

describe(`our own pages (${KIND})`, () => {
  const stage = useStage();

  const tabInFront = async (page: Page): Promise<number> => {
    const asking = await stage.openExtension('icons/16.png');
    await page.bringToFront();
    return asking.evaluate(async () => {
      const { chrome } = globalThis as unknown as ExtensionApi;
      return (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]!.id;
    });
  };

  const show = async (theme: (typeof THEMES)[number], file: string): Promise<Page> => {
    const desk = await stage.open(chatUrl());
    await chatReady(desk);
    // From here on the popup knows which site it stands on.
    await stage.session.pressAction(desk);
    const tab = await tabInFront(desk);
    const page = await stage.openExtension(`${file}?tab=${tab}`);
    if (KIND === 'chromium')
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await page.locator('h1, h2, button').wait();
    // Colours glide from one theme to the other; axe must see where they arrive.
    await arrived(page);
    return page;
  };

  const setTheme = async (page: Page, theme: (typeof THEMES)[number]): Promise<void> => {
    if (KIND === 'chromium')
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  };

  // Firefox over BiDi cannot be told a theme: it is tested in the one it has.
  const themes = KIND === 'firefox' ? (['light'] as const) : THEMES;
  test.each(themes.flatMap((theme) => PAGES.map((file) => [theme, file] as const)))(
    'axe finds nothing, %s: %s',
    async (theme, file) => {
      expect(await faults(await show(theme, file))).toEqual([]);
    },
  );

  describe.each(themes)('at work, %s', (theme) => {
    let on = false;
    const openDesk = async (): Promise<Page> => {
      const desk = await stage.open(
        chatUrl({
          enter: 'send',
          customer: 'I paid 168 for two pairs of trousers, and now the price dropped to 79 each!',
        }),
      );
      await chatReady(desk);
      if (!on && theme === themes[0]) await stage.turnOn(desk);
      on = true;
      await setTheme(desk, theme);
      await desk.click('[data-composer="0"]');
      const link = await stage.link(desk);
      await expect.poll(async () => (await link.snapshot()).state).toBe('on');
      return desk;
    };

    test('axe finds nothing in a panel with promises, blanks, remedies, a gap and a request', async () => {
      const desk = await openDesk();
      await stage.session.type(desk, 'I will write to you within 2 hours.');
      await desk.keyboard.press('Enter');
      const panel = await stage.openPanel(desk);
      await setTheme(panel, theme);
      await panel.locator('.owed-head').wait();
      await panel.locator('.remedy-difference').wait();
      await panel.locator('.script-action button[aria-expanded]').click();
      await panel.locator('.blank-form').wait();
      await panel.locator('::-p-aria(No rule for this?)').click();
      await panel.locator('::-p-aria(No rule covers it)').click();
      await panel.locator('::-p-aria(Insert the reply that names the time)').wait();
      await arrived(panel);
      expect(await faults(panel)).toEqual([]);
      // A promise that is being edited, and all that is owed.
      await panel.locator('.segment:nth-of-type(3)').click();
      await panel.locator('.owed-line').wait();
      await panel.locator('.owed-head').click();
      await panel.locator('.owed-edit').wait();
      await arrived(panel);
      expect(await faults(panel)).toEqual([]);
    });

    test('axe finds nothing in the palette', async () => {
      const desk = await openDesk();
      const ours = new InPage(stage.session, desk.mainFrame());
      await stage.session.type(desk, '//');
      await expect.poll(() => ours.value('.palette-query')).toBe('');
      const root = await stage.session.shadowRoot(desk.mainFrame(), '[popover="manual"]');
      // axe follows open shadow roots only; for this page ours becomes one to look at.
      await root!.evaluate((tree) => {
        tree.host.setAttribute('data-looked-at', '');
        Object.defineProperty(tree.host, 'shadowRoot', { value: tree, configurable: true });
      });
      await arrived(desk);
      expect(await faults(desk, '[data-looked-at]')).toEqual([]);
    });
  });

  test('change their language at once, and every other page of ours with them', async () => {
    const options = await stage.openExtension('options.html');
    const practice = await stage.openExtension('practice.html');
    await options.bringToFront();
    await options.locator('#general select').wait();
    await options.select('#general select', 'zh-TW');
    await options.locator('::-p-text(得體設定)').wait();
    await expect.poll(() => practice.evaluate(() => document.documentElement.lang)).toBe('zh-TW');
    await options.select('#general select', 'auto');
    await options.locator('::-p-text(Tactful options)').wait();
  });

  test('options are all within reach of the keyboard, in the order they are read', async () => {
    const options = await stage.openExtension('options.html');
    await options.locator('#data button').wait();
    const reached: string[] = [];
    for (let i = 0; i < 120; i++) {
      await options.keyboard.press('Tab');
      const at = await options.evaluate(() => {
        const it = document.activeElement;
        return it === null || it === document.body
          ? ''
          : (it.closest('section')?.id ?? it.closest('nav')?.tagName ?? '');
      });
      if (at === '' && reached.length > 0) break;
      if (at !== reached.at(-1)) reached.push(at);
    }
    // Which sections hold something to reach depends on what was switched on before; none may be left out.
    const holding = await options.evaluate(() =>
      [...document.querySelectorAll('section[id]')]
        .filter((it) => it.querySelector('button, input, select, textarea, a[href]') !== null)
        .map((it) => it.id),
    );
    expect(holding).toEqual(expect.arrayContaining(['general', 'team', 'consoles', 'shortcuts', 'data']));
    expect(reached).toEqual(['NAV', ...holding]);
  });
});
