import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { useSetting } from '@/components/agent/live';
import { type PopupProps, popupState } from '@/components/options';
import { declaredSites, type SiteChoices } from '@/lib/sites';
import { changeSite, settings } from '@/lib/store/settings';
import { openPage, openPanel, startTeaching, turnOffSite, turnOnSite } from '@/lib/surfaces';

const HOUR = 60 * 60 * 1000;

/** The tab the popup belongs to, `null` until known; `?tab=12` names one, for a popup that is opened as a page. */
function useOpenedOn(): Browser.tabs.Tab | null {
  const [tab, setTab] = useState<Browser.tabs.Tab | null>(null);
  useEffect(() => {
    const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
    const found = Number.isInteger(named)
      ? browser.tabs.get(named)
      : browser.tabs.query({ active: true, currentWindow: true }).then(([it]) => it);
    void found.then((it) => it && setTab(it));
  }, []);
  return tab;
}

/** The popup's state and what its buttons do. */
export function usePopup(): PopupProps {
  const tab = useOpenedOn();
  const choices = useSetting<SiteChoices | undefined>(settings.sites, undefined);
  const [asked, setAsked] = useState<PopupProps['asked']>('no');
  const [panelFailed, setPanelFailed] = useState(false);
  const [panelKey, setPanelKey] = useState('');
  const declared = useMemo(
    () => declaredSites(browser.runtime.getManifest() as { host_permissions?: readonly string[] }),
    [],
  );
  useEffect(() => {
    void browser.commands
      .getAll()
      .then((all) => setPanelKey(all.find((it) => it.name === 'open-panel')?.shortcut ?? ''));
  }, []);

  const own = browser.runtime.getURL('/').replace(/\/$/, '');
  const now = Date.now();
  const state =
    tab && choices !== undefined ? popupState({ url: tab.url, own, choices, declared, now }) : null;
  const site = state && 'site' in state ? state.site : null;

  return {
    state,
    asked,
    panelFailed,
    panelKey,
    onTurnOn() {
      if (site === null) return;
      setAsked('waiting');
      void turnOnSite(site).then((granted) => setAsked(granted ? 'no' : 'refused'));
    },
    onTurnOff() {
      if (site === null) return;
      setAsked('no');
      void turnOffSite(site);
    },
    onPause() {
      if (site !== null) void changeSite(site, { type: 'pause', until: Date.now() + HOUR, now: Date.now() });
    },
    onResume() {
      if (site !== null) void changeSite(site, { type: 'resume', now: Date.now() });
    },
    onTeach() {
      if (tab?.id === undefined) return;
      void startTeaching(tab.id).then(() => window.close());
    },
    onOpenPanel() {
      if (tab?.windowId === undefined) return;
      void openPanel(tab.windowId).then((opened) => (opened ? window.close() : setPanelFailed(true)));
    },
    onOpenPractice() {
      void openPage('practice').then(() => window.close());
    },
    onOpenReview() {
      void openPage('review').then(() => window.close());
    },
    onOpenTrainer() {
      void openPage('trainer').then(() => window.close());
    },
    onOpenOptions() {
      void openPage('options').then(() => window.close());
    },
  };
}
