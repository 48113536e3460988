import { createServer, type Server } from 'node:http';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeKey, type SigningKey, spaced } from '../../lib/subscription/keys.ts';
import { signBook } from '../../lib/subscription/signed-book.ts';
import { InPage } from './harness/in-page.ts';
import { chatReady, chatUrl, KIND, useStage } from './harness/index.ts';

/** A static host with one file on it. */
class Host {
  body = '';
  tag = 0;
  /** Requests, by what they were answered with. */
  readonly answered: number[] = [];
  private readonly server: Server = createServer((request, response) => {
    const etag = `"${this.tag}"`;
    const status = request.headers['if-none-match'] === etag ? 304 : 200;
    this.answered.push(status);
    response.writeHead(status, { etag }).end(status === 200 ? this.body : undefined);
  });

  async start(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('No port.');
    return `http://localhost:${address.port}/book.tactful.json`;
  }

  put(body: string): void {
    this.body = body;
    this.tag += 1;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

const signed = (words: string, version: number, key: SigningKey): Promise<string> =>
  signBook(
    {
      format: 'tactful-book/1',
      id: 'team/shop',
      version,
      publishedAt: Date.now(),
      by: 'Mei',
      note: '',
      book: {
        id: 'team/shop',
        name: 'The shop’s words',
        language: 'en',
        version,
        license: 'CC0-1.0',
        taboos: [
          {
            id: 'blame/words',
            category: 'blame',
            severity: 'medium',
            flag: [words],
            why: 'It hurts.',
            instead: ['Let me look that up for you.'],
            examples: { flag: [`Well, ${words} now.`], pass: ['Thank you.'] },
          },
        ],
      },
    },
    key,
  );

const FIRST = 'purple gadget';
const SECOND = 'yellow gadget';

describe(`a book by subscription (${KIND})`, () => {
  const stage = useStage();
  const host = new Host();
  let key: SigningKey;

  beforeAll(async () => {
    key = await makeKey();
    await host.start();
    host.put(await signed(FIRST, 1, key));
  });
  afterAll(() => host.stop());

  /** The alarm, rung by hand. */
  const ring = (page: Page): Promise<void> =>
    page.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { alarms: { create(name: string, when: { when: number }): Promise<void> } };
      };
      await chrome.alarms.create('subscriptions', { when: Date.now() });
    });

  test('arrives after a look at it, follows its versions, and stays when a file is forged', async () => {
    const desk = await stage.open(chatUrl());
    await chatReady(desk);
    await stage.turnOn(desk);
    const seen = new InPage(stage.session, desk.mainFrame());

    const options = await stage.openExtension('options.html#subscriptions');
    const section = options.locator('#subscriptions');
    await section.wait();
    expect(host.answered).toEqual([]);
    await options.locator('#subscriptions ::-p-aria([name="Address"][role="textbox"])').fill(host.url);
    await options
      .locator('#subscriptions ::-p-aria([name="Key of the publisher"][role="textbox"])')
      .fill(spaced(key.fingerprint));
    await options.locator('#subscriptions ::-p-aria([name="Subscribe"][role="button"])').click();
    await options.locator('::-p-aria([name="Look at it"][role="button"])').click();
    await options.locator(`dialog ::-p-text(${FIRST})`).wait();
    await options.locator('dialog ::-p-aria([name="Use it"][role="button"])').click();
    await options.locator('#subscriptions ::-p-text(Version 1 in use)').wait();

    await desk.bringToFront();
    await desk.click('[data-composer="0"]');
    await stage.session.type(desk, `the ${FIRST} and the ${SECOND}`);
    await seen.expectMarked(FIRST);

    host.put(await signed(SECOND, 2, key));
    await ring(options);
    await seen.expectMarked(SECOND);
    await options.bringToFront();
    await options.locator('#subscriptions ::-p-text(Version 2 in use)').wait();

    // Nothing new: the tag alone tells.
    await options.locator('::-p-aria([name="Check now"][role="button"])').click();
    await expect.poll(() => host.answered.at(-1)).toBe(304);

    host.put((await signed(FIRST, 3, key)).replaceAll(FIRST, 'green gadget'));
    await ring(options);
    await options.locator('#subscriptions ::-p-text(The signature does not fit)').wait();
    await options.locator('#subscriptions ::-p-text(Version 2 in use)').wait();
    await desk.bringToFront();
    await stage.session.type(desk, ' and a green gadget');
    await seen.expectMarked(SECOND);

    // Somebody else's book is copied to be changed: the copy is one's own, with all that it says.
    const trainer = await stage.openExtension('trainer.html', 'window');
    await trainer.locator('::-p-aria([name="Copy to change"][role="button"])').click();
    await trainer.locator('.items-row').wait();
    expect(await trainer.evaluate(() => decodeURIComponent(location.hash))).toMatch(/^#\/own\/team\/shop/);
    await trainer.locator('.items-row').click();
    await trainer.locator('[data-field="why"] textarea:not(:read-only)').fill('It hurts a lot.');
    expect(
      await trainer.$eval('[data-field="flag"] .patterns-editor >>> .cm-content', (it) => it.textContent),
    ).toContain(SECOND);
    await trainer.locator('.trainer-state:not(.is-wrong)').setTimeout(20_000).wait();
  });
});
