import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KIND } from './harness/index.ts';
import { type Ack, burst, readStore, SNAPSHOT, type Stored, serveFakeConsole } from './harness/kill-burst.ts';
import { killBrowser, randomFrom, startBrowser } from './harness/killed-browser.ts';

/**
 * The browser is killed without warning while the panel and the log of QA write, again and again in one profile. Whatever the panel had
 * acknowledged must be there after the next start. Chromium alone: Firefox takes the data of a temporary add-on away
 * when it starts anew.
 */
const RUNS = Number(process.env.TACTFUL_KILLS ?? 50);
const SEED = Number(process.env.TACTFUL_KILL_SEED ?? 20_261_123);
/** The kill comes after so many acknowledgements of the panel, and then somewhere within the next writes, ms. */
const MOST_ACKS = 8;
const LATEST = 60;
/** Messages for QA a run at most: as many as a tab may report in a minute, less a few. */
const MESSAGES = 28;

describe.skipIf(KIND === 'firefox')('kill -9', () => {
  let profile: string;
  beforeAll(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'tactful-kill-'));
  });
  afterAll(() => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

  const start = () => startBrowser(profile);

  /** Starts a browser and lets the panel write, until it is killed. */
  const writeAndKill = async (run: number, random: () => number): Promise<Ack[]> => {
    const { browser, page, base } = await start();
    if (run > 0) expect(lostIn(await page.evaluate(readStore), acks)).toEqual([]);
    const tab = await page.evaluate(serveFakeConsole, SNAPSHOT);
    const panel = await browser.newPage();
    await panel.goto(`${base}/sidepanel.html?tab=${tab}`);
    await panel.locator('.remedy .btn').wait();
    const acked: Ack[] = [];
    let settled = 0;
    const enough = 1 + Math.floor(random() * MOST_ACKS);
    const { promise: told, resolve } = Promise.withResolvers<void>();
    await panel.exposeFunction('acked', (ack: Ack) => {
      acked.push(ack);
      if (ack.kind !== 'sent') settled += 1;
      if (settled === enough) resolve();
    });
    const order = Array.from({ length: 20 }, () => Math.floor(random() * 5));
    // Also over when everything is written: a step that finds nothing to settle acknowledges nothing.
    const written = panel.evaluate(burst, run, order, MESSAGES);
    await Promise.race([told, written]);
    written.catch(() => undefined); // cut off by the kill
    await new Promise((done) => setTimeout(done, random() * LATEST));
    await killBrowser(browser);
    return acked;
  };

  const acks: Ack[] = [];

  test(
    `${RUNS} times, and nothing acknowledged is lost (seed ${SEED})`,
    async () => {
      const random = randomFrom(SEED);
      for (let run = 0; run < RUNS; run++) {
        acks.push(...(await writeAndKill(run, random)));
      }
      const { browser, page } = await start();
      const stored = await page.evaluate(readStore);
      await browser.close();
      expect(lostIn(stored, acks)).toEqual([]);
      const kinds = ['promise', 'correction', 'remedy', 'gap', 'kept', 'sent'] as const;
      const counts = kinds.map((kind) => [kind, acks.filter((it) => it.kind === kind).length] as const);
      console.info(`acknowledged: ${counts.map(([kind, count]) => `${count} ${kind}`).join(', ')}`);
      // A test that acknowledged nothing has tested nothing.
      for (const [, count] of counts) expect(count).toBeGreaterThan(0);
      expect(acks.filter((it) => it.kind === 'sent').length).toBeGreaterThan(4 * RUNS);
    },
    RUNS * 30_000,
  );
});

/** What was acknowledged and is not there, gaps without the promise they came with, and a log whose parts differ. */
function lostIn(stored: Stored, acks: readonly Ack[]): string[] {
  const has: Record<Ack['kind'], (ack: Ack) => boolean> = {
    promise: ({ id }) => stored.promises.includes(id),
    correction: ({ id }) => stored.corrections.includes(id),
    kept: ({ id }) => stored.kept.includes(id),
    remedy: () => stored.remedies >= acks.filter(({ kind }) => kind === 'remedy').length,
    sent: ({ id }) => stored.sent.includes(id),
    gap: () => stored.gaps.length >= acks.filter(({ kind }) => kind === 'gap').length,
  };
  const torn = stored.gaps.filter((id) => !stored.promises.includes(`${id}-promise`));
  return [
    ...acks.filter((ack) => !has[ack.kind](ack)).map(({ kind, id }) => `${kind} ${id}`),
    ...torn.map((id) => `gap ${id} without its promise`),
    ...stored.unplaced.map((id) => `message ${id} without its row`),
    ...[stored.inColumns, stored.counted]
      .filter((it) => it !== stored.sent.length)
      .map((it) => `${it} messages instead of ${stored.sent.length}`),
  ];
}
