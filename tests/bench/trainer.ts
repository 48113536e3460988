import { existsSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../scripts/browsers';
import { BUILDS, type Session } from '../../scripts/driver/session';
import { giveNames, openDesk } from './page-desk';
import { percentile } from './page-trace';
import { benchFollowing } from './trainer-follow';

type Emit = (line: object) => void;

const RULES = 20_000;
const SCRIPTS = 5_000;
const SEARCH_TARGET = 50;
const OPEN_TARGET = 100;
const PUBLISH_TARGET = 2000;
const FRAME_TARGET = 17;

/** The trainer's page of the shipped build with a book of 20,000 rules and 5,000 scripts of one's own. */
export async function run(emit: Emit): Promise<void> {
  for (const browser of ['chromium', 'firefox'] as const) {
    if (!existsSync(BUILDS[browser])) {
      emit({ figure: 'not measured', browser, why: 'not built: npx wxt build' });
      continue;
    }
    const desk = await openDesk(browser);
    if (desk === null) {
      emit({ figure: 'not measured', browser, why: 'not installed' });
      continue;
    }
    try {
      await benchFollowing(desk, browser, emit);
      await benchTrainer(desk.session, browser, emit);
    } finally {
      await desk.close();
    }
  }
}

async function benchTrainer(session: Session, browser: BrowserKind, emit: Emit): Promise<void> {
  const page = await session.browser.newPage();
  await session.gotoExtension(page, 'trainer.html');
  await page.locator('.book-card .btn-primary').click();
  await page.locator('.items-row').wait();
  await giveNames(page);
  const hash = await page.evaluate(() => location.hash);
  await fillDraft(page, decodeURIComponent(hash.split('/')[1] ?? ''));
  await session.gotoExtension(page, 'practice.html');
  await session.gotoExtension(page, `trainer.html${hash}`);
  await giveNames(page);
  await page.waitForFunction(
    (rules) => Number(document.querySelector('.workplace-count')?.textContent) > rules,
    { timeout: 60_000 },
    RULES,
  );
  // Whatever a book needs once is done when its first proof is there.
  await page.locator('.trainer-state').setTimeout(120_000).wait();
  const about = { browser, rules: RULES, scripts: SCRIPTS, unit: 'ms' };

  const empty = await session.browser.newPage();
  await empty.goto('about:blank');
  await giveNames(empty);
  const bare = await emptyFrames(empty);
  await empty.close();
  await page.bringToFront();
  const frames = await scrollFrames(page);
  emit({
    figure: 'frame of an empty page',
    browser,
    unit: 'ms',
    frames: bare.length,
    p50: percentile(bare, 0.5),
    p95: percentile(bare, 0.95),
  });
  emit({
    figure: 'scroll frame',
    ...about,
    frames: frames.length,
    p50: percentile(frames, 0.5),
    p95: percentile(frames, 0.95),
    target: FRAME_TARGET,
  });
  const search = await searchTimes(page);
  emit({
    figure: 'letter of a search to its results',
    ...about,
    p50: percentile(search, 0.5),
    worst: percentile(search, 1),
    target: SEARCH_TARGET,
  });
  const opened = await openTimes(page);
  emit({
    figure: 'click on a rule to its form',
    ...about,
    p50: percentile(opened, 0.5),
    worst: percentile(opened, 1),
    target: OPEN_TARGET,
  });
  emit({ figure: 'publish', ...about, value: await publishTime(page), target: PUBLISH_TARGET });
}

/** Puts rules and scripts into the kept draft, as an import would have. */
async function fillDraft(page: Page, id: string): Promise<void> {
  await page.evaluate(
    async (book, rules, scripts) => {
      const request = indexedDB.open('tactful');
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const table = db.transaction('bookDrafts', 'readwrite').objectStore('bookDrafts');
      const draft = await new Promise<{ own: Record<string, unknown>; rev: number }>((resolve) => {
        const reading = table.get(book);
        reading.onsuccess = () => resolve(reading.result);
      });
      // Syllables that no built-in rule knows: every phrase is its own.
      const word = (number: number): string =>
        [...String(number).padStart(5, '0')].map((it) => '鲸鹭鹮鹬鸮鸫鸲鹀鹟鸸'[Number(it)]).join('');
      draft.own.taboos = Array.from({ length: rules }, (_, at) => ({
        id: `bench/rule-${at}`,
        category: 'blame',
        severity: 'medium',
        flag: [`${word(at)}(你|您)`],
        why: '这样说伤人。',
        instead: ['我来看看。'],
        examples: { flag: [`[[${word(at)}您]]了`], pass: ['谢谢您'] },
      }));
      draft.own.scripts = Array.from({ length: scripts }, (_, at) => ({
        id: `bench/script-${at}`,
        scenario: ['other'],
        move: ['thanks'],
        text: `谢谢您，${word(at)}我记下了。`,
        tone: 'warm',
      }));
      await new Promise<void>((resolve, reject) => {
        const writing = db
          .transaction('bookDrafts', 'readwrite')
          .objectStore('bookDrafts')
          .put({ ...draft, rev: draft.rev + 1 });
        writing.onsuccess = () => resolve();
        writing.onerror = () => reject(writing.error);
      });
      db.close();
    },
    id,
    RULES,
    SCRIPTS,
  );
}

/** Times between frames while the list glides through a few thousand rows. */
const scrollFrames = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const list = document.querySelector('.rows');
    if (!list) throw new Error('There is no list.');
    const times: number[] = [];
    let last = await new Promise<number>(requestAnimationFrame);
    for (let frame = 0; frame < 240; frame++) {
      list.scrollTop += 700;
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    list.scrollTop = 0;
    return times;
  });

/** Times between frames where nothing is drawn: what the browser itself gives here and now. */
const emptyFrames = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const times: number[] = [];
    let last = await new Promise<number>(requestAnimationFrame);
    for (let frame = 0; frame < 240; frame++) {
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    return times;
  });

/** From a letter to the drawn number of results. */
const searchTimes = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('.items-find input');
    const count = document.querySelector('.items-count [role="status"]');
    if (!field || !count) throw new Error('There is no search.');
    const times: number[] = [];
    // The first query folds every text once.
    for (const query of ['鲸', '鲸鲸', '鲸鲸鹭', '鲸鲸鹭鹮', '鲸鹭', '鹮', '鹮鹬', '鸮鸫鸲', '鸮', '鸮鹀']) {
      const before = count.textContent;
      const changed = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (count.textContent === before) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(count, { childList: true, characterData: true, subtree: true });
      });
      const from = performance.now();
      field.value = query;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await changed;
      await new Promise(requestAnimationFrame);
      times.push(performance.now() - from);
    }
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return times.slice(1);
  });

const openTimes = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const times: number[] = [];
    for (let at = 1; at <= 10; at++) {
      const row = document.querySelectorAll<HTMLAnchorElement>('.items-row')[at];
      const id = decodeURIComponent(row?.getAttribute('href') ?? '').split('/taboos/')[1];
      if (!row || id === undefined) throw new Error('There is no row.');
      const from = performance.now();
      row.click();
      while (document.querySelector('.item-id')?.textContent !== id) await new Promise(requestAnimationFrame);
      times.push(performance.now() - from);
    }
    return times;
  });

/** From the press to the word that it is in use. */
async function publishTime(page: Page): Promise<number> {
  await page.locator('.workplace-pane[href*="/versions"]').click();
  await page.locator('.publish > .btn-primary').setTimeout(60_000).wait();
  return page.evaluate(async () => {
    const from = performance.now();
    document.querySelector<HTMLButtonElement>('.publish > .btn-primary')?.click();
    while (!document.querySelector('.toast-text')) await new Promise(requestAnimationFrame);
    return performance.now() - from;
  });
}
