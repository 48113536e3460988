import type { BrowserKind } from '../../scripts/browsers';
import type { Desk } from './page-desk';
import { percentile } from './page-trace';

type Emit = (line: object) => void;

const PANEL_TARGET = 200;
const SUGGESTIONS_TARGET = 50;

/** From a customer's message in the log to the panel that says what it is about. */
export async function benchPanel(desk: Desk, browser: BrowserKind, emit: Emit): Promise<void> {
  const page = await desk.open('textarea');
  await page.keyboard.type('a');
  const panel = await desk.openPanel(page);
  await panel.locator('::-p-text(What happened to the customer)').wait();
  const took: number[] = [];
  for (let round = 0; round < 12; round++) {
    const price = round % 2 === 0;
    const awaited = price ? 'Price dropped' : 'Not arrived';
    await panel.evaluate((words) => {
      const here = window as unknown as { seenAt: number | null };
      here.seenAt = null;
      const look = () => {
        const first = document.querySelector('.scenario, [aria-pressed="true"], main')?.textContent ?? '';
        if (here.seenAt === null && first.includes(words))
          here.seenAt = performance.timeOrigin + performance.now();
      };
      new MutationObserver(look).observe(document.body, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }, awaited);
    const said = await page.evaluate(
      (text) => {
        window.customerSays(text);
        return performance.timeOrigin + performance.now();
      },
      price ? '我前天买的今天就便宜了30' : '都一个星期了快递还没到',
    );
    await panel.waitForFunction(() => (window as unknown as { seenAt: number | null }).seenAt !== null, {
      polling: 10,
    });
    const seen = await panel.evaluate(() => (window as unknown as { seenAt: number }).seenAt);
    if (round >= 2) took.push(seen - said);
  }
  emit({
    figure: "customer's message to panel",
    browser,
    messages: took.length,
    p50: percentile(took, 0.5),
    worst: percentile(took, 1),
    unit: 'ms',
    target: PANEL_TARGET,
  });
  await panel.close();
  await page.close();
}

interface Watched {
  snapshotAt: number;
  /** From the snapshot that brought the awaited words to the frame that shows them, ms. */
  took: number | null;
}

/** Runs in the panel before its own code: notes when a snapshot of the console arrives. */
function noteSnapshots(): void {
  interface Api {
    tabs: {
      connect(...args: unknown[]): {
        onMessage: { addListener(hear: (message: { kind: string }) => void): void };
      };
    };
  }
  const here = globalThis as unknown as { browser?: Api; chrome: Api } & Watched;
  const { tabs } = here.browser ?? here.chrome;
  const connect = tabs.connect.bind(tabs);
  tabs.connect = (...args) => {
    const port = connect(...args);
    port.onMessage.addListener(({ kind }) => {
      if (kind === 'snapshot') here.snapshotAt = performance.now();
    });
    return port;
  };
}

/** From a snapshot that arrives in the panel to the frame with the scripts for it; Chromium only. */
export async function benchSuggestions(desk: Desk, emit: Emit): Promise<void> {
  const page = await desk.open('textarea');
  await page.keyboard.type('a');
  const panel = await desk.openPanel(page, noteSnapshots);
  await panel.locator('.script').wait();
  const took: number[] = [];
  for (let round = 0; round < 22; round++) {
    const price = round % 2 === 0;
    await panel.evaluate(
      (words) => {
        const here = globalThis as unknown as Watched;
        here.took = null;
        const observer = new MutationObserver(() => {
          if (!document.querySelector('.scripts')?.textContent?.includes(words)) return;
          observer.disconnect();
          const from = here.snapshotAt;
          requestAnimationFrame(() =>
            setTimeout(() => {
              here.took = performance.now() - from;
            }),
          );
        });
        observer.observe(document.body, { childList: true, characterData: true, subtree: true });
      },
      price ? '价钱就掉了' : '天天盼着',
    );
    await page.evaluate(
      (text) => window.customerSays(text),
      price ? '我前天买的今天就便宜了30' : '都一个星期了快递还没到',
    );
    await panel.waitForFunction(() => (globalThis as unknown as Watched).took !== null, { polling: 10 });
    const ms = await panel.evaluate(() => (globalThis as unknown as Watched).took ?? 0);
    if (round >= 2) took.push(ms);
  }
  emit({
    figure: 'snapshot in the panel to scripts painted',
    browser: 'chromium',
    messages: took.length,
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    worst: percentile(took, 1),
    unit: 'ms',
    target: SUGGESTIONS_TARGET,
  });
  await panel.close();
  await page.close();
}
