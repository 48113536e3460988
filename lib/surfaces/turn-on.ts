import { browser } from 'wxt/browser';
import { patternOf, type Site } from '@/lib/sites';
import { askFor, changeSite } from '@/lib/store/settings';

/**
 * Asks the browser for one site and switches it on; gives whether the browser said yes. Call it in the turn of a
 * click, with nothing awaited before: browsers open the question only then.
 */
export async function turnOnSite(site: Site): Promise<boolean> {
  const noted = askFor(site, Date.now()).catch(() => undefined);
  const granted = await browser.permissions.request({ origins: [patternOf(site)] }).catch(() => false);
  await noted;
  if (granted) await changeSite(site, { type: 'on', now: Date.now() });
  return granted;
}

/** Switches a site off, `forget`ting it on wish, and gives its permission back where it can be. */
export async function turnOffSite(site: Site, { forget = false } = {}): Promise<void> {
  await changeSite(site, forget ? { type: 'forget' } : { type: 'off', now: Date.now() });
  // A permission that came with the installation cannot be given back.
  await browser.permissions.remove({ origins: [patternOf(site)] }).catch(() => false);
}
