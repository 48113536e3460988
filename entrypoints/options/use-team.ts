import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useSetting } from '@/components/agent/live';
import type { OptionsPageProps } from '@/components/options';
import { LOCALE_LANGUAGE, locale } from '@/lib/i18n';
import { currencyOf, DEFAULT_TEAM } from '@/lib/ledger';
import { changeTeam, secondLookSettings, settings, teamSetting } from '@/lib/store/settings';

/** Asks in the turn of the click, with nothing awaited before it; browsers open the question only then. */
const askToNotify = (): Promise<boolean> =>
  browser.permissions.request({ permissions: ['notifications'] }).catch(() => false);

/** The team's settings and the permission that reminders need. */
export function useTeam(): OptionsPageProps['team'] {
  const value = useSetting(teamSetting, DEFAULT_TEAM);
  const market = useSetting(settings.market, settings.market.fallback);
  const keenness = useSetting(secondLookSettings.teamKeenness, secondLookSettings.teamKeenness.fallback);
  const [refused, setRefused] = useState(false);
  return {
    value,
    currency: currencyOf(market, LOCALE_LANGUAGE[locale.value]),
    refused,
    secondLook: { value: keenness, onChange: (next) => void secondLookSettings.teamKeenness.setValue(next) },
    onChange: (change) => void changeTeam(change),
    onReminders(on) {
      const allowed = on ? askToNotify() : Promise.resolve(true);
      void allowed.then(async (granted) => {
        setRefused(!granted);
        await changeTeam((team) => ({ ...team, reminders: { ...team.reminders, on: on && granted } }));
      });
    },
  };
}
