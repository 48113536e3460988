import { useMemo } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PanelSite } from '@/components/agent';
import { useSetting } from '@/components/agent/live';
import { declaredSites, type Site, siteName, siteOf, siteStateAt } from '@/lib/sites';
import { changeSite, settings } from '@/lib/store/settings';
import { turnOnSite } from '@/lib/surfaces';
import type { WatchedTab } from './use-tab';

export interface SiteControl {
  site: PanelSite;
  /** Must be called in the turn of a click; resolves to whether the browser allowed it. */
  turnOn: () => Promise<boolean>;
  resume: () => void;
}

/** What holds for the tab's site, and the switches for it. */
export function useSite(tab: WatchedTab | null): SiteControl {
  const choices = useSetting(settings.sites, settings.sites.fallback);
  const declared = useMemo(
    () => declaredSites(browser.runtime.getManifest() as { host_permissions?: readonly string[] }),
    [],
  );
  const site = siteOf(tab?.url);
  return {
    site: panelSite(tab, site, () => siteStateAt(choices, site ?? '', Date.now(), declared).kind),
    async turnOn() {
      if (!site) return false;
      return turnOnSite(site);
    },
    resume() {
      if (site) void changeSite(site, { type: 'resume', now: Date.now() });
    },
  };
}

function panelSite(
  tab: WatchedTab | null,
  site: Site | null,
  state: () => 'on' | 'off' | 'paused',
): PanelSite {
  if (tab?.url === undefined) return { kind: 'unseen' };
  if (site === null) return { kind: 'unsupported' };
  return { kind: state(), name: siteName(site) };
}
