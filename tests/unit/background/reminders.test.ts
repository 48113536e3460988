// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lookAtLedger, watchLedger } from '@/entrypoints/background/reminders';
import type { Repositories } from '@/lib/store';
import { changeTeam, clockSeen } from '@/lib/store/settings';
import { fakeBrowser } from '../fake-extension';
import { aFollowUp, aPromise } from '../ledger/entries';
import { ENGINES } from '../store/support';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = Date.parse('2026-11-23T12:00:00Z');

const shown: { text: string; color: unknown }[] = [];
let color: unknown = null;
const told: { id: string; title: string; message: string }[] = [];
const clicked = new Set<(id: string) => void>();
const notifications = {
  create: async (id: string, { title, message }: { title: string; message: string }) =>
    void told.push({ id, title, message }),
  clear: vi.fn(),
  resetState: () => undefined,
  onClicked: { addListener: (listener: (id: string) => void) => void clicked.add(listener) },
};
const allowed = new Set<(it: { permissions?: string[] }) => void>();
Object.assign(fakeBrowser.permissions, {
  onAdded: {
    addListener: (listener: (it: { permissions?: string[] }) => void) => void allowed.add(listener),
  },
});
Object.assign(fakeBrowser, {
  action: {
    setBadgeText: async ({ text }: { text: string }) => void shown.push({ text, color }),
    setBadgeBackgroundColor: async (it: { color: unknown }) => {
      color = it.color;
    },
  },
});
Object.assign(fakeBrowser.i18n, { getUILanguage: () => 'en' });

const [, openMemory] = ENGINES[1]!;
let own: Repositories;
beforeEach(() => {
  Object.assign(fakeBrowser, { notifications });
  fakeBrowser.reset();
  own = openMemory();
  shown.length = 0;
  told.length = 0;
  clicked.clear();
  allowed.clear();
});

const alarm = async () => (await fakeBrowser.alarms.get('ledger'))?.scheduledTime ?? null;
const remindersOn = () =>
  changeTeam((team) => ({
    ...team,
    shop: { ...team.shop, timeZone: 'UTC' },
    reminders: { ...team.reminders, on: true },
  }));
const made = (it = {}) => aPromise({ madeAt: NOON, due: NOON + 2 * HOUR, sentence: 'It ships at 2.', ...it });

describe('reminders', () => {
  it('leave an empty ledger alone: no badge, no alarm', async () => {
    await lookAtLedger(own.ledger, NOON);
    expect(shown.at(-1)?.text).toBe('');
    expect(await alarm()).toBeNull();
  });

  it('set the next alarm and no badge while there is time', async () => {
    await own.ledger.promises.add(made());
    await lookAtLedger(own.ledger, NOON);
    expect(shown.at(-1)?.text).toBe('');
    expect(await alarm()).toBe(NOON + 30 * MINUTE);
  });

  it('count what is overdue or soon on the toolbar', async () => {
    await own.ledger.promises.add(made({ id: 'a' }));
    await own.ledger.promises.add(made({ id: 'b', due: NOON + 2 * HOUR + MINUTE }));
    await lookAtLedger(own.ledger, NOON + 2 * HOUR - MINUTE);
    expect(shown.at(-1)?.text).toBe('2');
  });

  it('notify before the time and once more when it is missed, only where reminders are on', async () => {
    await own.ledger.promises.add(made({ site: 'https://desk.example' }));
    await lookAtLedger(own.ledger, NOON + HOUR + 50 * MINUTE);
    expect(told).toEqual([]);
    await remindersOn();
    await lookAtLedger(own.ledger, NOON + HOUR + 50 * MINUTE);
    await lookAtLedger(own.ledger, NOON + HOUR + 55 * MINUTE);
    expect(told).toEqual([
      { id: 'ledger:promise-1', title: 'Promised for today 14:00', message: 'It ships at 2.\ndesk.example' },
    ]);
    await lookAtLedger(own.ledger, NOON + 3 * HOUR);
    await lookAtLedger(own.ledger, NOON + 4 * HOUR);
    expect(told.map(({ title }) => title)).toEqual([
      'Promised for today 14:00',
      'Promised for today 14:00, and not kept yet',
    ]);
  });

  it('ask for a time where none was named, and tell visits', async () => {
    await remindersOn();
    await own.ledger.promises.add(made({ due: null }));
    await own.ledger.followUps.add(aFollowUp({ due: NOON, madeAt: NOON - HOUR, note: 'the pram' }));
    await lookAtLedger(own.ledger, NOON + 2 * HOUR);
    expect(told.map(({ title, message }) => `${title} | ${message}`)).toEqual([
      'A customer waits without a time | It ships at 2.',
      'A visit is due: how are things? | the pram',
    ]);
  });

  it('do not need the permission: the badge works without', async () => {
    await remindersOn();
    Object.assign(fakeBrowser, { notifications: undefined });
    await own.ledger.promises.add(made());
    await lookAtLedger(own.ledger, NOON + 3 * HOUR);
    expect(shown.at(-1)?.text).toBe('1');
    // Told later, when there is somebody to tell it.
    expect((await own.ledger.promises.get('promise-1'))?.remindedAt).toBeNull();
  });

  it('put entries right after a clock that ran ahead was put back', async () => {
    const day = 24 * HOUR;
    await clockSeen.setValue(NOON + day);
    await own.ledger.promises.add(made({ madeAt: NOON + day, due: NOON + day + HOUR }));
    await lookAtLedger(own.ledger, NOON);
    expect(await own.ledger.promises.get('promise-1')).toMatchObject({ madeAt: NOON, due: NOON + HOUR });
    expect(await clockSeen.getValue()).toBe(NOON);
    await lookAtLedger(own.ledger, NOON + MINUTE);
    expect((await own.ledger.promises.get('promise-1'))?.due).toBe(NOON + HOUR);
  });

  it('are restored when the browser starts, and looked at when the alarm rings', async () => {
    let now = NOON;
    await own.ledger.promises.add(made());
    watchLedger(own.ledger, () => now);
    fakeBrowser.runtime.onStartup.trigger();
    await expect.poll(alarm).toBe(NOON + 30 * MINUTE);
    // The lid was shut for a night.
    now = NOON + 20 * HOUR;
    fakeBrowser.alarms.onAlarm.trigger({ name: 'ledger', scheduledTime: NOON + 30 * MINUTE });
    await expect.poll(() => shown.at(-1)?.text).toBe('1');
  });

  it('hear a click also where the permission was given after the worker had begun', () => {
    Object.assign(fakeBrowser, { notifications: undefined });
    watchLedger(own.ledger);
    expect(clicked.size).toBe(0);
    Object.assign(fakeBrowser, { notifications });
    for (const listener of allowed) listener({ permissions: ['notifications'] });
    expect(clicked.size).toBe(1);
    for (const listener of clicked) listener('somebody else');
    expect(notifications.clear).not.toHaveBeenCalled();
  });
});
