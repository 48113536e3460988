import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { phraseSheet } from '../fixtures/phrases-xlsx.ts';
import { arrived, faults } from './harness/axe.ts';
import { InPage } from './harness/in-page.ts';
import { chatReady, chatUrl, KIND, useStage } from './harness/index.ts';

const PHRASES = 2000;
const BROKEN = 30;
const DRAFT = '亲，这款就是这个味哦';
const CHATS = [
  'who,text',
  '客服,亲，这款就是这个味的呢',
  '顾客,这款就是这个味吗',
  '客服,您说这款就是这个味，我记下了',
  '客服,马上给您补一份',
].join('\n');
const WORDS = '这款就是这个味';
/** Words that a rule of the built-in book marks. */
const HARSH = '您没仔细看详情';
/** An agent's tab follows within a second where the machine has one to give; how long it took is said, not judged. */
const PATIENCE = 10_000;

const files = mkdtempSync(path.join(tmpdir(), 'tactful-trainer-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));

describe(`a trainer’s day (${KIND})`, () => {
  const stage = useStage();

  /** The trainer's page, used as a person does: what is written on it is clicked, what is written in it is typed. */
  const trainerPage = async () => {
    const page = await stage.openExtension('trainer.html', 'window');
    const open = (pane: string): Promise<void> => page.locator(`.workplace-pane[href*="/${pane}"]`).click();
    const press = (label: string): Promise<void> =>
      page.locator(`::-p-aria([name="${label}"][role="button"])`).click();
    const editor = `.patterns-editor`;
    const intoPattern = async (field: string): Promise<void> => {
      await page.locator(`[data-field="${field}"] ${editor}`).click();
    };
    const patterns = (field: string): Promise<string[]> =>
      page.$eval(`[data-field="${field}"] ${editor} >>> .cm-content`, (it) =>
        [...it.querySelectorAll('.cm-line')].map((line) => line.textContent ?? ''),
      );
    const into = async (selector: string, text: string): Promise<void> => {
      await page.locator(selector).click();
      await stage.session.type(page, text);
    };
    const example = async (text: string, kind: 'Must be marked' | 'Must pass'): Promise<void> => {
      await into('.example-new textarea', text);
      await press(kind);
    };
    const publish = async (version: number): Promise<void> => {
      await open('versions');
      await page.locator('.publish > .btn-primary').setTimeout(20_000).click();
      await page.locator(`::-p-text(Version ${version} is in use)`).setTimeout(20_000).wait();
    };
    return { page, open, press, intoPattern, patterns, into, example, publish };
  };

  /** The site stays on from one story to the next. */
  let on = false;
  const agentTab = async () => {
    const tab = await stage.open(chatUrl({ editor: 'textarea', customer: '这个味道和图上写的不一样' }));
    await chatReady(tab);
    if (!on) await stage.turnOn(tab);
    on = true;
    await tab.click('[data-composer="0"]');
    await stage.session.type(tab, DRAFT);
    const write = async (text: string): Promise<void> => {
      await tab.bringToFront();
      await tab.click('[data-composer="0"]');
      await tab.keyboard.press('End');
      await stage.session.type(tab, text);
    };
    return { agent: new InPage(stage.session, tab.mainFrame(), '[data-composer="0"]'), write };
  };

  const follows = async (agent: InPage, marks: readonly string[]): Promise<void> => {
    const from = performance.now();
    await expect.poll(() => agent.markedTexts(), { timeout: PATIENCE, interval: 20 }).toEqual(marks);
    console.info(`the agent’s tab followed after ${Math.round(performance.now() - from)} ms (${KIND})`);
  };

  const upload = async (
    page: Page,
    field: string,
    name: string,
    content: Uint8Array | string,
  ): Promise<void> => {
    const file = path.join(files, name);
    writeFileSync(file, content);
    const input = (await page.waitForSelector(field)) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
  };

  test('goes from a spreadsheet and a wrong rule to what agents are told, and back', async () => {
    const { agent } = await agentTab();
    const { page, open, press, intoPattern, patterns, into, example, publish } = await trainerPage();
    await page.locator('.book-card .btn-primary').click();
    await page.locator('.items-row').wait();

    // A spreadsheet of phrases: what is broken is named and stops nothing else.
    const sheet = await phraseSheet(PHRASES, BROKEN);
    await open('exchange');
    await upload(page, '.import-drop input', 'phrases.xlsx', sheet.bytes);
    await page.locator('.dry-run').setTimeout(20_000).wait();
    const rows = await page.$$eval('.dry-run .lint-line', (all) => all.map((it) => it.textContent ?? ''));
    expect(rows.map((it) => Number(/^Row (\d[\d,]*)/.exec(it)?.[1]?.replace(',', '')))).toEqual(sheet.broken);
    for (const row of rows) expect(row.replace(/^Row .*?phrase-\d+/, '').length).toBeGreaterThan(10);
    await press(`Take ${(PHRASES - BROKEN).toLocaleString('en')}`);
    await open('scripts');
    await page.locator('::-p-text(2,255 items)').wait();
    await publish(1);

    // Chats to try rules on.
    await open('messages');
    await upload(page, '.messages-head input', 'chats.csv', CHATS);
    await page.locator('.dialog-foot .btn-primary').click();
    await page.locator('.message-set-name').wait();

    // A rule with a mistake in it: told where it is written, then mended.
    await open('taboos');
    await press('New rule');
    await intoPattern('flag');
    await stage.session.type(page, '(这款|本款就是这个味');
    await expect
      .poll(() => page.$eval('.patterns-flaw', (it) => it.textContent).catch(() => null))
      .toContain('is never closed');
    await page.keyboard.press('Home');
    for (let at = 0; at < '(这款|本款'.length; at++) await page.keyboard.press('ArrowRight');
    await stage.session.type(page, ')');
    await expect.poll(() => page.$('.patterns-flaw')).toBeNull();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    // Typed as fast as keys come: no letter may be lost.
    await stage.session.type(page, '(您|你)怎么');
    expect(await patterns('flag')).toEqual(['(这款|本款)就是这个味', '(您|你)怎么']);
    for (let at = 0; at <= '(您|你)怎么'.length; at++) await page.keyboard.press('Backspace');
    expect(await patterns('flag')).toEqual(['(这款|本款)就是这个味']);
    await expect.poll(() => page.$$eval('.also-hit', (all) => all.length)).toBe(2);
    await into('[data-field="why"] textarea', '顾客说味道不对，这样说等于没听。');
    await into('[data-field="instead"] textarea', '味道和您想的不一样，是我们没说清楚。');
    await example('[[这款就是这个味]]。', 'Must be marked');
    await example('您喜欢的是哪个味？', 'Must pass');

    // An exception, with the message that asked for it.
    await intoPattern('notAfter');
    await stage.session.type(page, '您说');
    await example('您说这款就是这个味，我记下了。', 'Must pass');
    await expect.poll(() => page.$$eval('.example.is-wrong', (all) => all.length)).toBe(0);
    await expect.poll(() => page.$$eval('.also-hit', (all) => all.length)).toBe(1);

    await open('lint');
    await page.locator('.trainer-state:not(.is-wrong)').setTimeout(20_000).wait();
    expect(await page.$$('.lint-line.is-error')).toEqual([]);

    await open('versions');
    await press('Send for review');
    await press('Approve');
    await page.locator('.review-notes').wait();
    expect(await agent.markedTexts()).toEqual([]);
    await publish(2);
    await follows(agent, [WORDS]);

    await press('Go back to this version');
    await page.locator('::-p-text(Version 1 is in use)').wait();
    await follows(agent, []);
  });

  test('counts what agents mend, and makes an exception of what they allow, which they are told', async () => {
    const { agent, write } = await agentTab();
    await follows(agent, []);
    await write(`。${HARSH}吧`);
    await follows(agent, [HARSH]);
    await agent.openCard();
    await agent.click('.choice');
    await follows(agent, []);
    await write(`。${HARSH}吧`);
    await follows(agent, [HARSH]);
    await agent.openCard();
    await agent.click('.dismiss .btn:nth-child(2)');
    await follows(agent, []);
    const { page, open } = await trainerPage();
    await page.locator('.book-card .btn-primary').click();
    await page.locator('.items-row').wait();
    await open('inbox');
    const exception = '.inbox-item[data-from="dismissal"] .review-acts .btn:first-child';
    await page.locator(exception).click();
    await page.locator('.item-form').wait();
    await page.locator('.trainer-steps .btn:first-child').click();
    await open('inbox');
    await page.locator(exception).click();
    await page.locator('.workplace-home').click();
    await page.locator('::-p-text(1 flag: 1 mended, 0 sent all the same)').wait();
    const options = await stage.openExtension('options.html');
    await options.locator('#data ::-p-text(An exception of blame/did-not-look)').wait();
  });

  const THEMES = KIND === 'firefox' ? (['light'] as const) : (['light', 'dark'] as const);
  const themed = async (page: Page, theme: (typeof THEMES)[number]): Promise<void> => {
    // Firefox over BiDi cannot be told a theme: it is tested in the one it has.
    if (KIND === 'chromium')
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  };

  test('axe finds nothing in any pane, in light and in dark', async () => {
    const { page } = await trainerPage();
    const found: string[] = [];
    const look = async (at: string): Promise<void> => {
      for (const theme of THEMES) {
        await themed(page, theme);
        await arrived(page);
        found.push(...(await faults(page)).map((it) => `${at} ${theme} ${it}`));
      }
    };
    const buttons = (): Promise<number[]> =>
      page.$$eval('.book-card-actions', (all) => all.map((it) => Math.round(it.getBoundingClientRect().top)));
    await page.locator('.book-card .btn-primary').wait();
    const before = await buttons();
    await page.locator('.book-health').setTimeout(20_000).wait();
    // What is found out about the books moves no button from under the pointer.
    expect(await buttons()).toEqual(before);
    await look('books');
    await page.locator('.book-card-actions a').click();
    await page.locator('.workplace-pane').wait();
    const panes = await page.$$eval('.workplace-pane', (all) =>
      all.map((it) => it.getAttribute('href') ?? ''),
    );
    // Firefox is driven slowly: there the panes that differ most are looked at.
    const looked = KIND === 'firefox' ? panes.filter((it) => /taboos|versions|exchange/.test(it)) : panes;
    for (const pane of looked) {
      await page.locator(`.workplace-pane[href="${pane}"]`).click();
      await page.locator('.workplace-main > *:not([role="status"])').wait();
      if (await page.$('.items-row')) {
        await page.locator('.items-row').click();
        await page.locator('.item-form').wait();
      }
      await look(pane);
      if (pane.endsWith('/scripts')) {
        await page.locator('::-p-aria([name="Side by side"][role="button"])').click();
        await page.locator('.side-by-side').wait();
        await look(`${pane} side by side`);
        await page.keyboard.press('Escape');
      }
    }
    expect(found).toEqual([]);
  });

  test('is within reach of the keyboard: from the books to a field of a rule', async () => {
    const { page } = await trainerPage();
    await page.locator('.book-card .btn-primary').wait();
    const tabTo = async (selector: string): Promise<void> => {
      for (let at = 0; at < 200; at++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((it) => document.activeElement?.matches(it) ?? false, selector)) return;
      }
      throw new Error(`Tab never came to ${selector}`);
    };
    await tabTo('.book-card .btn-primary');
    await page.keyboard.press('Enter');
    await page.locator('.items-row').wait();
    await tabTo('.items-count button');
    await page.keyboard.press('Enter');
    await page.locator('.item-form').wait();
    await tabTo('[data-field="flag"] .patterns-editor');
    await stage.session.type(page, '就这样');
    await expect.poll(() => page.$eval('.patterns-reading', (it) => it.textContent)).toContain('就这样');
    // Firefox is driven slowly: the way through every pane is taken in Chromium.
    if (KIND === 'firefox') return;
    const panes = await page.$$eval('.workplace-pane', (all) => all.map((it) => it.getAttribute('href')));
    for (const pane of panes) {
      await page.focus('.workplace-home');
      await tabTo(`.workplace-pane[href="${pane}"]`);
      await page.keyboard.press('Enter');
      await page.waitForFunction((hash) => location.hash === hash, {}, pane);
      await page.locator('.workplace-main > *:not([role="status"])').wait();
      const controls = await page.$('.workplace-main :is(a[href], button:not(:disabled), input, textarea)');
      if (controls) await tabTo('.workplace-main *');
    }
  });
});
