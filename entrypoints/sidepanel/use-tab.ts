import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';

/** The tab the panel stands beside; its address only where the browser lets us know it. */
export interface WatchedTab {
  id: number;
  url: string | undefined;
}

const watched = (tab: Browser.tabs.Tab | undefined): WatchedTab | null =>
  tab?.id === undefined ? null : { id: tab.id, url: tab.url };

const same = (a: WatchedTab | null, b: WatchedTab | null): boolean => a?.id === b?.id && a?.url === b?.url;

/** The tab named in our own address (`?tab=12`), for a panel that is opened as a page. */
function namedTab(): number | null {
  const id = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(id) && id > 0 ? id : null;
}

/** Follows the active tab of this window, or stays with the named one. */
export function useTab(): WatchedTab | null {
  const [tab, setTab] = useState<WatchedTab | null>(null);
  useEffect(() => {
    const named = namedTab();
    let gone = false;
    const look = async (): Promise<void> => {
      const found =
        named === null
          ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
          : await browser.tabs.get(named).catch(() => undefined);
      if (gone) return;
      const next = watched(found);
      setTab((before) => (same(before, next) ? before : next));
    };
    const onActivated = (): void => void look();
    const onUpdated = (_id: number, change: { url?: string; status?: string }): void => {
      if (change.url !== undefined || change.status !== undefined) void look();
    };
    browser.tabs.onActivated.addListener(onActivated);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.permissions.onAdded.addListener(onActivated);
    void look();
    return () => {
      gone = true;
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.permissions.onAdded.removeListener(onActivated);
    };
  }, []);
  return tab;
}
