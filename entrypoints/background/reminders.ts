import { browser } from 'wxt/browser';
import { applyLocale, locale, ledger as words } from '@/lib/i18n';
import {
  type FollowUpEntry,
  type Plan,
  type PromiseEntry,
  planReminders,
  reminded,
  sayWhen,
  shopOf,
  withClockPutRight,
} from '@/lib/ledger';
import { siteName } from '@/lib/sites';
import type { Ledger } from '@/lib/store';
import { clockSeen, inTurn, settings, teamSetting } from '@/lib/store/settings';
import { openPanel } from '@/lib/surfaces';

const ALARM = 'ledger';
/** Notifications of ours start with it; what follows is the id of the entry. */
const NOTIFICATION = 'ledger:';
/** The tokens --critical and --brand of the interface, for the toolbar. */
const BADGE = { overdue: '#7a1026', soon: '#0f6b5f' } as const;

/** The part of the browser's notifications that is used; missing until the permission is given. */
interface Notifications {
  create(id: string, options: Record<string, unknown>): unknown;
  clear(id: string): unknown;
  onClicked: { addListener(listener: (id: string) => void): void };
}
const notifications = (): Notifications | undefined =>
  (browser as unknown as { notifications?: Notifications }).notifications;

async function tell(entry: PromiseEntry | FollowUpEntry, now: number, timeZone: string): Promise<void> {
  const visit = 'kind' in entry;
  const overdue = entry.due !== null && entry.due < now;
  const title = visit
    ? words('remind.visit')
    : entry.due === null
      ? words('remind.noTime')
      : words(overdue ? 'remind.overdue' : 'remind.soon', {
          when: sayWhen(entry.due, now, timeZone, locale.value),
        });
  const about = visit ? entry.note : entry.sentence;
  const where = entry.site === null ? '' : siteName(entry.site);
  await notifications()?.create(NOTIFICATION + entry.id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png' as '/'),
    title,
    message: [about, where].filter((it) => it !== '').join('\n'),
  });
}

async function showBadge({ badge, overdue }: Plan): Promise<void> {
  await browser.action.setBadgeText({ text: badge === 0 ? '' : String(Math.min(badge, 99)) });
  if (badge > 0)
    await browser.action.setBadgeBackgroundColor({ color: overdue ? BADGE.overdue : BADGE.soon });
}

/** One look at the ledger and the clock: puts entries right, tells what is due, sets badge and alarm. */
export async function lookAtLedger(ledger: Ledger, now: number): Promise<void> {
  const team = await teamSetting.getValue();
  const seen = await clockSeen.getValue();
  for (const moved of withClockPutRight(await ledger.promises.inState('open'), now, seen)) {
    await ledger.promises.change(moved.id, () => moved);
  }
  await clockSeen.setValue(now);
  const promises = await ledger.promises.inState('open');
  const visits = await ledger.followUps.inState('planned');
  const plan = planReminders(promises, visits, { now, lead: team.reminders.lead });
  if (team.reminders.on && notifications() !== undefined) {
    applyLocale(await settings.locale.getValue(), [browser.i18n.getUILanguage()]);
    const { timeZone } = shopOf(team);
    for (const entry of [...plan.promises, ...plan.visits]) await tell(entry, now, timeZone);
    // Noted after it was told: a browser that ends in between tells twice rather than never.
    for (const { id } of plan.promises) await ledger.promises.change(id, (it) => reminded(it, now));
    for (const { id } of plan.visits) await ledger.followUps.change(id, (it) => reminded(it, now));
  }
  await showBadge(plan);
  if (plan.next === null) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: plan.next });
}

/**
 * Keeps reminders and badge in step with ledger and clock. Alarms may be lost with the browser and fire late after
 * sleep, so each start looks anew. Gives a look for whoever changed the ledger.
 */
export function watchLedger(ledger: Ledger, now: () => number = Date.now): () => Promise<void> {
  const look = (): Promise<void> => inTurn('ledger', () => lookAtLedger(ledger, now()));
  const lookSoon = (): void => void look().catch(() => undefined);
  browser.runtime.onStartup.addListener(lookSoon);
  browser.runtime.onInstalled.addListener(lookSoon);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) lookSoon();
  });
  teamSetting.watch(lookSoon);
  followClicks();
  // Allowed just now: this worker has not begun to listen yet.
  browser.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes('notifications')) followClicks();
  });
  return look;
}

const openClicked = (id: string): void => {
  if (!id.startsWith(NOTIFICATION)) return;
  void notifications()?.clear(id);
  void browser.windows.getLastFocused().then(async ({ id: window }) => {
    if (window === undefined) return;
    await browser.windows.update(window, { focused: true });
    await openPanel(window);
  });
};

/** The same listener twice is one. */
function followClicks(): void {
  notifications()?.onClicked.addListener(openClicked);
}
