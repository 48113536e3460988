import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** What axe finds in a page or in one element of it, a line a fault: rule, then where. */
export async function faults(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(`${axe.source}; undefined`);
  return page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(selector ?? document);
    return violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)}`));
  }, within);
}

/** Colours glide from one theme to the other; axe must see where they arrive. */
export const arrived = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.getAnimations().every((it) => it.playState === 'finished'));
