import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** What axe finds in a page or in one element of it, a line a fault: rule, then where. `also`: rules it leaves out by itself. */
export async function faults(page: Page, within?: string, also: readonly string[] = []): Promise<string[]> {
  await page.evaluate(`${axe.source}; undefined`);
  return page.evaluate(
    async (selector, names) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const rules = Object.fromEntries(names.map((name) => [name, { enabled: true }]));
      const { violations } = await axe.run(selector ?? document, { rules });
      return violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)}`));
    },
    within,
    also,
  );
}

/** Colours glide from one theme to the other; axe must see where they arrive. */
export const arrived = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.getAnimations().every((it) => it.playState === 'finished'));
