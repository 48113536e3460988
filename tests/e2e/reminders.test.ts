import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILDS } from '../../scripts/driver/session.ts';
import { chatReady, chatUrl, KIND, useStage } from './harness/index.ts';
import { letTimePass, storedPromises } from './harness/ledger.ts';

interface OwnPage {
  chrome: {
    notifications: {
      getAll(): Promise<Record<string, unknown>>;
      clear(id: string): Promise<boolean>;
      onClosed: { addListener(listener: (id: string) => void): void };
    };
  };
  /** Notifications that were there and went. */
  gone: string[];
}

const MINUTE = 60_000;
const PROMISE = '两小时内回复您。';

/**
 * The build, with the one permission that Chromium asks for in a prompt no test can answer already given; Firefox
 * answers its own by a preference and takes the build as it is shipped.
 */
function buildThatMayNotify(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tactful-build-'));
  cpSync(BUILDS.chromium, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
  manifest.permissions = [...(manifest.permissions ?? []), 'notifications'];
  manifest.optional_permissions = [];
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

describe(`reminders (${KIND})`, () => {
  const build = KIND === 'chromium' ? buildThatMayNotify() : undefined;
  const stage = useStage(build === undefined ? {} : { build });

  beforeAll(async () => {
    const desk = await stage.open(chatUrl());
    await chatReady(desk);
    await stage.turnOn(desk);
  });
  afterAll(() => {
    if (build !== undefined) rmSync(build, { recursive: true });
  });

  /** Firefox closes at once what a machine without a desktop cannot show: there the closing tells of it. */
  const listen = (own: Page): Promise<void> =>
    own.evaluate(() => {
      const here = globalThis as unknown as OwnPage;
      here.gone = [];
      here.chrome.notifications.onClosed.addListener((id) => void here.gone.push(id));
    });
  const told = (own: Page): Promise<string[]> =>
    own.evaluate(async (kind) => {
      const { chrome, gone } = globalThis as unknown as OwnPage;
      return kind === 'firefox' ? gone : Object.keys(await chrome.notifications.getAll());
    }, KIND);
  /** As if the agent had wiped them away. */
  const wipe = (own: Page): Promise<void> =>
    own.evaluate(async () => {
      const here = globalThis as unknown as OwnPage;
      for (const id of Object.keys(await here.chrome.notifications.getAll()))
        await here.chrome.notifications.clear(id);
      here.gone = [];
    });

  test('switched on, a promise that falls due is told by a notification, before its time and at it', async () => {
    const options = await stage.openExtension('options.html');
    await options.bringToFront();
    await options.locator('::-p-aria([name="Notify before a promise falls due"][role="switch"])').click();
    await options
      .locator('::-p-xpath(//*[@role="switch"][@aria-checked="true"][contains(., "Notify before")])')
      .wait();

    const desk = await stage.open(chatUrl({ enter: 'send', customer: '我的快递四天了还没到，怎么回事？' }));
    await chatReady(desk);
    await desk.click('[data-composer="0"]');
    const link = await stage.link(desk);
    // What a reply promises is read once the books are ready.
    await expect.poll(async () => (await link.snapshot()).state).toBe('on');
    await desk.bringToFront();
    await stage.session.type(desk, PROMISE);
    await expect.poll(() => desk.evaluate(() => window.getModel())).toContain(PROMISE);
    await desk.keyboard.press('Enter');

    const own = await stage.openExtension('icons/16.png');
    await expect
      .poll(async () => (await storedPromises(own)).map(({ sentence }) => sentence))
      .toEqual([PROMISE]);
    const [promise] = await storedPromises(own);
    const id = `ledger:${promise!.id}`;
    await listen(own);
    expect(await told(own)).toEqual([]);
    for (const left of [10 * MINUTE, -MINUTE]) {
      await letTimePass(own, promise!.id, left);
      await expect.poll(() => told(own)).toEqual([id]);
      await wipe(own);
      await expect.poll(() => told(own)).toEqual([]);
    }
  });
});
