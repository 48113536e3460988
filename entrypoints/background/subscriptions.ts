import { browser } from 'wxt/browser';
import { patternOf } from '@/lib/sites';
import type { Repositories } from '@/lib/store';
import { inTurn } from '@/lib/store/settings';
import { afterLook, download, newSubscription, readPolicy, siteOfAddress } from '@/lib/subscription';
import { followBook, putNewestInUse } from './follow-book';

const ALARM = 'subscriptions';
const EVERY_MINUTES = 60;
/** How long an address may take, ms. */
const PATIENCE = 20_000;

type Own = Pick<Repositories, 'books' | 'shelf' | 'subscriptions'>;

const isAllowed = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(siteOfAddress(url))] });

/** Takes over what the organisation prescribes; what it no longer prescribes becomes the person's own, switched off. */
async function takePolicy({ subscriptions }: Own): Promise<void> {
  const managed: Record<string, unknown> = await browser.storage.managed
    .get('subscriptions')
    .catch(() => ({}));
  const prescribed = (await readPolicy(managed.subscriptions)).subscriptions;
  for (const { url, trust } of prescribed) {
    await subscriptions.add(newSubscription(url, trust, 'organisation', Date.now()));
    const here = await subscriptions.get(url);
    if (here?.trust === trust && here.by === 'organisation' && here.on) continue;
    await subscriptions.change(url, (it) => ({
      ...it,
      trust,
      by: 'organisation',
      on: true,
      accepted: true,
      // With another key, or not yet in use: whatever is there must be read again.
      etag: it.trust === trust && it.accepted ? it.etag : null,
      known: it.accepted ? it.known : null,
    }));
  }
  for (const { url, by } of await subscriptions.list()) {
    if (by !== 'organisation' || prescribed.some((it) => it.url === url)) continue;
    await subscriptions.change(url, (it) => ({ ...it, by: 'person', on: false }));
  }
}

/** Looks at one subscription, or at all, one after another; those that are off are left alone. */
async function look(own: Own, url: string | undefined): Promise<void> {
  for (const it of await own.subscriptions.list()) {
    if (!it.on || (url !== undefined && it.url !== url)) continue;
    const got = await download({
      url: it.url,
      etag: it.etag,
      allowed: await isAllowed(it.url),
      fetch: (...request) => fetch(...request),
      patience: PATIENCE,
    });
    const after = await followBook(own, it, got, Date.now());
    const stored = await own.subscriptions.change(it.url, (now) => afterLook(now, it, after));
    if (stored?.accepted && !it.accepted) await putNewestInUse(own, stored);
  }
}

async function setAlarm({ subscriptions }: Own): Promise<void> {
  const some = (await subscriptions.list()).some((it) => it.on);
  if (!some) {
    await browser.alarms.clear(ALARM);
  } else if ((await browser.alarms.get(ALARM)) === undefined) {
    await browser.alarms.create(ALARM, { delayInMinutes: EVERY_MINUTES, periodInMinutes: EVERY_MINUTES });
  }
}

/** Follows subscribed books by an alarm; gives a look for whoever changed something. Nothing is fetched where none is on. */
export function watchSubscriptions(own: Own): (url?: string) => Promise<void> {
  const check = (url?: string): Promise<void> =>
    inTurn('subscriptions', async () => {
      await takePolicy(own);
      await setAlarm(own);
      await look(own, url);
    });
  const checkSoon = (): void => void check().catch(() => undefined);
  browser.runtime.onStartup.addListener(checkSoon);
  browser.runtime.onInstalled.addListener(checkSoon);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) checkSoon();
  });
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') checkSoon();
  });
  return check;
}
