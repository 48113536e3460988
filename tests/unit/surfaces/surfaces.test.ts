// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { settings } from '@/lib/store/settings';
import { openPage, openPanel, turnOffSite, turnOnSite } from '@/lib/surfaces';
import { fakeBrowser } from '../fake-extension';

const A = 'https://a.example';
const request = vi.fn(async () => true);
const remove = vi.fn(async () => true);
const sidePanel = { open: vi.fn(async () => undefined) };
const tabs = {
  query: vi.fn(async () => [] as object[]),
  create: vi.fn(async () => ({})),
  update: vi.fn(async () => ({})),
};
const windows = { update: vi.fn(async () => ({})) };
Object.assign(fakeBrowser, { permissions: { request, remove }, sidePanel, sidebarAction: {}, windows });
Object.assign(fakeBrowser.tabs, tabs);

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
});

describe('turning a site on', () => {
  it('asks for that site alone, in the turn of the click', () => {
    void turnOnSite(A);
    expect(request).toHaveBeenCalledWith({ origins: [`${A}/*`] });
  });

  it('is done when the browser says yes', async () => {
    expect(await turnOnSite(A)).toBe(true);
    expect(await settings.sites.getValue()).toMatchObject({ [A]: { on: true } });
  });

  it.each<[string, () => void]>([
    ['says no', () => request.mockResolvedValueOnce(false)],
    ['refuses to ask', () => request.mockRejectedValueOnce(new Error('not in a user gesture'))],
  ])('changes nothing when the browser %s', async (_, prepare) => {
    prepare();
    expect(await turnOnSite(A)).toBe(false);
    expect(await settings.sites.getValue()).toEqual({});
  });
});

describe('turning a site off', () => {
  it('gives its permission back', async () => {
    await turnOnSite(A);
    await turnOffSite(A);
    expect(await settings.sites.getValue()).toMatchObject({ [A]: { on: false } });
    expect(remove).toHaveBeenCalledWith({ origins: [`${A}/*`] });
  });

  it('works for a permission that cannot be given back', async () => {
    remove.mockRejectedValueOnce(new Error('You cannot remove required permissions.'));
    await turnOnSite(A);
    await turnOffSite(A, { forget: true });
    expect(await settings.sites.getValue()).toEqual({});
  });
});

describe('surfaces', () => {
  it('the panel says whether it opened', async () => {
    expect(await openPanel(3)).toBe(true);
    expect(sidePanel.open).toHaveBeenCalledWith({ windowId: 3 });
    sidePanel.open.mockRejectedValueOnce(new Error('may only be called in response to a user gesture'));
    expect(await openPanel(3)).toBe(false);
  });

  it('a page opens in a tab of its own', async () => {
    await openPage('options');
    expect(tabs.create).toHaveBeenCalledWith({ url: 'chrome-extension://tactful-test/options.html' });
  });

  it('a page that is open already comes to the front', async () => {
    tabs.query.mockResolvedValueOnce([{ id: 5, windowId: 2 }]);
    await openPage('practice');
    expect(tabs.create).not.toHaveBeenCalled();
    expect(tabs.update).toHaveBeenCalledWith(5, { active: true });
    expect(windows.update).toHaveBeenCalledWith(2, { focused: true });
  });

  it('a browser that does not tell which pages are open opens a new one', async () => {
    tabs.query.mockRejectedValueOnce(new Error('tabs permission'));
    await openPage('practice');
    expect(tabs.create).toHaveBeenCalledOnce();
  });
});
