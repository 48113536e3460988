import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import type { BundlePayload } from '@/lib/review';
import { agentWith, CONTESTED, OFFERED, scoresFor } from './harness/agents-files.ts';
import { KIND, useStage } from './harness/index.ts';
import { catchFiles, caught } from './harness/saved-files.ts';

const VERDICTS = 20;
/** Places of one pane that scroll by themselves. */
const MOST_SCROLLERS = 6;
const PANES = ['queue', 'cards', 'contests', 'calibration', 'statistics', 'report', 'bundles'] as const;

const files = mkdtempSync(path.join(tmpdir(), 'tactful-review-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));

/** What axe finds in a page, a line a fault: rule, then where. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(`globalThis.axe || ${axe.source}; undefined`);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document);
    return violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)}`));
  });
}

const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (it) => it.textContent ?? '').catch(() => '');

describe(`a QA day (${KIND})`, () => {
  const stage = useStage();

  const qaPage = async () => {
    const page = await stage.openExtension('review.html', 'window');
    await page.locator('.workplace-nav').wait();
    const open = (pane: (typeof PANES)[number]): Promise<void> =>
      page.locator(`.workplace-pane[href="#/${pane}"]`).click();
    const press = (label: string): Promise<void> =>
      page.locator(`::-p-aria([name="${label}"][role="button"])`).click();
    const says = (text: string): Promise<unknown> => page.locator(`::-p-text(${text})`).wait();
    const iAm = async (name: string): Promise<void> => {
      await page.locator('.review-who button').click();
      await page.locator('dialog input').fill(name);
      await page.keyboard.press('Enter');
      await expect.poll(() => textOf(page, '.review-who button')).toBe(name);
    };
    let given = 0;
    const takeIn = async (bundle: string): Promise<void> => {
      const file = path.join(files, `bundle-${given++}.json`);
      writeFileSync(file, bundle);
      const input = (await page.waitForSelector(
        '.hand-over input[type=file]',
      )) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
    };
    /** Rounds of keys, each pressed when the one before has been taken. */
    const keys = async (sequence: string): Promise<void> => {
      for (const key of sequence) await page.keyboard.press(key as 'u');
    };
    return { page, open, press, says, iAm, takeIn, keys };
  };

  test('goes from agents’ files over verdicts and a contest to a better phrasebook', async () => {
    const now = Date.now();
    const lin = await agentWith('Lin', 15, now);
    const chen = await agentWith('Chen', 14, now);
    const { page, open, press, says, iAm, takeIn, keys } = await qaPage();
    await catchFiles(page);
    await iAm('Wang');

    // Two agents' files, each by a key that people compare once; what comes again is known.
    await open('bundles');
    for (const agent of [lin, chen]) {
      await takeIn(await agent.file());
      await expect.poll(() => textOf(page, '.hand-over-key code')).toBe(agent.fingerprint);
      await press('It is the same: take the file in');
      await says(`${agent.name}: ${agent.records.length} new, 0 known already`);
    }
    await takeIn(await lin.later());
    await says('Lin: 1 new, 15 known already');
    await takeIn((await chen.file()).replace('Calm down', 'Calm dawn'));
    await says('it was changed after it was signed');

    // The queue by risk, and twenty verdicts without a mouse.
    await open('queue');
    await expect.poll(() => textOf(page, '.workplace-count')).toBe('30');
    await expect.poll(() => textOf(page, '.queue-row.is-open')).toContain('Must not go out');
    const from = performance.now();
    await keys('udc'.repeat(VERDICTS).slice(0, VERDICTS));
    await expect.poll(() => textOf(page, '.workplace-count')).toBe(String(30 - VERDICTS));
    const took = performance.now() - from;
    console.info(`${VERDICTS} verdicts by keyboard in ${Math.round(took)} ms (${KIND})`);
    await keys('z');
    await expect.poll(() => textOf(page, '.workplace-count')).toBe(String(30 - VERDICTS + 1));
    await keys('u');
    await expect.poll(() => textOf(page, '.workplace-count')).toBe(String(30 - VERDICTS));

    // One message by its words, upheld for its wording, with its score.
    await page.keyboard.press('/');
    await stage.session.type(page, 'two spoons');
    await page.keyboard.press('Escape');
    await expect.poll(() => textOf(page, '.detail-message')).toBe(CONTESTED);
    await keys('1su');
    const left = Number(await textOf(page, '.workplace-count'));
    expect(left).toBeLessThanOrEqual(30 - VERDICTS);

    // The agent gets it as a file, contests, and hands the contest back.
    await open('bundles');
    let contested: BundlePayload['reviews'][number] | undefined;
    for (const agent of [chen, lin]) {
      await page.locator(`.bundles-line:has(b):nth-child(${agent === chen ? 1 : 2}) button`).click();
      let file = '';
      await expect.poll(async () => (file ||= await caught(page))).not.toBe('');
      const { reviews } = JSON.parse(JSON.parse(file).payload) as BundlePayload;
      const of = agent.records.filter((it) => it.text === CONTESTED).map((it) => it.id);
      const found = reviews.find(
        (it) => of.includes(it.record) && it.verdict !== 'dismiss' && it.undoneAt === null,
      );
      if (found && !contested) {
        contested = found;
        await takeIn(await agent.contesting(found, 'She asked for the spoons.'));
        await says(`${agent.name}: 1 new, 0 known already`);
      }
    }
    expect(contested).toBeDefined();

    // Whoever gave the verdict cannot decide; somebody else can.
    await open('contests');
    await says('She asked for the spoons.');
    await says('This verdict is yours: somebody else decides.');
    await iAm('Zhao');
    await page.locator('.contests textarea').fill('Right: she asked for them.');
    await press('Contest upheld: the message was fine');
    await says('No contest waits');

    // The same sample, blind, by two: six of eight alike, half of that by chance.
    await open('calibration');
    await page.locator('.calibration-start .field:nth-child(2) input').fill('8');
    await page.locator('.calibration-start .field:nth-child(3) input').fill('4711');
    await press('Draw a sample');
    await page.locator('.blind').wait();
    await keys('uuuudddd');
    await says('You have judged all of it');
    await iAm('Wang');
    await page.locator('.blind').wait();
    await keys('uuuddddu');
    await expect.poll(() => textOf(page, '[data-figure="kappa"]')).toMatch(/^0\.5 \(95 %/);
    expect(await page.$$('.agreement .list > li')).toHaveLength(2);
    // A third at another machine: the sample goes as a file that names nobody, the scores come back as one.
    await press('Save the sample for others');
    let sample = '';
    await expect.poll(async () => (sample ||= await caught(page))).not.toBe('');
    expect(sample).not.toMatch(/agent\W+(?:Lin|Chen)|desk\.example/);
    const sun = await scoresFor(sample, 'Sun', 'uuuudddd', now);
    expect(sun.texts).toHaveLength(8);
    await takeIn(sun.file);
    await expect.poll(() => textOf(page, '.hand-over-key code')).toBe(sun.fingerprint);
    await page.focus('.hand-over-key input');
    await page.keyboard.press('Enter');
    // Six of eight alike among all three, two of three on the others: (0.833 − 0.5) / (1 − 0.5).
    await expect.poll(() => textOf(page, '[data-figure="kappa"]')).toMatch(/^0\.667 \(95 %/);
    await takeIn(sun.file);
    await says('was taken in before');

    // Every score that was confirmed, as a table.
    await open('cards');
    await press('Save the scores (CSV)');
    let scores = '';
    await expect.poll(async () => (scores ||= await caught(page))).toContain('Wang');
    expect(scores.trim().split('\r\n').length).toBeGreaterThanOrEqual(3);

    // Figures and the week on paper.
    await open('statistics');
    await page.locator('.chart-drawing').wait();
    await page.locator('.chart-acts button').click();
    await page.locator('.figure-table').wait();
    // A good reply that Lin offers goes to the trainers.
    await press('Offer to the trainers');
    await says('The trainers have it in their inbox.');
    await open('report');
    await page.locator('.report-sheet').wait();
    await press('CSV');
    let report = '';
    await expect.poll(async () => (report ||= await caught(page))).toContain('got-extra/we-gave-you');
    expect(report).toContain('Wording,100%');

    // The contest waits for the trainer, who makes an exception of it; the next version lets the message pass.
    const trainer = await stage.openExtension('trainer.html', 'window');
    await trainer.locator('.book-card:has(h3[lang="en"]) .btn-primary').click();
    await trainer.locator('.workplace-pane[href*="/inbox"]').click();
    await trainer.locator('::-p-text(She asked for the spoons.)').wait();
    await trainer.locator(`::-p-text(${OFFERED})`).wait();
    const inInbox = '.inbox-item[data-from="contest"]';
    await trainer.locator(`${inInbox} .review-acts .btn:first-child`).click();
    await trainer.locator('.workplace-pane[href*="/versions"]').click();
    await trainer.locator('.publish > .btn-primary').setTimeout(20_000).click();
    await trainer.locator('::-p-text(Version 1 is in use)').setTimeout(20_000).wait();
    const panel = await stage.openExtension('sidepanel.html');
    const draft = await panel.waitForSelector('.draft-box .field:nth-of-type(2) textarea');
    await draft!.click();
    await stage.session.type(panel, `${CONTESTED} Calm down please.`);
    await expect
      .poll(() => panel.$$eval('.flag-words', (all) => all.map((it) => it.textContent)))
      .toEqual(['Calm down']);
  });

  test('is worked with the Tab key: every pane in the order in which it is read, nothing left out', async () => {
    const { page, open } = await qaPage();
    for (const pane of PANES) {
      await open(pane);
      await page.locator('.workplace-main > :not(.spinner)').wait();
      const wanted = await page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        const able = [
          ...document.querySelectorAll<HTMLElement>(
            'a[href], button, input, select, textarea, summary, [tabindex]',
          ),
        ].filter(
          (it) =>
            it.tabIndex >= 0 &&
            !it.matches(':disabled, [type=radio]:not(:checked)') &&
            it.checkVisibility({ visibilityProperty: true }),
        );
        // The browser begins where the last click was: a stop before everything else.
        document.body.tabIndex = -1;
        document.body.focus();
        for (const [at, it] of able.entries()) it.dataset.stop = String(at);
        return able.length;
      });
      const stops: string[] = [];
      for (let pressed = 0; stops.length < wanted && pressed < wanted + MOST_SCROLLERS; pressed++) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const at = document.activeElement as HTMLElement | null;
          const ring = at !== null && getComputedStyle(at).outlineStyle !== 'none';
          // Firefox stops at what can be scrolled too, Chromium at each choice of a group.
          if (at?.matches('main, div, [type=radio]') && at.dataset.stop === undefined) return null;
          return `${at?.dataset.stop ?? at?.tagName}${ring ? '' : ' without a ring'}`;
        });
        if (stop !== null) stops.push(stop);
      }
      expect(stops, pane).toEqual(Array.from({ length: wanted }, (_, at) => String(at)));
    }
  });

  // Firefox over BiDi cannot be told a theme: it is tested in the one it has.
  const looks =
    KIND === 'firefox'
      ? ([['zh-TW', 'light', PANES]] as const)
      : ([
          ['en', 'light', PANES],
          ['zh-CN', 'dark', PANES],
          ['zh-TW', 'light', ['queue', 'statistics']],
        ] as const);
  test('is for everybody: axe finds nothing in any pane with all that in it', async () => {
    const { page, open } = await qaPage();
    for (const [language, theme, panes] of looks) {
      await page.evaluate(async (locale) => {
        const { chrome } = globalThis as unknown as {
          chrome: { storage: { local: { set(it: object): Promise<void> } } };
        };
        await chrome.storage.local.set({ locale });
      }, language);
      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
      if (KIND === 'chromium')
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      for (const pane of panes) {
        await open(pane);
        await page.locator('.workplace-main > :not(.spinner)').wait();
        await page.waitForFunction(() => document.getAnimations().every((it) => it.playState === 'finished'));
        expect(await faults(page), `${pane} in ${language}`).toEqual([]);
      }
    }
  });
});
