import { signal } from '@preact/signals-core';
import type { Language } from '@/lib/phrasebook/vocabulary';

/** Languages the interface itself speaks; the languages a phrasebook is written in are `Language`. */
export const LOCALES = ['en', 'zh-CN', 'zh-TW'] as const;
export type Locale = (typeof LOCALES)[number];

/** What a person chose: a locale, or to follow the browser. */
export type LocaleSetting = Locale | 'auto';

/** Each locale's name for itself, as a language menu shows it. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
};

/** The phrasebook language that goes with a locale when nothing else tells. */
export const LOCALE_LANGUAGE: Readonly<Record<Locale, Language>> = {
  en: 'en',
  'zh-CN': 'zh-Hans',
  'zh-TW': 'zh-Hant',
};

/**
 * Chooses the locale: the setting, else the first browser language we speak, else English.
 * `uiLanguages` are BCP 47 tags, most wanted first. A script subtag outranks the region (zh-Hant-CN is Traditional).
 */
export function chooseLocale(setting: LocaleSetting, uiLanguages: readonly string[]): Locale {
  if (setting !== 'auto') return setting;
  for (const tag of uiLanguages) {
    const [language, ...rest] = tag.toLowerCase().replaceAll('_', '-').split('-');
    if (language === 'en') return 'en';
    if (language !== 'zh') continue;
    if (rest.includes('hans')) return 'zh-CN';
    if (rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part))) return 'zh-TW';
    return 'zh-CN';
  }
  return 'en';
}

/** The locale in force in this context. A component that translates while rendering follows it by itself. */
export const locale = signal<Locale>('en');

/** Puts the chosen locale in force; `uiLanguages` as in `chooseLocale` (in an extension: `browser.i18n.getUILanguage()`). */
export function applyLocale(setting: LocaleSetting, uiLanguages: readonly string[]): void {
  locale.value = chooseLocale(setting, uiLanguages);
}

/** Where the setting is kept, as far as following it needs. */
export interface LocaleItem {
  getValue(): Promise<LocaleSetting>;
  watch(changed: (setting: LocaleSetting) => void): () => void;
}

/** Puts the setting in force now and after each change, until the signal aborts; resolves when the first is in force. */
export async function followLocale(
  item: LocaleItem,
  uiLanguages: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const unwatch = item.watch((setting) => applyLocale(setting, uiLanguages));
  signal.addEventListener('abort', unwatch, { once: true });
  // A store that cannot be read is no reason to show nothing.
  const setting = await item.getValue().catch((): LocaleSetting => 'auto');
  if (!signal.aborted) applyLocale(setting, uiLanguages);
}
