import { browser } from 'wxt/browser';
import { openPage } from '@/lib/surfaces';

/** Whether this installation was rolled out by an administrator: then no tab opens by itself. */
async function isRolledOut(): Promise<boolean> {
  // Needs no permission; some browsers leave it out.
  const self = await browser.management?.getSelf?.().catch(() => undefined);
  return self?.installType === 'admin';
}

/** Administrators can also ask for quiet with the policy value `quietStart: true`. */
async function isQuiet(): Promise<boolean> {
  const managed = await browser.storage.managed
    .get('quietStart')
    .catch(() => ({}) as Record<string, unknown>);
  return (managed as Record<string, unknown>).quietStart === true;
}

/** What a newcomer sees first is the practice console. */
export function greetNewcomers(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    void (async () => {
      if ((await isRolledOut()) || (await isQuiet())) return;
      await openPage('practice');
    })();
  });
}
