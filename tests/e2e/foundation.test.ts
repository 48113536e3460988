import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { InPage } from './harness/in-page.ts';
import { chatReady, chatUrl, KIND, painted, useStage } from './harness/index.ts';

/** Sentences from the source cases, with the words that must be under a mark. */
const HURTFUL = [
  { language: 'zh-Hans', sentence: '您已经多拿了两样了，还想怎么样', within: ['多拿了', '怎么样'] },
  { language: 'en', sentence: 'you got extra anyway', within: ['got extra'] },
] as const;

type Language = (typeof HURTFUL)[number]['language'];

const CUSTOMER: Record<Language, string> = {
  'zh-Hans': '图片上是小动物，打开盒子是锤子和钳子',
  en: 'The picture shows animals and the box has hammers in it',
};

/** Somewhere an agent types: the page, its composer, and where the panel is. */
interface Place {
  page: Page;
  panel(): Promise<Page>;
  field: string;
  text(): Promise<string>;
}

describe(`the main job on real input (${KIND})`, () => {
  const stage = useStage();
  let on = false;

  const practice = async (language: Language, composer: string): Promise<Place> => {
    const page = await stage.openExtension(
      `practice.html?case=puzzle-${language.toLowerCase()}&pace=0&composer=${composer}`,
    );
    const field = '.composer-field';
    await page.waitForSelector(field);
    const text = () =>
      page.$eval(field, (element) =>
        element instanceof HTMLTextAreaElement ? element.value : (element as HTMLElement).innerText,
      );
    return { page, panel: async () => page, field, text };
  };

  const chat = async (language: Language, editor: string): Promise<Place> => {
    const page = await stage.open(chatUrl({ editor, customer: CUSTOMER[language] }));
    await chatReady(page);
    if (!on) await stage.turnOn(page);
    on = true;
    const text = () => page.evaluate(() => window.getModel());
    return { page, panel: () => stage.openPanel(page), field: '[data-composer="0"]', text };
  };

  const places: Record<string, (language: Language) => Promise<Place>> = {
    'the practice console': (language) => practice(language, 'plain'),
    'the practice console, rich': (language) => practice(language, 'rich'),
    'a page with a textarea': (language) => chat(language, 'textarea'),
    'a page with ProseMirror': (language) => chat(language, 'prosemirror'),
  };

  describe.each(Object.keys(places))('%s', (name) => {
    const enter = async (language: Language) => {
      const place = await places[name]!(language);
      await place.page.click(place.field);
      return { ...place, ours: new InPage(stage.session, place.page.mainFrame(), place.field) };
    };

    test.each(HURTFUL)(
      'marks “$sentence” while typing and says why',
      async ({ language, sentence, within }) => {
        const { page, ours } = await enter(language);
        await stage.session.type(page, sentence);
        for (const words of within) {
          await expect.poll(async () => (await ours.markedTexts()).join(' ')).toContain(words);
        }
        const card = await ours.openCard();
        expect(sentence).toContain(card.words.replaceAll(/[“”]/g, ''));
        expect(card.why.length).toBeGreaterThan(10);
        expect(card.instead.length).toBeGreaterThan(0);
      },
    );

    test.each(HURTFUL)(
      'mends “$sentence” with a click, and Ctrl+Z takes it back',
      async ({ language, sentence }) => {
        const { page, ours, text } = await enter(language);
        await stage.session.type(page, sentence);
        await expect.poll(async () => (await ours.markedTexts()).length).toBeGreaterThan(0);
        const { instead } = await ours.openCard();
        await ours.click('.choice');
        // A full stop gives way to the comma that follows the mended clause.
        await expect.poll(text).toContain(instead[0]!.replace(/[。.]$/, ''));
        await expect.poll(text).not.toBe(sentence);
        await page.keyboard.down('Control');
        await page.keyboard.press('z');
        await page.keyboard.up('Control');
        await expect.poll(text).toBe(sentence);
      },
    );

    test.each(['zh-Hans', 'en'] as const)('inserts a script from the panel (%s)', async (language) => {
      const { page, panel, text } = await enter(language);
      await stage.session.type(page, language === 'en' ? 'Hello. ' : '您好。');
      const before = await text();
      const script = await insertScript(await panel());
      await expect.poll(text).toBe(`${before}${script}`);
    });

    test.each(HURTFUL)(
      'marks nothing of “$sentence” while an input method composes',
      async ({ language, sentence, within }) => {
        const { page, ours, text } = await enter(language);
        const keyboard = stage.session.inputMethod(page);
        // A first mark proves that the page is watched, so that the silence after it means something.
        await stage.session.type(page, `${sentence} `);
        for (const words of within) {
          await expect.poll(async () => (await ours.markedTexts()).join(' ')).toContain(words);
        }
        const before = await ours.markedTexts();
        for (let end = 1; end <= sentence.length; end += 4) {
          await keyboard.compose(sentence.slice(0, end));
          await painted(page);
          expect(before).toEqual(expect.arrayContaining(await ours.markedTexts()));
        }
        await keyboard.commit(sentence);
        await expect.poll(text).toBe(`${sentence} ${sentence}`);
        await ours.expectMarked(...before, ...before);
      },
    );
  });
});

/** Clicks "Insert" on the first script on offer that has no blanks, and returns its words. */
async function insertScript(panel: Page): Promise<string> {
  // Scripts are ranked anew when the conversation has been understood: choose after that, and click what was chosen.
  await panel.waitForSelector('.panel-evidence');
  const button = await panel.waitForSelector('.script-action button:not([aria-expanded])');
  const script = await button!.evaluate(
    (it) => it.closest('.script')?.querySelector('.script-text')?.textContent ?? '',
  );
  await button!.click();
  return script;
}
