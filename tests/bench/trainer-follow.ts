import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../scripts/browsers';
import { SeenPage } from '../../scripts/driver/in-page';
import { type Desk, giveNames } from './page-desk';
import { percentile } from './page-trace';

type Emit = (line: object) => void;

const FOLLOW_TARGET = 1000;
const ROUNDS = 6;
/** Words that no rule of the built-in book marks. */
const WORDS = '鲸鹭鹮鹬';

/** From a press in the trainer's page to the mark in an agent's tab: a publish, and the swaps of rolling back and forth. */
export async function benchFollowing(desk: Desk, browser: BrowserKind, emit: Emit): Promise<void> {
  const agent = await desk.open('textarea');
  await desk.session.type(agent, `您好，${WORDS}我记下了`);
  const seen = new SeenPage(desk.session, agent.mainFrame());
  const followed = async (marks: number): Promise<number> => {
    const until = Date.now() + 20_000;
    while ((await seen.marks()).length !== marks) {
      if (Date.now() > until) throw new Error(`The agent's tab has not come to ${marks} marks.`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return Date.now();
  };
  const page = await desk.session.browser.newPage({ type: 'window' });
  await desk.session.gotoExtension(page, 'trainer.html');
  await page.locator('.book-card .btn-primary').click();
  await page.locator('.items-row').wait();
  const hash = await page.evaluate(() => location.hash);
  const id = decodeURIComponent(hash.split('/')[1] ?? '');
  const versions = async (): Promise<void> => {
    await giveNames(page);
    await page.locator('.workplace-pane[href*="/versions"]').click();
  };
  await versions();
  await page.locator('.publish > .btn-primary:not(:disabled)').setTimeout(60_000).wait();
  await press(page, '.publish > .btn-primary');
  await page.locator('.version .badge').wait();
  await addRule(page, id);
  await desk.session.gotoExtension(page, 'practice.html');
  await desk.session.gotoExtension(page, `trainer.html${hash}`);
  await versions();
  await page.locator('.publish > .btn-primary:not(:disabled)').setTimeout(60_000).wait();
  const pressed = await press(page, '.publish > .btn-primary');
  const about = { browser, unit: 'ms', target: FOLLOW_TARGET };
  emit({ figure: "press on publish to the agent's tab", ...about, value: (await followed(1)) - pressed });
  const swaps: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.waitForFunction(
      () => document.querySelectorAll('.version .item-acts .btn:not(.btn-plain):not(:disabled)').length === 1,
    );
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const from = await press(page, '.version .item-acts .btn:not(.btn-plain)');
    swaps.push((await followed(round % 2)) - from);
  }
  emit({
    figure: "press on another version to the agent's tab",
    ...about,
    p50: percentile(swaps, 0.5),
    worst: percentile(swaps, 1),
  });
  await page.close();
  await agent.close();
}

const press = (page: Page, selector: string): Promise<number> =>
  page.evaluate((it) => {
    document.querySelector<HTMLButtonElement>(it)?.click();
    return Date.now();
  }, selector);

/** Puts a rule into the kept draft. */
async function addRule(page: Page, id: string): Promise<void> {
  await page.evaluate(
    async (book, words) => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await done(indexedDB.open('tactful'));
      const drafts = (mode: IDBTransactionMode) =>
        db.transaction('bookDrafts', mode).objectStore('bookDrafts');
      const draft = (await done(drafts('readonly').get(book))) as { own: { taboos: object[] }; rev: number };
      draft.own.taboos.push({
        id: 'bench/follow',
        category: 'blame',
        severity: 'medium',
        flag: [words],
        why: '这样说伤人。',
        instead: ['我来看看。'],
        examples: { flag: [`[[${words}]]了`], pass: ['谢谢您'] },
      });
      await done(drafts('readwrite').put({ ...draft, rev: draft.rev + 1 }));
      db.close();
    },
    id,
    WORDS,
  );
}
