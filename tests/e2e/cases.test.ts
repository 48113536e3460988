import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Team } from '@/lib/ledger';
import { ENGLISH } from './cases/stories.en.ts';
import { CHINESE } from './cases/stories.zh.ts';
import type { Story, When } from './cases/story.ts';
import { chatReady, chatUrl, KIND, useStage } from './harness/index.ts';
import { badgeText, forgetPromises, letTimePass, storedPromises } from './harness/ledger.ts';

/*
 * The five source cases from the customer's words to the promise that is kept. A reminder rings through the real alarm
 * in both browsers and shows as the badge; reminders.test.ts has the notification.
 */

interface StorageApi {
  chrome: { storage: { local: { set(items: object): Promise<void> } } };
}

const MINUTE = 60_000;
/** When a shop closes that has set no hours. */
const CLOSES = [21, 0] as const;

/** In the time zone of this machine, which is the browser's and so the shop's. */
function dueAt({ days, at = CLOSES }: When): number {
  const due = new Date();
  due.setDate(due.getDate() + days);
  due.setHours(at[0], at[1], 0, 0);
  return due.getTime();
}

describe(`the source cases (${KIND})`, () => {
  const stage = useStage();

  beforeAll(async () => {
    const desk = await stage.open(chatUrl());
    await chatReady(desk);
    await stage.turnOn(desk);
  });

  const ownPage = () => stage.openExtension('icons/16.png');

  const openDesk = async (customer: readonly string[]): Promise<{ desk: Page; panel: Page }> => {
    const desk = await stage.open(chatUrl({ enter: 'send', customer }));
    await chatReady(desk);
    await desk.click('[data-composer="0"]');
    await forgetPromises(await ownPage());
    const panel = await stage.openPanel(desk);
    await panel.locator('.panel-section').wait();
    return { desk, panel };
  };

  const texts = (page: Page, selector: string): Promise<string[]> =>
    page.$$eval(selector, (found) => found.map((it) => (it.textContent ?? '').trim()));

  const draft = (desk: Page): Promise<string> => desk.evaluate(() => window.getModel());

  /** Fills the blanks of a script with real keys and inserts it with a click. */
  const insert = async (panel: Page, { script, blanks }: Story): Promise<void> => {
    await panel.bringToFront();
    await panel.locator('.scripts + button[aria-expanded="false"]').click();
    const index = (await texts(panel, '.script .script-text')).findIndex((it) => it.includes(script));
    expect(index, `“${script}” is on offer`).toBeGreaterThanOrEqual(0);
    const card = `.scripts > .script:nth-child(${index + 1})`;
    await panel.click(`${card} .script-action button`);
    await panel.waitForSelector(`${card} .blank-form`);
    for (const [label, value, from] of blanks) {
      const fields = await texts(panel, `${card} .blank-field .field-label > span:first-child`);
      const field = `${card} .blank-field:nth-child(${fields.indexOf(label) + 1})`;
      expect(fields).toContain(label);
      const mark = (await texts(panel, `${field} .field-mark`))[0];
      if (from === 'chat') {
        expect([mark, await panel.$eval(`${field} input`, (it) => it.value)]).toEqual([
          'from the chat',
          value,
        ]);
        continue;
      }
      expect(mark).toBe('required');
      await panel.click(`${field} input`);
      await stage.session.type(panel, value);
      await expect.poll(() => panel.$eval(`${field} input`, (it) => it.value)).toBe(value);
    }
    await panel.click(`${card} button[type="submit"]`);
  };

  const sendWithEnter = async (desk: Page): Promise<void> => {
    await desk.bringToFront();
    await desk.focus('[data-composer="0"]');
    await desk.keyboard.press('Enter');
  };

  test.each([...CHINESE, ...ENGLISH])('case $source, $language: $scenario', async (story) => {
    const { desk, panel } = await openDesk(story.customer);

    // The right scenario first, its steps, and words that fit it.
    await expect
      .poll(async () => (await texts(panel, '.chips .chip'))[0])
      .toMatch(new RegExp(`^${story.scenario}\\d+%$`));
    expect(await texts(panel, '.todo li')).toContain(story.step);
    expect((await texts(panel, '.script .script-text')).slice(0, 3).join('\n')).toContain(story.first);

    await insert(panel, story);
    await expect.poll(() => draft(desk)).toBe(story.promise);
    expect(await desk.evaluate(() => window.sent)).toEqual([]);
    await sendWithEnter(desk);
    await expect.poll(() => desk.evaluate(() => window.sent)).toEqual([story.promise]);

    // What was promised is owed from now on, once, and by the time that was named.
    await panel.bringToFront();
    const row = `::-p-xpath(//button[contains(@class, "owed-head")][span[text() = "${story.promise}"]])`;
    await panel.locator(row).wait();
    const own = await ownPage();
    const owed = (await storedPromises(own)).filter(({ state }) => state === 'open');
    expect(owed.map(({ sentence }) => sentence)).toEqual([story.promise]);
    expect(owed[0]!.due).toBe(dueAt(story.due));
    await panel.bringToFront();
    await panel.focus(row);
    await panel.keyboard.press('Enter');
    await panel.locator('.owed-actions ::-p-text(Kept)').wait();
    expect(await badgeText(own)).toBe('');

    // Ten minutes before its time the agent is told, opens the panel and keeps it.
    await letTimePass(own, owed[0]!.id, 10 * MINUTE);
    await expect.poll(() => badgeText(own)).toBe('1');
    await panel.close();
    const again = await stage.openPanel(desk);
    await again.locator('.owed-soon').wait();
    await again.focus(row);
    await again.keyboard.press('k');
    await expect.poll(() => badgeText(own)).toBe('');
    const kept = (await storedPromises(own)).find(({ id }) => id === owed[0]!.id);
    expect(kept?.state).toBe('kept');
  });

  /** The dearest thing an agent may give alone becomes 5 in each currency. */
  const limitAgents = async (): Promise<void> => {
    const own = await ownPage();
    const nothing = { each: null, order: null, day: null };
    const ceilings = { agent: { ...nothing, each: 500 }, supervisor: nothing, manager: nothing };
    const team: Team = {
      authorities: { agentsDecide: false, ceilings: { CNY: ceilings, USD: ceilings } },
      shop: { timeZone: null, days: [1, 2, 3, 4, 5, 6, 7], opens: 9 * 60, closes: 21 * 60, closedOn: [] },
      budgets: [],
      visits: {
        complaint: { on: false, afterDays: 3 },
        purchase: { on: false, afterDays: 10 },
        jitterDays: 1,
      },
      reminders: { on: false, lead: 15 * MINUTE },
    };
    await own.evaluate(async (value) => {
      const { chrome } = globalThis as unknown as StorageApi;
      await chrome.storage.local.set({ team: value });
    }, team);
  };

  /** The one promise that is open, with the sentence it was made in. */
  const onlyPromise = async (own: Page): Promise<{ id: string; sentence: string; due: number | null }> => {
    const open = (await storedPromises(own)).filter(({ state }) => state === 'open');
    expect(open).toHaveLength(1);
    return open[0]!;
  };

  /** Sends what was inserted and keeps the one promise in it. */
  const sendAndKeep = async (desk: Page, panel: Page, sentence: RegExp): Promise<Page> => {
    await expect.poll(() => draft(desk)).toMatch(sentence);
    await sendWithEnter(desk);
    await expect.poll(() => desk.evaluate(() => window.sent.length)).toBe(1);
    const own = await ownPage();
    const promise = await onlyPromise(own);
    expect(promise.sentence).toMatch(sentence);
    // In two hours, on a quarter of an hour.
    expect(promise.due! % (15 * MINUTE)).toBe(0);
    expect(promise.due! - Date.now()).toBeGreaterThan(100 * MINUTE);
    await letTimePass(own, promise.id, 10 * MINUTE);
    await expect.poll(() => badgeText(own)).toBe('1');
    await panel.close();
    const again = await stage.openPanel(desk);
    await again.locator('.owed-soon').wait();
    await again.focus('.owed-soon .owed-head');
    await again.keyboard.press('k');
    await expect.poll(() => badgeText(own)).toBe('');
    return again;
  };

  const drop = [...CHINESE, ...ENGLISH].filter(({ source }) => source === 1);

  test.each(drop)(
    'case 1, $language: ten to refund, above the agent’s authority',
    async ({ customer, language }) => {
      await limitAgents();
      const { desk, panel } = await openDesk(customer);
      await panel.bringToFront();
      await panel.locator('.remedy-difference').wait();
      expect((await texts(panel, '.remedy-difference'))[0]).toMatch(/\b10(?:\.00)?$/);
      const asking = '.remedy button[aria-expanded]';
      await panel.locator(asking).wait();
      expect((await texts(panel, '.remedy-note'))[0]).toMatch(/^needs a supervisor · above \D*5 each$/);
      await panel.click(asking);
      const request = (await texts(panel, '.ask-summary'))[0]!;
      for (const words of customer) expect(request).toContain(words);
      expect(request).toMatch(/^Request: .*10/);
      expect(request).toContain('About: Price dropped');
      expect(request).toMatch(/Promised to answer: .*\d:\d\d/);
      await panel.click('.owed-edit button[type="submit"]');
      await sendAndKeep(
        desk,
        panel,
        language === 'en' ? /by \d{1,2}:\d\d/ : /(?:今天|明天) \d{1,2}:\d\d 前我来回复您结果/,
      );
    },
  );

  test.each([
    {
      language: 'zh-Hans',
      said: '我想用一袋鹅卵石来付，可以吗？',
      reply: /(?:今天|明天) \d{1,2}:\d\d 前我来回复您/,
    },
    {
      language: 'en',
      said: 'May I pay for this with a bag of pebbles?',
      reply: /by \d{1,2}:\d\d/,
    },
  ])('case 1, $language: no rule covers it, recorded with one click', async ({ said, reply }) => {
    const { desk, panel } = await openDesk([said]);
    await panel.bringToFront();
    await panel.locator('::-p-aria([name="No rule for this?"][role="button"])').click();
    // The section is called the same.
    await panel.locator('::-p-aria([name="No rule covers it"][role="button"])').click();
    await panel.locator('::-p-aria(Insert the reply that names the time)').click();
    const again = await sendAndKeep(desk, panel, reply);
    // It waits for an answer in the ledger, with the customer's own words.
    await again.locator('.segment:nth-of-type(3)').click();
    await again.locator('.owed-line').wait();
    expect((await texts(again, '.owed-line')).join()).toContain(said);
  });
});
