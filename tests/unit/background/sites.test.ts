// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forwardCommands } from '@/entrypoints/background/commands';
import { greetNewcomers } from '@/entrypoints/background/first-run';
import { keepRetention } from '@/entrypoints/background/retention';
import { watchSites } from '@/entrypoints/background/sites';
import { REMEDY_RETENTION_DAYS, RETENTION_DAYS, type Repositories } from '@/lib/store';
import { askFor, changeSite, settings, wasAskedFor } from '@/lib/store/settings';
import { fakeBrowser } from '../fake-extension';

const A = 'https://a.example';
const DAY = 24 * 3600 * 1000;

/** An event whose listeners a test calls. */
function fakeEvent<A extends unknown[]>() {
  const listeners = new Set<(...args: A) => void>();
  return {
    addListener: (listener: (...args: A) => void) => void listeners.add(listener),
    removeListener: (listener: (...args: A) => void) => void listeners.delete(listener),
    emit: (...args: A) => {
      for (const listener of listeners) listener(...args);
    },
  };
}

const granted = new Set<string>();
const onAdded = fakeEvent<[{ origins: string[] }]>();
const onRemoved = fakeEvent<[{ origins: string[] }]>();
const onCommand = fakeEvent<[string, { id: number; windowId: number } | undefined]>();
const openSidePanel = vi.fn(async () => undefined);
const sync = vi.fn(async () => ({ on: [], failed: [] }));

Object.assign(fakeBrowser, {
  permissions: {
    onAdded,
    onRemoved,
    contains: async ({ origins }: { origins: string[] }) => origins.every((it) => granted.has(it)),
  },
  commands: { onCommand },
  sidePanel: { open: openSidePanel },
  sidebarAction: {},
  management: { getSelf: vi.fn(async () => ({ installType: 'normal' })) },
});
const opened = vi.fn(async () => ({}));
Object.assign(fakeBrowser.tabs, { create: opened, query: async () => [] });

const installed = (reason: 'install' | 'update') =>
  fakeBrowser.runtime.onInstalled.trigger({ reason, temporary: false });

beforeEach(() => {
  fakeBrowser.reset();
  granted.clear();
  vi.clearAllMocks();
});

describe('sites', () => {
  beforeEach(() => watchSites({ sync }));

  it('a site that was asked for is on, even when the popup is gone by then', async () => {
    granted.add(`${A}/*`);
    await askFor(A, Date.now());
    onAdded.emit({ origins: [`${A}/*`] });
    await expect.poll(() => settings.sites.getValue()).toMatchObject({ [A]: { on: true } });
    await expect.poll(() => sync.mock.calls.length).toBeGreaterThan(0);
  });

  it('a question is answered once, and not for another site, nor for all', async () => {
    granted.add(`${A}/*`);
    await askFor(A, Date.now());
    onAdded.emit({
      origins: ['*://*/*', '<all_urls>', 'https://*.example/*', 'https://b.example/*', `${A}/*`],
    });
    await expect.poll(() => settings.sites.getValue()).toMatchObject({ [A]: { on: true } });
    await expect.poll(() => settings.askedFor.getValue()).toBeNull();
    expect(Object.keys(await settings.sites.getValue())).toEqual([A]);
  });

  it('a permission nobody was asked for switches nothing on', async () => {
    granted.add(`${A}/*`);
    onAdded.emit({ origins: [`${A}/*`] });
    await askFor('https://b.example', Date.now());
    onAdded.emit({ origins: ['https://b.example/*'] });
    await expect.poll(() => settings.sites.getValue()).not.toEqual({});
    expect(Object.keys(await settings.sites.getValue())).toEqual(['https://b.example']);
  });

  it('an answer that comes long after the question switches nothing on', async () => {
    expect(await askFor(A, 0).then(() => wasAskedFor(A, 11 * 60_000))).toBe(false);
    expect(await askFor(A, 0).then(() => wasAskedFor(A, 9 * 60_000))).toBe(true);
  });

  it('a site whose permission is gone is off, and its pages can see it', async () => {
    granted.add(`${A}/*`);
    await changeSite(A, { type: 'on', now: 1 });
    granted.clear();
    onRemoved.emit({ origins: [`${A}/*`] });
    await expect.poll(() => settings.sites.getValue()).toMatchObject({ [A]: { on: false } });
  });

  it('a pause ends by an alarm, and an alarm goes when the pause does', async () => {
    granted.add(`${A}/*`);
    const until = Date.now() + 60_000;
    await changeSite(A, { type: 'pause', until, now: 1 });
    await expect
      .poll(() => fakeBrowser.alarms.getAll())
      .toMatchObject([{ name: `resume:${A}`, scheduledTime: until }]);
    await changeSite(A, { type: 'resume', now: 2 });
    await expect.poll(() => fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('the alarm of a pause lets the site go on', async () => {
    granted.add(`${A}/*`);
    await changeSite(A, { type: 'pause', until: Date.now() + 60_000, now: 1 });
    fakeBrowser.alarms.onAlarm.trigger({ name: `resume:${A}`, scheduledTime: 0 });
    await expect
      .poll(() => settings.sites.getValue())
      .toMatchObject({ [A]: { on: true, pausedUntil: null } });
  });

  it('after an update every open page gets its console again', async () => {
    await installed('update');
    await expect.poll(() => sync.mock.calls).toContainEqual([{ everywhere: true }]);
  });
});

describe('a newcomer', () => {
  beforeEach(() => greetNewcomers());
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  it('sees the practice console first', async () => {
    await installed('install');
    await expect
      .poll(() => opened.mock.calls)
      .toEqual([[{ url: 'chrome-extension://tactful-test/practice.html' }]]);
  });

  it.each<[string, () => void | Promise<void>]>([
    [
      'rolled it out',
      () =>
        void vi.mocked(fakeBrowser.management.getSelf).mockResolvedValue({ installType: 'admin' } as never),
    ],
    ['asked for quiet', () => fakeBrowser.storage.managed.set({ quietStart: true })],
  ])('sees no tab open by itself where an administrator %s', async (_, prepare) => {
    await prepare();
    await installed('install');
    await settled();
    expect(opened).not.toHaveBeenCalled();
  });

  it('is a newcomer once: an update opens nothing', async () => {
    await installed('update');
    await settled();
    expect(opened).not.toHaveBeenCalled();
  });
});

describe('commands', () => {
  const sent = vi.fn(async (): Promise<unknown> => undefined);
  beforeEach(() => {
    forwardCommands();
    Object.assign(fakeBrowser.tabs, { sendMessage: sent });
  });

  it('open-panel opens the panel in the same turn, the palette opens in the page', () => {
    onCommand.emit('open-palette', { id: 7, windowId: 3 });
    expect(openSidePanel).not.toHaveBeenCalled();
    onCommand.emit('open-panel', { id: 7, windowId: 3 });
    expect(openSidePanel).toHaveBeenCalledWith({ windowId: 3 });
  });

  it.each(['next-flag', 'apply-first', 'open-card', 'open-palette'])(
    '%s goes to the active tab',
    (command) => {
      onCommand.emit(command, { id: 7, windowId: 3 });
      expect(sent).toHaveBeenCalledWith(7, expect.objectContaining({ command, tabId: 7 }));
    },
  );

  it.each([
    ['open-palette', undefined, true],
    ['open-palette', 'tactful:acted', false],
    ['next-flag', undefined, false],
  ])('%s, answered %s: the popup explains: %s', async (command, answer, explains) => {
    const openPopup = vi.fn(async () => undefined);
    Object.assign(fakeBrowser, { action: { openPopup } });
    sent.mockReset().mockResolvedValue(answer);
    // What an earlier test set going ends first.
    await new Promise((resolve) => setTimeout(resolve));
    openPopup.mockClear();
    onCommand.emit(command, { id: 7, windowId: 3 });
    await new Promise((resolve) => setTimeout(resolve));
    // One listener for each test so far: what counts is whether.
    expect(openPopup.mock.calls.length > 0).toBe(explains);
    if (explains) expect(openPopup).toHaveBeenLastCalledWith({ windowId: 3 });
  });

  it('that nobody knows go nowhere', () => {
    onCommand.emit('format-disk', { id: 7, windowId: 3 });
    onCommand.emit('next-flag', undefined);
    expect(sent).not.toHaveBeenCalled();
  });
});

describe('retention', () => {
  it('deletes what is past its time, once a day', async () => {
    const purge = vi.fn(async () => 0);
    const purgeLedger = vi.fn(async () => 0);
    const purgeReplies = vi.fn(async () => 0);
    keepRetention({
      sent: { purge },
      ledger: { purge: purgeLedger },
      goodReplies: { purge: purgeReplies },
    } as unknown as Repositories);
    await installed('install');
    await expect.poll(() => fakeBrowser.alarms.get('retention')).toMatchObject({ periodInMinutes: 1440 });
    vi.setSystemTime(200 * DAY);
    fakeBrowser.alarms.onAlarm.trigger({ name: 'retention', scheduledTime: 0 });
    vi.useRealTimers();
    await vi.waitFor(() => expect(purgeLedger).toHaveBeenCalled());
    expect(purge).toHaveBeenCalledWith((200 - RETENTION_DAYS) * DAY);
    expect(purgeReplies).toHaveBeenCalledWith((200 - RETENTION_DAYS) * DAY);
    expect(purgeLedger).toHaveBeenCalledWith(
      (200 - RETENTION_DAYS) * DAY,
      (200 - REMEDY_RETENTION_DAYS) * DAY,
    );
  });
});
