// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeSite, follow, inTurn, settings } from '@/lib/store/settings';
import { fakeBrowser } from '../fake-extension';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('have a value before anything was chosen', async () => {
    expect(await settings.locale.getValue()).toBe('auto');
    expect(await settings.sites.getValue()).toEqual({});
    expect(await settings.market.getValue()).toBeNull();
    expect(await settings.authority.getValue()).toBe('agent');
    expect(await settings.slashPalette.getValue()).toBe(true);
  });

  it('follow: the value now, then each change, until the signal aborts', async () => {
    const lifetime = new AbortController();
    const heard = vi.fn();
    await follow(settings.locale, heard, lifetime.signal);
    await settings.locale.setValue('zh-TW');
    lifetime.abort();
    await settings.locale.setValue('en');
    expect(heard.mock.calls).toEqual([['auto'], ['zh-TW']]);
  });

  it('follow: a change that arrives while reading is not overwritten by the older value', async () => {
    let arrive: (value: string) => void = () => undefined;
    let read: (value: string) => void = () => undefined;
    const item = {
      getValue: () =>
        new Promise<string>((resolve) => {
          read = resolve;
        }),
      watch: (cb: (value: string) => void) => {
        arrive = cb;
        return () => undefined;
      },
    };
    const heard = vi.fn();
    const following = follow(item, heard, new AbortController().signal);
    arrive('new');
    read('old');
    await following;
    expect(heard.mock.calls).toEqual([['new']]);
  });

  it('two changes of sites at once keep both', async () => {
    await Promise.all([
      changeSite('https://a.example', { type: 'on', now: 1 }),
      changeSite('https://b.example', { type: 'on', now: 2 }),
    ]);
    expect(Object.keys(await settings.sites.getValue()).sort()).toEqual([
      'https://a.example',
      'https://b.example',
    ]);
  });

  it('work that fails does not hold up the next in turn', async () => {
    await expect(inTurn('t', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await inTurn('t', async () => 'yes')).toBe('yes');
  });
});
