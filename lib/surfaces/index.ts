import { browser } from 'wxt/browser';

/** Pages of ours that open in a tab. */
export const PAGES = ['options', 'practice', 'trainer', 'review'] as const;
export type Page = (typeof PAGES)[number];

interface Sidebar {
  open(): Promise<void>;
}

/** Firefox's sidebar, which the shared types do not know. */
function sidebar(): Sidebar | undefined {
  return (browser as unknown as { sidebarAction?: Sidebar }).sidebarAction;
}

/**
 * Opens the panel beside a window's page. Browsers allow it only in the same turn as a click or a shortcut, so nothing
 * may be awaited before it. Gives whether it opened.
 */
export async function openPanel(windowId: number): Promise<boolean> {
  try {
    const firefox = sidebar();
    if (typeof firefox?.open === 'function') await firefox.open();
    else await browser.sidePanel.open({ windowId });
    return true;
  } catch {
    return false;
  }
}

/** Shows a page of ours: the tab that has it already, else a new one. */
export async function openPage(page: Page): Promise<void> {
  const url = browser.runtime.getURL(`/${page}.html` as '/');
  const [open] = await browser.tabs.query({ url: `${url}*` }).catch(() => []);
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}

export { startTeaching, type TeachableTab, teachableTabs, teachTab } from './teach';
export { turnOffSite, turnOnSite } from './turn-on';
