import { browser } from 'wxt/browser';
import { REMEDY_RETENTION_DAYS, RETENTION_DAYS, type Repositories } from '@/lib/store';
import { settings } from '@/lib/store/settings';

const ALARM = 'retention';
const DAY = 24 * 60 * 60 * 1000;

type Past = Pick<Repositories, 'sent' | 'ledger' | 'goodReplies'>;

/** Deletes what is past its time once a day, and soon after a start that comes after a long sleep. */
export function keepRetention(own: Past): void {
  const schedule = (): void => {
    void browser.alarms.create(ALARM, { delayInMinutes: 5, periodInMinutes: 24 * 60 });
  };
  browser.runtime.onInstalled.addListener(schedule);
  browser.runtime.onStartup.addListener(schedule);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return;
    void deletePast(own, Date.now());
  });
}

/** A clock that jumps by more than this is believed at the second look, a day later. */
const JUMP = 7 * DAY;

/**
 * Deletes what is past its time. What a wrong clock makes old must not be gone when it is put right: after a leap of
 * more than a week, and after the clock went back, the first look only notes the time.
 */
export async function deletePast({ sent, ledger, goodReplies }: Past, now: number): Promise<void> {
  const last = await settings.retentionAt.getValue();
  await settings.retentionAt.setValue(now);
  if (last > 0 && (now < last || now - last > JUMP)) return;
  await sent.purge(now - RETENTION_DAYS * DAY);
  await goodReplies.purge(now - RETENTION_DAYS * DAY);
  await ledger.purge(now - RETENTION_DAYS * DAY, now - REMEDY_RETENTION_DAYS * DAY);
}
