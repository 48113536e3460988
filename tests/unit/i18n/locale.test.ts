import { afterEach, describe, expect, it } from 'vitest';
import {
  chooseLocale,
  followLocale,
  type Locale,
  type LocaleItem,
  type LocaleSetting,
  locale,
} from '@/lib/i18n';

describe('chooseLocale', () => {
  it.each<[LocaleSetting, string[], Locale]>([
    ['zh-TW', ['en-US'], 'zh-TW'],
    ['auto', ['zh-CN'], 'zh-CN'],
    ['auto', ['zh'], 'zh-CN'],
    ['auto', ['zh-SG'], 'zh-CN'],
    ['auto', ['zh-TW'], 'zh-TW'],
    ['auto', ['zh_TW'], 'zh-TW'],
    ['auto', ['zh-HK'], 'zh-TW'],
    ['auto', ['zh-Hant-CN'], 'zh-TW'],
    ['auto', ['zh-Hans-HK'], 'zh-CN'],
    ['auto', ['en-GB', 'zh-CN'], 'en'],
    ['auto', ['fr-FR', 'zh-TW'], 'zh-TW'],
    ['auto', ['fr'], 'en'],
    ['auto', [], 'en'],
  ])('setting %s with browser %j gives %s', (setting, languages, expected) => {
    expect(chooseLocale(setting, languages)).toBe(expected);
  });
});

describe('followLocale', () => {
  afterEach(() => {
    locale.value = 'en';
  });

  function item(value: () => Promise<LocaleSetting>) {
    const watchers = new Set<(setting: LocaleSetting) => void>();
    const kept: LocaleItem = {
      getValue: value,
      watch(changed) {
        watchers.add(changed);
        return () => watchers.delete(changed);
      },
    };
    return {
      kept,
      watchers,
      change(setting: LocaleSetting) {
        for (const changed of watchers) changed(setting);
      },
    };
  }

  it('puts the setting in force and follows it until the end', async () => {
    const lifetime = new AbortController();
    const { kept, watchers, change } = item(async () => 'zh-CN');
    await followLocale(kept, ['en'], lifetime.signal);
    expect(locale.value).toBe('zh-CN');
    change('auto');
    expect(locale.value).toBe('en');
    lifetime.abort();
    expect(watchers.size).toBe(0);
  });

  it('goes by the browser where the setting cannot be read', async () => {
    const { kept } = item(() => Promise.reject(new Error('no storage')));
    await followLocale(kept, ['zh-TW'], new AbortController().signal);
    expect(locale.value).toBe('zh-TW');
  });
});
