import { browser } from 'wxt/browser';
import { REMEDY_RETENTION_DAYS, RETENTION_DAYS, type Repositories } from '@/lib/store';

const ALARM = 'retention';
const DAY = 24 * 60 * 60 * 1000;

/** Deletes what is past its time once a day, and soon after a start that comes after a long sleep. */
export function keepRetention({ sent, ledger }: Pick<Repositories, 'sent' | 'ledger'>): void {
  const schedule = (): void => {
    void browser.alarms.create(ALARM, { delayInMinutes: 5, periodInMinutes: 24 * 60 });
  };
  browser.runtime.onInstalled.addListener(schedule);
  browser.runtime.onStartup.addListener(schedule);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return;
    const now = Date.now();
    void sent.purge(now - RETENTION_DAYS * DAY);
    void ledger.purge(now - RETENTION_DAYS * DAY, now - REMEDY_RETENTION_DAYS * DAY);
  });
}
