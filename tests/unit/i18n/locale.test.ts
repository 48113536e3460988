import { describe, expect, it } from 'vitest';
import { chooseLocale, type Locale, type LocaleSetting } from '@/lib/i18n';

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
