import { browser } from 'wxt/browser';
import { patternOf, type Site, siteName, siteOf } from '@/lib/sites';

/** As the build names it. */
const TEACH_SCRIPT = '/content-scripts/teach.js';

/** A tab whose console can be taught: it stands open on a site that is switched on. */
export interface TeachableTab {
  readonly id: number;
  readonly windowId: number;
  /** Host of its page, as shown to people. */
  readonly host: string;
  readonly title: string;
}

/** Puts the questions over a tab's page, in all its frames; gives whether the browser allowed it. */
export function startTeaching(tabId: number): Promise<boolean> {
  const target = { tabId, allFrames: true } as const;
  return browser.scripting.executeScript({ target, files: [TEACH_SCRIPT] }).then(
    () => true,
    () => false,
  );
}

/** Brings a tab to the front and starts there. */
export async function teachTab({ id, windowId }: TeachableTab): Promise<boolean> {
  await browser.tabs.update(id, { active: true });
  await browser.windows.update(windowId, { focused: true });
  return startTeaching(id);
}

export async function teachableTabs(sites: readonly Site[]): Promise<TeachableTab[]> {
  if (sites.length === 0) return [];
  const tabs = await browser.tabs.query({ url: sites.map(patternOf) }).catch(() => []);
  return tabs.flatMap(({ id, windowId, url, title = '' }) => {
    const site = siteOf(url);
    return id === undefined || windowId === undefined || site === null
      ? []
      : [{ id, windowId, host: siteName(site), title }];
  });
}
