import type { Book } from '@/lib/phrasebook';
import type { BookDays } from './book-days';
import { dayOf } from './day';
import type { Tallies } from './review/desk';

/** Days that are looked back on, today included. */
export const USAGE_DAYS = 28;

/** How often a rule spoke up: words that went off all the same, and words that one of its replacements took away. */
export interface RuleUsage {
  rule: string;
  sent: number;
  mended: number;
}

/** What agents made of a book lately. */
export interface BookUsage {
  sent: number;
  mended: number;
  /** The rules that spoke up, the most frequent first. */
  rules: readonly RuleUsage[];
  /** Scripts of it that were used, most first. */
  scripts: readonly { script: string; count: number }[];
}

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

/**
 * Reads the daily counts of the last four weeks and gives what they say of a book. Flags that went off know the book
 * they stood in; replacements and scripts know their language, and count for every book of it that holds them.
 */
export async function readUsage(
  { tallies, bookDays }: { tallies: Pick<Tallies, 'list'>; bookDays: Pick<BookDays, 'list'> },
  now: number,
): Promise<(book: Pick<Book, 'id' | 'language' | 'taboos' | 'scripts'>) => BookUsage> {
  const first = new Date(now);
  first.setDate(first.getDate() - (USAGE_DAYS - 1));
  const [from, to] = [dayOf(first.getTime()), dayOf(now)];
  const [days, used] = await Promise.all([tallies.list(from, to), bookDays.list(from, to)]);
  const cells = days.flatMap((it) => it.cells);
  return ({ id, language, taboos, scripts }) => {
    const ofLanguage = used.filter((it) => it.language === language).map((it) => it.counts);
    const rules = new Map<string, RuleUsage>();
    const add = (rule: string, kind: 'sent' | 'mended', count: number): void => {
      const known = rules.get(rule) ?? { rule, sent: 0, mended: 0 };
      rules.set(rule, { ...known, [kind]: known[kind] + count });
    };
    for (const { rule, book, flags } of cells) {
      if (book?.startsWith(`${id}@`)) add(rule, 'sent', flags);
    }
    const held = new Set(taboos.map((it) => it.id));
    for (const { mended } of ofLanguage) {
      for (const [rule, count] of Object.entries(mended)) if (held.has(rule)) add(rule, 'mended', count);
    }
    const uses = new Map(scripts.map((it) => [it.id, 0]));
    for (const { scripts: inserted } of ofLanguage) {
      for (const [script, count] of Object.entries(inserted)) {
        const before = uses.get(script);
        if (before !== undefined) uses.set(script, before + count);
      }
    }
    const spoke = [...rules.values()].sort(
      (a, b) => b.sent + b.mended - a.sent - a.mended || (a.rule < b.rule ? -1 : 1),
    );
    return {
      sent: sum(spoke.map((it) => it.sent)),
      mended: sum(spoke.map((it) => it.mended)),
      rules: spoke,
      scripts: [...uses]
        .flatMap(([script, count]) => (count > 0 ? [{ script, count }] : []))
        .sort((a, b) => b.count - a.count || (a.script < b.script ? -1 : 1)),
    };
  };
}
