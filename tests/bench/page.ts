import { existsSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../scripts/browsers';
import { BUILDS } from '../../scripts/driver/session';
import { type BenchEditor, type Desk, openDesk, slowDown } from './page-desk';
import { benchPanel, benchSuggestions } from './page-panel';
import { type KeyCost, keyCosts, ourStretches, percentile, traced } from './page-trace';

type Emit = (line: object) => void;

const LENGTHS = [200, 2000, 20_000];
const EDITORS: readonly BenchEditor[] = ['textarea', 'prosemirror'];
const KEYS = 200;
const WARM_UP = 60;
const IDLE_MS = 10_000;
/** Keystroke to mark, p95 in milliseconds. */
const MARK_TARGET: Readonly<Record<number, number>> = { 200: 2, 2000: 8, 20000: 16 };

const SENTENCES =
  'Hello, thank you for writing to us about your order. 您好，您的订单我们马上为您查一下，请稍等。We will send the part today!\u0020';
/** The last letter makes these words hurt, and taking it back makes them harmless. */
const ALMOST = 'calm dow';
const LAST = 'n';

/** In a real page with the shipped build: what a key costs, and what silence costs. */
export async function run(emit: Emit): Promise<void> {
  for (const kind of ['chromium', 'firefox'] as const) {
    if (!existsSync(BUILDS[kind])) {
      emit({ figure: 'not measured', browser: kind, why: 'not built: npx wxt build' });
      continue;
    }
    const desk = await openDesk(kind);
    if (desk === null) {
      emit({ figure: 'not measured', browser: kind, why: 'not installed' });
      continue;
    }
    try {
      await benchBrowser(desk, kind, emit);
    } finally {
      await desk.close();
    }
  }
}

async function benchBrowser(desk: Desk, browser: BrowserKind, emit: Emit): Promise<void> {
  const rates = browser === 'chromium' ? [1, 4] : [1];
  for (const editor of EDITORS) {
    for (const chars of LENGTHS) {
      for (const slowdown of rates) {
        const about = { browser, editor, chars, slowdown };
        const page = await desk.open(editor);
        await fill(page, chars);
        const keys = await keyTimer(desk, page);
        await keys.warmUp();
        if (browser === 'chromium') await slowDown(page, slowdown);
        const together: boolean[] = [];
        const measure = async () => {
          for (let key = 0; key < KEYS; key++) together.push(await keys.press());
        };
        if (browser === 'chromium') emitCosts(keyCosts(await traced(page, measure)), about, chars, emit);
        else await measure();
        emit({
          figure: 'marks in the frame that shows the letter',
          ...about,
          keys: together.length,
          share: together.filter(Boolean).length / together.length,
          target: 1,
        });
        await page.close();
      }
    }
    if (browser === 'chromium') await benchIdle(desk, editor, emit);
    else await benchStillness(desk, editor, emit);
  }
  await benchPanel(desk, browser, emit);
  // Firefox does not let a page replace a function of the extension interface, which is how snapshots are noticed.
  if (browser === 'chromium') await benchSuggestions(desk, emit);
}

function emitCosts(costs: readonly KeyCost[], about: object, chars: number, emit: Emit): void {
  const figures = (of: (cost: KeyCost) => number) => ({
    keys: costs.length,
    p50: percentile(costs.map(of), 0.5),
    p95: percentile(costs.map(of), 0.95),
    unit: 'ms',
  });
  const target = MARK_TARGET[chars];
  emit({ figure: 'keystroke to mark', ...about, ...figures(({ markMs }) => markMs), target });
  const busy = figures(({ markBusyMs }) => markBusyMs);
  emit({ figure: 'keystroke to mark, processor time', ...about, ...busy, target });
  emit({ figure: 'our script a key: marks', ...about, ...figures(({ consoleMs }) => consoleMs) });
  emit({ figure: 'our script a key: badge and card', ...about, ...figures(({ cardMs }) => cardMs) });
}

/** A draft with a mark in it that nobody touches. */
async function benchIdle(desk: Desk, editor: BenchEditor, emit: Emit): Promise<void> {
  const page = await desk.open(editor);
  await fill(page, 2000);
  const keys = await keyTimer(desk, page);
  await keys.warmUp();
  await keys.press();
  await sleep(2500);
  const ours = ourStretches(await traced(page, () => sleep(IDLE_MS)));
  emit({
    figure: 'our script while nobody types',
    browser: 'chromium',
    editor,
    seconds: IDLE_MS / 1000,
    calls: ours.length,
    ms: ours.reduce((sum, { busy }) => sum + busy, 0) / 1000,
    target: 0,
  });
  await page.close();
}

/** Where nothing can be traced: whether anything of ours changes while nobody types, drawn lines included. */
async function benchStillness(desk: Desk, editor: BenchEditor, emit: Emit): Promise<void> {
  const page = await desk.open(editor);
  await fill(page, 2000);
  const keys = await keyTimer(desk, page);
  await keys.warmUp();
  await keys.press();
  await sleep(2500);
  const root = await desk.session.shadowRoot(page.mainFrame(), '[popover="manual"]');
  const changes = await page.evaluate(
    (tree, ms) =>
      new Promise<number>((done) => {
        let seen = 0;
        const observer = new MutationObserver((records) => {
          seen += records.length;
        });
        if (tree !== null)
          observer.observe(tree, { subtree: true, childList: true, characterData: true, attributes: true });
        setTimeout(() => done(seen), ms);
      }),
    root,
    IDLE_MS,
  );
  emit({
    figure: 'our changes while nobody types',
    browser: 'firefox',
    editor,
    seconds: IDLE_MS / 1000,
    changes,
    target: 0,
  });
  await page.close();
}

/** Fills the composer with harmless words and leaves the caret behind almost hurtful ones in their middle. */
async function fill(page: Page, chars: number): Promise<void> {
  const words = SENTENCES.repeat(Math.ceil(chars / SENTENCES.length)).slice(0, chars - ALMOST.length - 2);
  const middle = words.indexOf('. ', Math.floor(words.length / 3)) + 2;
  const first = words.slice(0, middle) + ALMOST;
  await page.evaluate(
    (before, after) => {
      document.execCommand('insertText', false, `${before} ${after}`);
      const field = window.getField();
      if (field instanceof HTMLTextAreaElement) {
        field.setSelectionRange(before.length, before.length);
        return;
      }
      const text = document.createTreeWalker(field!, NodeFilter.SHOW_TEXT).nextNode();
      getSelection()?.collapse(text, before.length);
    },
    first,
    words.slice(middle),
  );
  await sleep(300);
}

interface KeyTimer {
  warmUp(): Promise<void>;
  /** Presses the next key; tells whether the marks followed in the frame that shows the letter. */
  press(): Promise<boolean>;
}

interface Watching {
  followed?: Promise<boolean>;
}

/** Presses the last letter of hurtful words and takes it back in turn; each time the mark must come or go. */
async function keyTimer(desk: Desk, page: Page): Promise<KeyTimer> {
  const root = await desk.session.shadowRoot(page.mainFrame(), '[popover="manual"]');
  await page.evaluate(watchMarks, root);
  let there = false;
  const press = async () => {
    await page.keyboard.press(there ? 'Backspace' : LAST);
    there = !there;
    return page.evaluate(() => (window as Watching).followed ?? false);
  };
  return {
    press,
    warmUp: async () => {
      // The books of a page that has just opened are still being built.
      for (let tries = 0; tries < 200 && !(await press()); tries++) await sleep(100);
      for (let key = 0; key < WARM_UP; key++) await press();
    },
  };
}

/** Runs in the page: at each key tells whether highlights or drawn lines are more or fewer once a frame was painted. */
function watchMarks(root: ShadowRoot | null): void {
  const count = () => {
    let marks = root?.querySelectorAll('.layer > div > div').length ?? 0;
    CSS.highlights.forEach((highlight, name) => {
      if (/-(low|medium|high|critical)$/.test(name)) marks += highlight.size;
    });
    return marks;
  };
  let before = 0;
  window.addEventListener(
    'keydown',
    () => {
      before = count();
    },
    true,
  );
  window.addEventListener(
    'input',
    () => {
      (window as Watching).followed = new Promise((done) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(count() !== before);
          port2.postMessage(null);
        });
      });
    },
    true,
  );
}

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
