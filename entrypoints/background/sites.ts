import { type Browser, browser } from 'wxt/browser';
import { grantedOf, type Registrar, siteOfPattern, siteStateAt, sitesOn } from '@/lib/sites';
import { changeSite, settings, wasAskedFor } from '@/lib/store/settings';

const RESUME = 'resume:';

/**
 * A permission was granted: where a person was asked for that site, it is on, even if the popup is gone by now.
 * What is granted in the browser's own settings switches nothing on.
 */
async function granted({ origins = [] }: Browser.permissions.Permissions): Promise<void> {
  for (const site of origins.map(siteOfPattern)) {
    if (site === null || !(await wasAskedFor(site, Date.now()))) continue;
    const state = siteStateAt(await settings.sites.getValue(), site, Date.now());
    if (state.kind === 'off') await changeSite(site, { type: 'on', now: Date.now() });
  }
}

/** Sites whose permission is gone are off; their pages hear it through the setting and leave. */
async function dropUngranted(): Promise<void> {
  const on = sitesOn(await settings.sites.getValue());
  const held = await grantedOf(browser, on);
  for (const site of on) if (!held.includes(site)) await changeSite(site, { type: 'off', now: Date.now() });
}

/** One alarm per paused site: the console itself keeps no timer. */
async function setAlarms(): Promise<void> {
  const choices = await settings.sites.getValue();
  const now = Date.now();
  for (const { name } of await browser.alarms.getAll()) {
    if (!name.startsWith(RESUME)) continue;
    if (siteStateAt(choices, name.slice(RESUME.length), now).kind !== 'paused')
      await browser.alarms.clear(name);
  }
  for (const site of Object.keys(choices)) {
    const state = siteStateAt(choices, site, now);
    if (state.kind === 'paused') await browser.alarms.create(RESUME + site, { when: state.until });
  }
}

/** Keeps registered scripts, permissions and pauses in step. Listeners are added synchronously, so that events wake us. */
export function watchSites(registrar: Registrar): void {
  const sync = async (everywhere = false): Promise<void> => {
    await dropUngranted();
    await registrar.sync({ everywhere });
    await setAlarms();
  };
  browser.permissions.onAdded.addListener((permissions) => void granted(permissions));
  browser.permissions.onRemoved.addListener(() => void sync());
  browser.runtime.onStartup.addListener(() => void sync());
  // After an update the registrations are gone and the scripts in open pages are orphans.
  browser.runtime.onInstalled.addListener(() => void sync(true));
  settings.sites.watch(() => void sync());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name.startsWith(RESUME))
      void changeSite(name.slice(RESUME.length), { type: 'resume', now: Date.now() });
  });
}
