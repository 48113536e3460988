import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { MASK_CASES, type MaskCase } from '../unit/review/mask-cases.ts';
import { chatReady, chatUrl, KIND, painted, useStage } from './harness/index.ts';
import { startBrowser } from './harness/killed-browser.ts';
import { BALLAST, writeBallast } from './harness/old-store.ts';
import { filesOf, type RawBytes, rawBytes, waysToWrite } from './harness/raw-store.ts';
import { catchFiles, caught } from './harness/saved-files.ts';

/**
 * Nothing personal is ever written unmasked: secrets are typed into a console and sent with a flag standing, said by its
 * customer, and told through every other channel that writes words; they are looked for in what can be exported and,
 * when the browser is closed, in the bytes of its files.
 */
const profile = mkdtempSync(path.join(tmpdir(), 'tactful-planted-'));
afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

/** Shorter ones stand in any file by chance. */
const SHORTEST = 6;
const hasHan = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);
const SECRETS = [
  ...new Map(
    MASK_CASES.filter((it) => it.secret.length >= SHORTEST || hasHan(it.secret)).map((it) => [it.secret, it]),
  ).values(),
];

/** Words that a rule of the built-in books flags. */
const FLAGGED: Record<MaskCase['language'], string> = {
  'zh-Hans': '您已经多拿了两样了。',
  'zh-Hant': '您已經多拿了兩樣了。',
  en: 'You got extra anyway.',
};
const LANGUAGES = Object.keys(FLAGGED) as MaskCase['language'][];
/** Secrets of one message: as many as leaves fewer messages than a tab may report in a minute. */
const A_MESSAGE = 18;
/** Stands in each message and is no secret: whatever finds it in the files would find a secret too. */
const sign = (message: number): string => `qzx${String(message).padStart(3, '0')}`;

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}

const MESSAGES = LANGUAGES.flatMap((language) =>
  inParts(
    SECRETS.filter((it) => it.language === language),
    A_MESSAGE,
  ).map((cases) => ({ language, cases })),
);

interface Extension {
  chrome: { runtime: { sendMessage(message: object): Promise<{ res?: { ok: boolean } }> } };
}

/** Says it to the background as a page of the extension does; gives how often it was refused. */
const tell = (own: Page, type: string, all: readonly object[]): Promise<number> =>
  own.evaluate(
    async (channel, requests) => {
      const { chrome } = globalThis as unknown as Extension;
      let refused = 0;
      for (const data of requests) {
        const id = Math.floor(Math.random() * 1e9);
        const answer = await chrome.runtime.sendMessage({ id, type: channel, timestamp: Date.now(), data });
        if (answer.res?.ok !== true) refused += 1;
      }
      return refused;
    },
    type,
    all,
  );

describe(`personal data (${KIND})`, () => {
  const stage = useStage({ profile });

  const sendAll = async (): Promise<void> => {
    const page = await stage.open(chatUrl());
    await chatReady(page);
    await stage.turnOn(page);
    const desk = await stage.open(chatUrl({ enter: 'send' }));
    await chatReady(desk);
    await desk.locator('[data-composer="0"]').click();
    const link = await stage.link(desk);
    const sent = (): Promise<number> => desk.evaluate(() => window.sent.length);
    for (const [at, { language, cases }] of MESSAGES.entries()) {
      await desk.evaluate((words) => window.customerSays(words), cases.map((it) => it.text).join(' '));
      const flagged = cases.map((it) => `${it.text} ${FLAGGED[language]}`).join('\u3000');
      await desk.evaluate(
        (words) => document.execCommand('insertText', false, words),
        `${sign(at)} ${flagged}`,
      );
      await expect.poll(async () => (await link.snapshot()).flags.length).toBeGreaterThan(0);
      await desk.keyboard.press('Enter');
      // What is held is sent in spite of it, with a reason that holds a secret too.
      await painted(desk);
      if ((await sent()) === at) {
        await expect.poll(async () => (await link.snapshot()).held).not.toBeNull();
        expect(await link.send({ type: 'release', reason: cases[0]!.text })).toEqual({ ok: true });
        await desk.keyboard.press('Enter');
      }
      await expect.poll(sent).toBe(at + 1);
      await expect.poll(async () => (await link.snapshot()).draft).toBe('');
    }
  };

  /** The other ways in which words of a chat are written. */
  const tellAll = async (own: Page): Promise<void> => {
    const labels = { language: null, scenario: 'value-complaint' };
    const id = (kind: string, at: number): string => `planted-${kind}-${at}`;
    const corrections = MESSAGES.map(({ cases }, at) => {
      const customer = cases.map((it) => it.text);
      return { id: id('correction', at), ...labels, market: null, guessed: null, customer };
    });
    expect(await tell(own, 'correctScenario', corrections)).toBe(0);
    const promises = inParts(inParts(SECRETS, 3), 8).map((eight, at) => ({
      id: id('promise', at),
      ...labels,
      customer: [],
      promises: eight.map((three) => {
        const words = 'within 2 hours';
        const sentence = `${three.map((it) => it.text).join('; ')}; it ships ${words}.`;
        return { rule: 'dated/ships', kind: 'dated', words, sentence };
      }),
    }));
    expect(await tell(own, 'recordPromises', promises)).toBe(0);
    const verdicts = inParts(SECRETS, 8).map((cases, at) => {
      const words = (some: readonly MaskCase[]): string => some.map((it) => it.text).join(' ');
      const [text, before, after] = [
        words(cases.slice(0, 4)),
        words(cases.slice(4, 6)),
        words(cases.slice(6)),
      ];
      const of = { reading: 'en', said: 'fine', category: 'blame', mark: `m${at}` };
      return { id: id('verdict', at), ...labels, ...of, text: text || '-', before, after };
    });
    expect(await tell(own, 'recordVerdict', verdicts)).toBe(0);
    // A phrase that is never to be marked again is kept as it stands, so one with a secret is not kept.
    const phrases = SECRETS.slice(0, 20).map(({ text }, at) => {
      return { id: id('phrase', at), kind: 'phrase', rule: 'got-extra/anyway', text };
    });
    expect(await tell(own, 'recordDismissal', phrases)).toBe(phrases.length);
  };

  /** The file for QA, as an agent saves it. */
  const exported = async (): Promise<string> => {
    const page = await stage.openExtension('options.html');
    await catchFiles(page);
    await page.locator('#reviews input').fill('Mei');
    await page.keyboard.press('Tab');
    await page.locator('::-p-aria([name="Save for QA"][role="button"])').click();
    let file = '';
    await expect.poll(async () => (file ||= await caught(page))).not.toBe('');
    return file;
  };

  /** Everything that is kept, as the agent takes it along. */
  const takenAlong = async (): Promise<string> => {
    const page = await stage.openExtension('options.html');
    await catchFiles(page);
    await page.locator('::-p-aria([name="Export as a file"][role="button"])').click();
    let file = '';
    await expect.poll(async () => (file ||= await caught(page))).not.toBe('');
    return file;
  };

  test(`none of ${SECRETS.length} secrets is in a file of the extension, for QA or for oneself`, async () => {
    expect(SECRETS.length).toBeGreaterThanOrEqual(400);
    const own = await stage.openExtension('icons/16.png');
    await sendAll();
    await tellAll(own);
    const signs = MESSAGES.map((_, at) => sign(at));
    let saved = '';
    // The last message may still be on its way into the log.
    await expect
      .poll(async () => {
        saved = await exported();
        return signs.filter((it) => !saved.includes(it));
      })
      .toEqual([]);
    expect(SECRETS.filter((it) => saved.includes(it.secret)).map((it) => it.text)).toEqual([]);
    const all = await takenAlong();
    expect(signs.filter((it) => !all.includes(it))).toEqual([]);
    expect(SECRETS.filter((it) => all.includes(it.secret)).map((it) => it.text)).toEqual([]);

    const names = KIND === 'firefox' ? ['moz-extension+++'] : [new URL(stage.session.extensionUrl('')).host];
    await stage.session.browser.close();
    const searched: Record<string, number> = {};
    const leaks = new Set<string>();
    const wanted = (texts: readonly string[]) => texts.map((text) => [text, waysToWrite(text)] as const);
    const [secrets, marks] = [wanted(SECRETS.map((it) => it.secret)), wanted(signs)];
    const search = (parts: Iterable<RawBytes>): Set<string> => {
      const here = new Set<string>();
      for (const { file, as, bytes } of parts) {
        searched[as] = (searched[as] ?? 0) + bytes.length;
        const holds = ([, ways]: (typeof secrets)[number]): boolean => ways.some((it) => bytes.includes(it));
        for (const it of marks) if (!here.has(it[0]) && holds(it)) here.add(it[0]);
        for (const it of secrets)
          if (holds(it)) leaks.add(`${it[0]} in ${path.relative(profile, file)} (${as})`);
      }
      return here;
    };
    // What is searched is where the messages are: each of them is found there.
    expect([...search(rawBytes(filesOf(profile, names)))].sort()).toEqual(signs);
    if (KIND === 'chromium') {
      // What stood in the journal becomes a table, packed and in another order.
      const next = await startBrowser(profile);
      await next.page.evaluate(writeBallast, 5);
      await next.browser.close();
      const ballast = waysToWrite(BALLAST);
      const blocks = [...rawBytes(filesOf(profile, names))].filter(
        ({ as, bytes }) => as === 'block' && !ballast.some((it) => bytes.includes(it)),
      );
      expect([...search(blocks)].sort()).toEqual(signs);
    }
    console.info(
      `searched: ${Object.entries(searched)
        .map(([as, bytes]) => `${as} ${Math.round(bytes / 1024)} KB`)
        .join(', ')}`,
    );
    expect([...leaks]).toEqual([]);
  });
});
