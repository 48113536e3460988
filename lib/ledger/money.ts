import type { Language, Market } from '@/lib/phrasebook/vocabulary';

/** Money in minor units of a currency: 1000 CNY is ten yuan. */
export interface Money {
  amount: number;
  currency: string;
}

const CURRENCY_OF_MARKET: Readonly<Record<Market, string>> = { cn: 'CNY', tw: 'TWD', hk: 'HKD', intl: 'USD' };
const CURRENCY_OF_LANGUAGE: Readonly<Record<Language, string>> = {
  'zh-Hans': 'CNY',
  'zh-Hant': 'TWD',
  en: 'USD',
};

/** The currency of a market, else of the language a book is written in. */
export function currencyOf(market: Market | null, language: Language): string {
  return market === null ? CURRENCY_OF_LANGUAGE[language] : CURRENCY_OF_MARKET[market];
}

/** Decimals of a currency: 2 for most, 0 for JPY. An unknown currency has 2. */
export function decimalsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** Minor units of what was typed ("168", "79.50", "¥1,299"); `null` where it is no amount or has too many decimals. */
export function minorOf(typed: string, currency: string): number | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s,，]/g, '')
    .replace(/^[^\d-]+|[^\d.]+$/g, '');
  const match = /^(\d{1,9})(?:\.(\d+))?$/.exec(plain);
  if (match === null) return null;
  const decimals = decimalsOf(currency);
  const [, whole = '', part = ''] = match;
  if (part.length > decimals && /[1-9]/.test(part.slice(decimals))) return null;
  return Number(whole) * 10 ** decimals + Number(part.padEnd(decimals, '0').slice(0, decimals) || '0');
}

/** As it is typed and shown in a message, without a sign: "10", "79.50". */
export function plainAmount({ amount, currency }: Money): string {
  const decimals = decimalsOf(currency);
  const value = amount / 10 ** decimals;
  return Number.isInteger(value) ? String(value) : value.toFixed(decimals);
}

/** With its sign, in the locale of the interface: "¥10.00". */
export function shownMoney({ amount, currency }: Money, locale: string): string {
  const decimals = decimalsOf(currency);
  const value = amount / 10 ** decimals;
  try {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: Number.isInteger(value) ? 0 : decimals,
    }).format(value);
  } catch {
    return `${currency} ${plainAmount({ amount, currency })}`;
  }
}
