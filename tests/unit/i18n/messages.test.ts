import { describe, expect, it } from 'vitest';
import * as i18n from '@/lib/i18n';
import { LOCALES, type Message } from '@/lib/i18n';
import { vocabulary } from '@/lib/i18n/messages/vocabulary';

type Messages = Readonly<Record<string, Message>>;
type Surface = Readonly<Record<i18n.Locale, Messages>>;

const surfaces: Record<string, Surface> = { vocabulary: vocabulary.messages };
for (const [name, value] of Object.entries(i18n)) {
  if (typeof value === 'function' && 'messages' in value) surfaces[name] = value.messages as Surface;
}

const texts = (message: Message): string[] =>
  typeof message === 'string' ? [message] : [message.one ?? message.other, message.other];
const blanks = (text: string): string[] => [...text.matchAll(/\{([^}]*)\}/g)].map((m) => m[1] ?? '').sort();

/** Words, but none of them Chinese. A message of blanks and marks alone is in no language. */
const isForeign = (text: string): boolean => {
  const words = text.replace(/\{[^}]*\}/g, '');
  return /\p{L}/u.test(words) && !/\p{Script=Han}/u.test(words);
};

it('knows the surfaces', () => {
  expect(Object.keys(surfaces)).toEqual(expect.arrayContaining(['vocabulary', 'common', 'agent']));
});

describe.each(Object.entries(surfaces))('%s', (_name, surface) => {
  const keys = Object.keys(surface.en).sort();

  it.each(LOCALES)('has every message in %s and none more', (locale) => {
    expect(Object.keys(surface[locale]).sort()).toEqual(keys);
  });

  it.each(LOCALES)('leaves nothing empty in %s', (locale) => {
    const empty = keys.filter((key) => texts(surface[locale][key]!).some((text) => text.trim() === ''));
    expect(empty).toEqual([]);
  });

  it.each(['zh-CN', 'zh-TW'] as const)('fills the same blanks in %s as in English', (locale) => {
    const wrong = keys.filter((key) => {
      const wanted = new Set(texts(surface.en[key]!).flatMap(blanks));
      return texts(surface[locale][key]!).some((text) => blanks(text).join() !== [...wanted].sort().join());
    });
    expect(wrong).toEqual([]);
  });

  it.each(['zh-CN', 'zh-TW'] as const)('is Chinese in %s', (locale) => {
    const untranslated = keys.filter((key) => texts(surface[locale][key]!).some(isForeign));
    expect(untranslated).toEqual([]);
  });

  it('uses no character of the other script', () => {
    const onlySimplified = /[说这时间发关没复请个处规则标话题术网页颜爱观览让应号码户员电视开启]/u;
    const onlyTraditional = /[說這時間發關沒複請個處規則標話題術網頁顏愛觀覽讓應號碼戶員電視開啟]/u;
    const wrong = [
      ...keys.filter((key) => texts(surface['zh-TW'][key]!).some((text) => onlySimplified.test(text))),
      ...keys.filter((key) => texts(surface['zh-CN'][key]!).some((text) => onlyTraditional.test(text))),
    ];
    expect(wrong).toEqual([]);
  });
});
