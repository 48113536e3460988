import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { ConsoleCommand } from '@/lib/rpc';
import { serve } from '@/lib/rpc/background';
import { createRegistrar, declaredSites, type RegistrationApi, siteStateAt } from '@/lib/sites';
import { type Repositories, readShippedModel, repositories } from '@/lib/store';
import { settings } from '@/lib/store/settings';
import { forwardCommands } from './commands';
import { greetNewcomers } from './first-run';
import { createHandlers } from './handlers';
import { watchLedger } from './reminders';
import { keepRetention } from './retention';
import { watchSites } from './sites';
import { watchSubscriptions } from './subscriptions';

/** Holds nothing that it cannot rebuild: the browser ends it at any time and starts it again for an event. */
export default defineBackground(() => {
  const own = repositories();
  const choices = () => settings.sites.getValue();
  const declared = declaredSites(browser.runtime.getManifest() as { host_permissions?: readonly string[] });
  const lookAtLedger = watchLedger(own.ledger);
  const checkSubscriptions = watchSubscriptions(own);
  const handlers = createHandlers({
    repositories: own,
    declared,
    now: Date.now,
    injectInterface: (...place) => inject(INTERFACE_SCRIPT, ...place),
    injectReader: (...place) => inject(READER_SCRIPT, ...place),
    shippedModel: readShippedModel,
    keyOf,
    lookAtLedger,
    checkSubscriptions,
  });
  serve(handlers, {
    isOn: async (site) => siteStateAt(await choices(), site, Date.now(), declared).kind !== 'off',
  });
  watchSites(createRegistrar(browser as unknown as RegistrationApi, choices, declared));
  forwardCommands();
  keepRetention(own);
  tellWhenFull(own);
  greetNewcomers();
  browser.runtime.onInstalled.addListener(() => void reconcile(own));
});

/** Most writes begin in a page that shows nothing of ours: that there is no space is told where people look. */
function tellWhenFull({ store }: Repositories): void {
  store.onState(({ kind }) => {
    if (kind === 'full') void settings.storeFull.setValue(true);
    else if (kind === 'ready') void settings.storeFull.setValue(false);
  });
}

/** As the build names them. */
const INTERFACE_SCRIPT = '/content-scripts/card.js';
const READER_SCRIPT = '/content-scripts/reader.js';

function inject(
  script: typeof INTERFACE_SCRIPT | typeof READER_SCRIPT,
  tabId: number,
  frameId: number,
): Promise<unknown> {
  return browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [script] });
}

/** Asked anew each time: people change shortcuts while pages are open. */
async function keyOf(command: ConsoleCommand): Promise<string | null> {
  const set = (await browser.commands.getAll()).find(({ name }) => name === command);
  return set?.shortcut || null;
}

/** In memory mode the records are empty and the mirror is all that remains of the dismissals. */
async function reconcile({ store, dismissals }: Repositories): Promise<void> {
  if ((await store.ready()).kind === 'ready') await dismissals.reconcile();
}
