import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KIND } from './harness/index.ts';
import { BOOK, keepDraft, readBook, type StoredBook } from './harness/kill-publish.ts';
import { killBrowser, randomFrom, startBrowser } from './harness/killed-browser.ts';

/**
 * The browser is killed without warning while a trainer publishes, again and again in one profile. After each start the
 * old or the new version is in use, whole, and the draft knows which. Chromium alone, as with every kill.
 */
const RUNS = Number(process.env.TACTFUL_PUBLISH_KILLS ?? 10);
const SEED = Number(process.env.TACTFUL_KILL_SEED ?? 20_261_123);
const RULES = 1000;
/** Kills fall within so many times what the first publish took: before, in and after the write. */
const REACH = 1.1;

describe.skipIf(KIND === 'firefox')('kill -9 while a book is published', () => {
  let profile: string;
  beforeAll(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'tactful-kill-publish-'));
  });
  afterAll(() => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

  test(
    `${RUNS} times, and the old or the new version is whole (seed ${SEED})`,
    async () => {
      const random = randomFrom(SEED);
      /** In use after the run before, and whether the page had said of the next one that it is. */
      let newest = 0;
      let acknowledged = false;
      /** From the press to the word that it is in use, ms. */
      let took = 0;
      const ends = { old: 0, new: 0 };
      for (let run = 0; run <= RUNS; run++) {
        const { browser, page, base } = await startBrowser(profile);
        if (run === 0) {
          // The store is made by the first page that asks for it.
          await page.goto(`${base}/trainer.html`);
          await page.locator('.book-card').wait();
        } else {
          const stored = await page.evaluate(readBook, BOOK);
          expect(faultsOf(stored, newest, acknowledged)).toEqual([]);
          if (stored.current > newest) ends.new++;
          else ends.old++;
          newest = stored.current;
        }
        if (run === RUNS) {
          await browser.close();
          break;
        }
        await page.evaluate(keepDraft, BOOK, run, RULES);
        await page.goto(`${base}/trainer.html#/${encodeURIComponent(BOOK)}/versions`);
        await page.waitForSelector('.publish > .btn-primary:not(:disabled)', { timeout: 20_000 });
        acknowledged = false;
        const from = performance.now();
        const published = page.waitForSelector('.toast-text').then(() => {
          acknowledged = true;
        });
        published.catch(() => undefined); // cut off by the kill
        await page.$eval('.publish > .btn-primary', (it) => (it as HTMLButtonElement).click());
        if (run === 0) {
          await published;
          took = performance.now() - from;
        } else {
          // Somewhere within its own stretch of the time, so that no two look at the same moment.
          const share = (run - 1 + random()) / (RUNS - 1);
          await new Promise((done) => setTimeout(done, took * REACH * share));
        }
        await killBrowser(browser);
      }
      console.info(
        `a publish took ${Math.round(took)} ms; after the kill: ${ends.old} times the old version, ${ends.new} times the new one`,
      );
      // The first was let to its end before the kill.
      expect(ends.new).toBeGreaterThan(0);
    },
    RUNS * 30_000,
  );
});

/** What is torn or lost: `before` was the newest version at the start of the run. */
function faultsOf(
  { current, enabled, versions, draft }: StoredBook,
  before: number,
  acknowledged: boolean,
): string[] {
  const faults: string[] = [];
  if (acknowledged && current === before) faults.push('what was said to be in use is lost');
  if (current !== before && current !== before + 1) faults.push(`version ${current} after ${before}`);
  if (versions.map((it) => it.version).join() !== Array.from({ length: current }, (_, at) => at + 1).join())
    faults.push(`kept are ${versions.map((it) => it.version).join()}, in use is ${current}`);
  if (current > 0 && !enabled) faults.push('nothing is in use');
  for (const { version, own, source, runtime, runs } of versions) {
    if (own !== RULES || source !== RULES || runtime !== RULES || runs !== 1)
      faults.push(`version ${version}: ${own}, ${source}, ${runtime} rules of ${runs} drafts`);
  }
  if (draft?.rules !== RULES) faults.push(`a draft of ${draft?.rules} rules`);
  if (draft?.basedOn !== (current === 0 ? null : current)) faults.push(`a draft based on ${draft?.basedOn}`);
  return faults;
}
