import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { InPage } from './harness/in-page.ts';
import { chatReady, chatUrl, KIND, painted, useStage } from './harness/index.ts';

const HOST = '[popover="manual"]';
const PICTURES = 'output/e2e/look';

const DRAFTS = {
  en: 'I refunded $20 yesterday and you got extra anyway, you should have read the description',
  'zh-CN': '已经给您退了20元但是您已经多拿了两样了，下单前怎么不看清楚',
  'zh-TW': '已經退您20元但是您已經多拿了兩樣了，下單前怎麼不看清楚',
} as const;
const CRITICAL = {
  en: 'our lawyer will contact you',
  'zh-CN': '我们会起诉您的，律师函明天就到',
  'zh-TW': '我們會告您，律師函明天就到',
} as const;
type Locale = keyof typeof DRAFTS;

type Feature = 'prefers-color-scheme' | 'prefers-reduced-motion' | 'forced-colors';

/** The browser pretends that its user wants it so; Firefox's protocol cannot. */
async function pretend(page: Page, features: Partial<Record<Feature, string>>): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}

describe.runIf(KIND === 'chromium')('how it looks', () => {
  const stage = useStage();

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    const page = await stage.open(chatUrl());
    await chatReady(page);
    await stage.turnOn(page);
  });

  const speak = async (locale: Locale): Promise<void> => {
    const own = await stage.openExtension('icons/16.png');
    await own.evaluate((choice) => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { set(items: object): Promise<void> } } };
      };
      return chrome.storage.local.set({ locale: choice });
    }, locale);
  };

  const draftOn = async (
    features: Partial<Record<Feature, string>>,
    draft: string,
    wish: Record<string, string> = {},
  ): Promise<{ page: Page; ours: InPage }> => {
    const page = await stage.open(chatUrl({ customer: '少了一样', editor: 'contenteditable', ...wish }));
    await pretend(page, features);
    await chatReady(page);
    await page.evaluate((dark) => {
      document.body.style.cssText = dark ? 'background:#1b1f24;color:#e8ebee' : '';
    }, features['prefers-color-scheme'] === 'dark');
    await page.click('[data-composer="0"]');
    await stage.session.type(page, draft);
    const ours = new InPage(stage.session, page.mainFrame());
    await expect.poll(async () => (await ours.markedTexts()).length, { timeout: 20_000 }).toBeGreaterThan(0);
    return { page, ours };
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    await painted(page);
    await page.screenshot({ path: `${PICTURES}/${name}.png` });
  };

  test.each(
    (['en', 'zh-CN', 'zh-TW'] as const).flatMap((locale) =>
      (['light', 'dark'] as const).map((scheme) => [locale, scheme] as const),
    ),
  )('%s %s', async (locale, scheme) => {
    await speak(locale);
    const { page, ours } = await draftOn({ 'prefers-color-scheme': scheme }, DRAFTS[locale]);
    await picture(page, `badge-${locale}-${scheme}`);
    await ours.openCard();
    await picture(page, `card-${locale}-${scheme}`);
    const held = await draftOn({ 'prefers-color-scheme': scheme }, CRITICAL[locale], { enter: 'send' });
    await held.page.keyboard.press('Enter');
    await expect.poll(() => held.ours.says('.guard')).not.toBeNull();
    await picture(held.page, `guard-${locale}-${scheme}`);
  });

  /** Computed styles of our own elements. */
  const styles = async <K extends keyof CSSStyleDeclaration>(
    page: Page,
    selector: string,
    names: readonly K[],
  ): Promise<Record<string, string>[]> => {
    const root = await stage.session.shadowRoot(page.mainFrame(), HOST);
    return root!.evaluate(
      (tree, css, wanted) =>
        [...tree.querySelectorAll(css)].map((element) => {
          const computed = getComputedStyle(element);
          return Object.fromEntries(wanted.map((name) => [name, String(computed[name])]));
        }),
      selector,
      names as readonly (keyof CSSStyleDeclaration)[],
    );
  };
  /** What system colours are in this browser, as it computes them. */
  const systemColour = (page: Page, name: string): Promise<string> =>
    page.evaluate((colour) => {
      const probe = document.createElement('i');
      probe.style.color = colour;
      document.body.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    }, name);

  describe('where the system picks the colours', () => {
    const forced = { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' } as const;

    test('the badge carries the count as text inside a line', async () => {
      await speak('zh-CN');
      const { page, ours } = await draftOn(forced, DRAFTS['zh-CN']);
      await expect.poll(() => ours.says('.count-badge')).toContain('2 处');
      const [badge] = await styles(page, '.count-badge', ['borderTopStyle', 'borderTopColor', 'color']);
      const ink = await systemColour(page, 'CanvasText');
      expect(badge).toEqual({ borderTopStyle: 'solid', borderTopColor: ink, color: ink });
      await picture(page, 'badge-forced');
    });

    test('the card keeps its lines, and what goes stays struck through', async () => {
      const { page, ours } = await draftOn(forced, DRAFTS['zh-CN']);
      await ours.openCard();
      await picture(page, 'card-forced');
      const ink = await systemColour(page, 'CanvasText');
      const [card] = await styles(page, '.card', ['borderTopStyle', 'borderTopColor', 'backgroundColor']);
      expect(card).toEqual({
        borderTopStyle: 'solid',
        borderTopColor: ink,
        backgroundColor: await systemColour(page, 'Canvas'),
      });
      const goes = await styles(page, '.choice .goes', ['textDecorationLine', 'color']);
      expect(goes.length).toBeGreaterThan(0);
      expect(goes[0]).toEqual({ textDecorationLine: 'line-through', color: ink });
    });

    test('the reason that is picked can be told from the others', async () => {
      const { page, ours } = await draftOn(forced, CRITICAL['zh-CN'], { enter: 'send' });
      await page.keyboard.press('Enter');
      await expect.poll(() => ours.says('.guard')).not.toBeNull();
      await ours.click('.reason-choice:nth-child(2)');
      await expect.poll(() => ours.control('.reason-choice.is-picked')).not.toBeNull();
      await picture(page, 'guard-forced');
      const outlines = await styles(page, '.reason-choice', ['outlineStyle']);
      expect(outlines.map(({ outlineStyle }) => outlineStyle)).toEqual(['none', 'solid', 'none', 'none']);
    });
  });

  test('nothing of ours moves where motion is not wanted', async () => {
    const { page, ours } = await draftOn({ 'prefers-reduced-motion': 'reduce' }, DRAFTS['zh-CN']);
    await ours.openCard();
    const moving = await styles(page, '*', ['animationName', 'transitionDuration']);
    expect(moving.length).toBeGreaterThan(10);
    for (const { animationName, transitionDuration } of moving)
      expect([animationName, transitionDuration]).toEqual(['none', '0s']);
  });

  test.each(['light', 'dark'] as const)('marks, badge and card follow the theme (%s)', async (scheme) => {
    const { page, ours } = await draftOn({ 'prefers-color-scheme': scheme }, DRAFTS['zh-CN']);
    await ours.openCard();
    const [card] = await styles(page, '.card', ['backgroundColor', 'color']);
    expect(contrast(card!.color!, card!.backgroundColor!)).toBeGreaterThanOrEqual(4.5);
    expect(luminance(card!.backgroundColor!) > 0.5).toBe(scheme === 'light');
    const marks = await page.evaluate(() =>
      [...CSS.highlights.keys()]
        .filter((name) => /-(low|medium|high|critical)$/.test(name))
        .map(
          (name) =>
            getComputedStyle(document.querySelector('[data-composer="0"]')!, `::highlight(${name})`)
              .textDecorationColor,
        ),
    );
    const behind = scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(27, 31, 36)';
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks) expect(contrast(mark, behind)).toBeGreaterThanOrEqual(3);
  });
});

/** Relative luminance of `rgb(…)`, WCAG 2. */
function luminance(colour: string): number {
  const [red, green, blue] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter! + 0.05) / (darker! + 0.05);
}
