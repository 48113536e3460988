import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useSetting } from '@/components/agent/live';
import type { OptionsPageProps } from '@/components/options';
import type { Toaster } from '@/components/ui';
import type { SiteProfile } from '@/lib/console';
import { teach } from '@/lib/i18n';
import { exportProfiles, importProfiles, withImported } from '@/lib/profiles';
import { declaredSites, siteStateAt } from '@/lib/sites';
import { changeProfiles, settings } from '@/lib/store/settings';
import { type TeachableTab, teachableTabs, teachTab } from '@/lib/surfaces';
import { saveAs } from './save-as';

/** Open consoles, looked up when the page is shown and each time it comes to the front. */
function useTeachableTabs(): readonly TeachableTab[] {
  const [tabs, setTabs] = useState<readonly TeachableTab[]>([]);
  const choices = useSetting(settings.sites, settings.sites.fallback);
  useEffect(() => {
    const lifetime = new AbortController();
    const declared = declaredSites(browser.runtime.getManifest() as { host_permissions?: readonly string[] });
    const sites = [...new Set([...Object.keys(choices), ...declared])].filter(
      (site) => siteStateAt(choices, site, Date.now(), declared).kind !== 'off',
    );
    const look = (): void => {
      void teachableTabs(sites).then((found) => lifetime.signal.aborted || setTabs(found));
    };
    look();
    window.addEventListener('focus', look, { signal: lifetime.signal });
    return () => lifetime.abort();
  }, [choices]);
  return tabs;
}

/** A file of all profiles there can be is far below this, bytes. */
const MOST_BYTES = 2_000_000;

export function useConsoles(toaster: Toaster): OptionsPageProps['consoles'] {
  const profiles = useSetting(settings.profiles, settings.profiles.fallback);
  const tabs = useTeachableTabs();
  const change = async (
    next: (own: readonly SiteProfile[]) => readonly SiteProfile[],
    said: string,
  ): Promise<void> => {
    const before = await changeProfiles(next);
    toaster.showUndo(said, () => void changeProfiles(() => before));
  };
  return {
    tabs,
    onTeach: (tab) =>
      void teachTab(tab).then(
        (begun) => begun || toaster.show(teach('pick.failed')),
        () => toaster.show(teach('pick.failed')),
      ),
    profiles,
    onRemove: (profile) =>
      void change(
        (own) => own.filter(({ id }) => id !== profile.id),
        teach('list.removed', { host: profile.hosts.join(', ') }),
      ),
    onExport() {
      const date = new Date().toISOString().slice(0, 10);
      saveAs(teach('list.exportName', { date }), exportProfiles(profiles));
    },
    async onImport(file) {
      const imported = file.size > MOST_BYTES ? null : importProfiles(await file.text());
      if (imported === null) toaster.show(teach('list.importFailed'));
      else
        await change(
          (own) => withImported(own, imported),
          teach('list.imported', { count: imported.length }),
        );
    },
  };
}
