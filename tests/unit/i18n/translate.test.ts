import { effect } from '@preact/signals';
import { afterEach, describe, expect, expectTypeOf, it } from 'vitest';
import { applyLocale, defineMessages, locale } from '@/lib/i18n';

const t = defineMessages({
  en: {
    hello: 'Hello, {name}',
    plain: 'Plain',
    left: { one: '{count} word left', other: '{count} words left' },
  },
  'zh-CN': { hello: '{name}，您好', plain: '朴素', left: '还差 {count} 个词' },
  'zh-TW': { hello: '{name}您好', plain: '樸素', left: '還差 {count} 個詞' },
});

afterEach(() => {
  locale.value = 'en';
});

describe('a translator', () => {
  it('fills blanks in the locale in force', () => {
    expect(t('hello', { name: '李女士' })).toBe('Hello, 李女士');
    locale.value = 'zh-CN';
    expect(t('hello', { name: '李女士' })).toBe('李女士，您好');
  });

  it.each([
    ['en', 1, '1 word left'],
    ['en', 2, '2 words left'],
    ['en', 0, '0 words left'],
    ['zh-CN', 1, '还差 1 个词'],
    ['zh-TW', 1200, '還差 1,200 個詞'],
  ] as const)('in %s says %i as %s', (at, count, expected) => {
    locale.value = at;
    expect(t('left', { count })).toBe(expected);
  });

  it('does not fill a blank from inside a value', () => {
    expect(t('hello', { name: '{count}' })).toBe('Hello, {count}');
  });

  it('follows the language where it is read in an effect', () => {
    const seen: string[] = [];
    const stop = effect(() => {
      seen.push(t('plain'));
    });
    applyLocale('auto', ['zh-HK']);
    stop();
    applyLocale('zh-CN', []);
    expect(seen).toEqual(['Plain', '樸素']);
  });

  it('refuses unknown keys and unfilled blanks when compiled', () => {
    expectTypeOf(t<'plain'>).parameters.toEqualTypeOf<['plain']>();
    expectTypeOf(t<'hello'>).parameters.toEqualTypeOf<
      ['hello', values: Readonly<Record<'name', string | number>>]
    >();
    expectTypeOf(t<'left'>).parameters.toEqualTypeOf<
      ['left', values: Readonly<Record<'count', string | number>>]
    >();
  });
});
