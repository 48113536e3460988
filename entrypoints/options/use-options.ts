import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useSetting } from '@/components/agent/live';
import { dismissedWhat, type General, listedSites, type OptionsPageProps } from '@/components/options';
import type { Toaster } from '@/components/ui';
import { options } from '@/lib/i18n';
import { declaredSites, type Site, siteName } from '@/lib/sites';
import {
  askToPersist,
  type Dismissal,
  eraseKept,
  exportKept,
  keptAmounts,
  type Repositories,
  type StoreState,
  storeKeys,
} from '@/lib/store';
import { changeSecondLook, changeSite, secondLookSettings, settings } from '@/lib/store/settings';
import { turnOffSite, turnOnSite } from '@/lib/surfaces';
import { saveAs } from './save-as';

const KEPT = ['kept'];

const declared = (): Site[] =>
  declaredSites(browser.runtime.getManifest() as { host_permissions?: readonly string[] });

export function useGeneral(): OptionsPageProps['general'] {
  const value: General = {
    locale: useSetting(settings.locale, settings.locale.fallback),
    market: useSetting(settings.market, settings.market.fallback),
    authority: useSetting(settings.authority, settings.authority.fallback),
    slashPalette: useSetting(settings.slashPalette, settings.slashPalette.fallback),
  };
  const choice = useSetting(secondLookSettings.choice, secondLookSettings.choice.fallback);
  const team = useSetting(secondLookSettings.teamKeenness, secondLookSettings.teamKeenness.fallback);
  return {
    value,
    secondLook: { ...choice, team, onChange: (change) => void changeSecondLook(change) },
    onChange(change) {
      if (change.locale !== undefined) void settings.locale.setValue(change.locale);
      if (change.market !== undefined) void settings.market.setValue(change.market);
      if (change.slashPalette !== undefined) void settings.slashPalette.setValue(change.slashPalette);
      if (change.authority !== undefined) void settings.authority.setValue(change.authority);
    },
  };
}

export function useSites(toaster: Toaster): OptionsPageProps['sites'] {
  const choices = useSetting(settings.sites, settings.sites.fallback);
  return {
    sites: listedSites(choices, declared(), Date.now()),
    onTurnOn: (site) =>
      void turnOnSite(site).then((granted) => {
        if (!granted) toaster.show(options('options.siteRefused', { site: siteName(site) }));
      }),
    onTurnOff: (site) => void turnOffSite(site),
    onResume: (site) => void changeSite(site, { type: 'resume', now: Date.now() }),
    async onRemove(site) {
      await turnOffSite(site, { forget: true });
      toaster.show(options('options.siteRemoved', { site: siteName(site) }));
    },
  };
}

export function useDismissals(own: Repositories, toaster: Toaster): OptionsPageProps['dismissals'] {
  const { data } = useQuery({ queryKey: storeKeys.dismissals, queryFn: () => own.dismissals.list() });
  const undo = async (it: Dismissal): Promise<void> => {
    // A site may need its permission again.
    if (it.kind === 'site') await turnOnSite(it.site);
    await own.dismissals.undo(it.id, Date.now());
    toaster.show(options('options.dismissalUndone', { what: dismissedWhat(it) }));
  };
  return { dismissals: data ?? [], onUndo: (it) => void undo(it) };
}

export function useKept(own: Repositories, toaster: Toaster): OptionsPageProps['kept'] {
  const client = useQueryClient();
  const { data: amounts } = useQuery({ queryKey: KEPT, queryFn: () => keptAmounts(own) });
  const [isProtected, setProtected] = useState(false);
  useEffect(() => {
    const lifetime = new AbortController();
    // Summed over several tables: whatever changes, it is summed again.
    own.changes.listen(() => void client.invalidateQueries({ queryKey: KEPT }), lifetime.signal);
    return () => lifetime.abort();
  }, [own, client]);
  useEffect(() => {
    void askToPersist(navigator.storage).then((it) => setProtected(it === true));
  }, []);
  return {
    amounts: amounts ?? null,
    isProtected,
    async onExport() {
      const date = new Date().toISOString().slice(0, 10);
      const data = await exportKept(own, Date.now());
      saveAs(options('options.exportName', { date }), JSON.stringify(data, null, 2));
    },
    async onErase() {
      await eraseKept(own);
      toaster.show(options('options.erased'));
    },
  };
}

export function useStoreState(own: Repositories): StoreState {
  const [state, setState] = useState(own.store.state);
  useEffect(() => {
    const stop = own.store.onState(setState);
    void own.store.ready().then(setState);
    return stop;
  }, [own]);
  return state;
}
