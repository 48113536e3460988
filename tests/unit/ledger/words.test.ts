import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  differenceWays,
  holdingReply,
  instantOf,
  offerChoices,
  promisesFrom,
  readDue,
  type ShopHours,
  sayBy,
} from '@/lib/ledger';
import { type Book, type CompiledBook, compileBook, loadBook, toRuntime } from '@/lib/phrasebook';
import { LANGUAGES, type Language } from '@/lib/phrasebook/vocabulary';
import { check, commitmentsIn } from '@/lib/reply';

const root = fileURLToPath(new URL('../../../phrasebooks', import.meta.url));

function filesOf(language: string): { path: string; text: string }[] {
  return readdirSync(join(root, language), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: name, text: readFileSync(join(root, language, name), 'utf8') }));
}

function builtIn(): CompiledBook[] {
  const books = new Map<Language, Book>();
  for (const language of LANGUAGES) {
    const base = language === 'zh-Hant' ? books.get('zh-Hans') : undefined;
    const { book } = loadBook(filesOf(language), base === undefined ? {} : { base: { book: base } });
    if (book !== undefined) books.set(language, book);
  }
  return [...books.values()].map((book) => compileBook(toRuntime(book)));
}
const BOOKS = builtIn();

const zone = 'Asia/Shanghai';
const shop: ShopHours = {
  timeZone: zone,
  days: [1, 2, 3, 4, 5, 6, 7],
  opens: 540,
  closes: 1260,
  closedOn: [],
};
const at = (day: number, hour: number) => instantOf({ year: 2026, month: 11, day, minutes: hour * 60 }, zone);
const NOW = at(23, 14);

describe('what is said around promises and remedies', () => {
  it.each<[Language, number, string]>([
    ['zh-Hans', at(23, 16), '今天 16:00 前'],
    ['zh-Hans', at(24, 10), '明天 10:00 前'],
    ['zh-Hans', at(27, 18), '11 月 27 日 18:00 前'],
    ['zh-Hant', at(24, 10), '明天 10:00 前'],
    ['zh-Hans', at(24, 0.25), '明天 00:15 前'],
    ['en', at(23, 16), 'by 16:00 today'],
    ['en', at(24, 10), 'by 10:00 tomorrow'],
    ['en', at(24, 9.5), 'by 09:30 tomorrow'],
    ['en', at(27, 18), 'by 18:00 on 27 Nov'],
  ])('names the time in %s: %s', (language, due, said) => expect(sayBy(due, NOW, zone, language)).toBe(said));

  /** Every quarter of an hour of three days ahead, said at every third hour of a day, in shops with short and long days. */
  it.each(LANGUAGES)('is read back as the time that was meant, at any hour (%s)', (language) => {
    const shops: ShopHours[] = [shop, { ...shop, opens: 11 * 60, closes: 23 * 60 }, { ...shop, opens: 0 }];
    const misread: string[] = [];
    for (const hours of shops) {
      for (let hour = 0; hour < 24; hour += 3) {
        const now = at(23, hour);
        for (let due = now + 15 * 60_000; due <= now + 50 * 3_600_000; due += 15 * 60_000) {
          const words = holdingReply('findingOut', due, now, zone, language);
          if (readDue(words, now, hours)?.at !== due) misread.push(`${hour}:00, ${hours.opens}: ${words}`);
        }
      }
    }
    expect(misread).toEqual([]);
  });

  const said = (language: Language): string[] => [
    holdingReply('asking', at(23, 16), NOW, zone, language),
    holdingReply('findingOut', at(24, 10), NOW, zone, language),
    offerChoices(differenceWays('10', language), language),
    offerChoices(differenceWays('10', language).slice(0, 1), language),
  ];

  it.each(LANGUAGES)('no book finds a word to mark in it: %s', (language) => {
    expect(BOOKS).toHaveLength(3);
    for (const text of said(language)) {
      const { flags } = check(BOOKS, text, { customer: [], agent: [], scenario: 'price-drop', language });
      expect([text, flags.map(({ rule }) => rule)]).toEqual([text, []]);
    }
  });

  it.each(LANGUAGES)('the ledger reads its own promises back to the minute: %s', (language) => {
    for (const [kind, due] of [
      ['asking', at(23, 16)],
      ['findingOut', at(24, 10)],
      ['asking', at(27, 18)],
    ] as const) {
      const text = holdingReply(kind, due, NOW, zone, language);
      const found = commitmentsIn(BOOKS, text, { language }).map((it) => ({
        rule: it.rule,
        kind: it.kind,
        words: it.text,
        sentence: text,
      }));
      const dues = promisesFrom(found, NOW, shop).map((it) => it.due?.at);
      expect([text, dues]).toEqual([text, [due]]);
    }
  });
});
