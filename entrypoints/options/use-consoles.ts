import { useSetting } from '@/components/agent/live';
import type { OptionsPageProps } from '@/components/options';
import type { Toaster } from '@/components/ui';
import type { SiteProfile } from '@/lib/console';
import { teach } from '@/lib/i18n';
import { exportProfiles, importProfiles, withImported } from '@/lib/profiles';
import { changeProfiles, settings } from '@/lib/store/settings';
import { saveAs } from './save-as';

/** A file of all profiles there can be is far below this, bytes. */
const MOST_BYTES = 2_000_000;

export function useConsoles(toaster: Toaster): OptionsPageProps['consoles'] {
  const profiles = useSetting(settings.profiles, settings.profiles.fallback);
  const change = async (
    next: (own: readonly SiteProfile[]) => readonly SiteProfile[],
    said: string,
  ): Promise<void> => {
    const before = await changeProfiles(next);
    toaster.showUndo(said, () => void changeProfiles(() => before));
  };
  return {
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
