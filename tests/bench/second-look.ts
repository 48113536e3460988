import { existsSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { BUILDS } from '../../scripts/driver/session';
import { openDesk, slowDown } from './page-desk';
import { longestTask, traced } from './page-trace';

const CHARACTERS = 20_000;
/** A clause that no rule flags and the model doubts, among plain ones. */
const DRAFTS = {
  zh: [
    '您好，您的订单我们马上为您查一下，请稍等。新的今晚寄出，运费我们承担！',
    '我们每天这么多单，哪能个个都盯着。',
  ],
  en: [
    'Thanks for the photo, I can see the crack on the lid. We will send a new one tonight, at our cost! ',
    'You get what you pay for, so a scratch or two was to be expected. ',
  ],
} as const;
const RULES = /console\.js$/;
const BOOKS_MS = 4000;
const LOOK_MS = 2000;
const AIM_MS = 50;

/**
 * In a real page with the shipped build: the longest task, from a long draft's last key until the second look has loaded, read
 * and marked it; for the first time, then once more. The check by rules is another bench's.
 */
export async function run(emit: (line: object) => void): Promise<void> {
  const desk = existsSync(BUILDS.chromium) ? await openDesk('chromium') : null;
  if (desk === null) {
    emit({ figure: 'not measured', why: 'Chromium or its build is missing: npx wxt build' });
    return;
  }
  try {
    for (const editor of ['textarea', 'prosemirror'] as const) {
      for (const [reading, sentences] of Object.entries(DRAFTS)) {
        for (const slowdown of [1, 4]) {
          const page = await desk.open(editor);
          // The books of a page that has just opened are still being built.
          await sleep(BOOKS_MS);
          await page.evaluate(fill, draftOf(sentences));
          await slowDown(page, slowdown);
          for (const time of ['first', 'again'] as const) {
            const events = await traced(page, async () => {
              await page.keyboard.type('x');
              await sleep(slowdown * LOOK_MS);
            });
            emit({
              figure: 'longest task while the second look loads and reads, ms of processor time',
              editor,
              reading,
              characters: CHARACTERS,
              slowdown,
              time,
              ms: longestTask(events, RULES),
              aim: AIM_MS,
            });
          }
          emit({ figure: 'clauses marked', editor, reading, marks: await marksIn(page) });
          await page.close();
        }
      }
    }
  } finally {
    await desk.close();
  }
}

const draftOf = ([plain, doubted]: readonly [string, string]): string =>
  (plain.repeat(9) + doubted)
    .repeat(Math.ceil(CHARACTERS / (plain.length * 9 + doubted.length)))
    .slice(0, CHARACTERS);

/** Runs in the page. */
function fill(draft: string): void {
  document.execCommand('insertText', false, draft);
}

/** How many clauses the second look marks; drawn lines are not counted. */
const marksIn = (page: Page): Promise<number> =>
  page.evaluate(() => [...CSS.highlights.values()].reduce((sum, it) => sum + it.size, 0));

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
