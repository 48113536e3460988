import { useQuery } from '@tanstack/preact-query';
import { LintPane } from '@/components/trainer';
import { type BookDay, type Repositories, storeKeys } from '@/lib/store';
import type { BookLore } from '@/lib/workbench';
import type { PaneTools } from './panes';

/** When each script was last used in a language; the days are in order. */
function lastUses(days: readonly BookDay[], language: string): Map<string, number> {
  const last = new Map<string, number>();
  for (const { day, language: used, counts } of days) {
    if (used !== language) continue;
    // In local time, at the end of the day: it was used then or before.
    const at = new Date(`${day}T23:59:59`).getTime();
    for (const script of Object.keys(counts.scripts)) last.set(script, at);
  }
  return last;
}

/** How the scripts of a book are used, and what its sister books in other languages hold. */
async function loreOf(own: Repositories, id: string, language: string, now: number): Promise<BookLore> {
  const [days, versions, drafts, inUse] = await Promise.all([
    own.bookDays.list('0000-01-01', '9999-12-31'),
    own.books.versions(id),
    own.drafts.list(),
    own.books.inUse(),
  ]);
  const since = new Map<string, number>();
  for (const { own: written, source, savedAt } of versions) {
    // Newest first: what is set last is when agents had it first.
    for (const { id: script } of (written ?? source).scripts) since.set(script, savedAt);
  }
  const sisters = new Map(inUse.map((it) => [it.id, it.own ?? it.source]));
  for (const it of drafts) sisters.set(it.id, it.own);
  return {
    now,
    lastUsed: lastUses(days, language),
    since,
    others: [...sisters.values()]
      .filter((it) => it.language !== language)
      .map((it) => ({ language: it.language, scripts: new Set(it.scripts.map((one) => one.id)) })),
  };
}

/** What is wrong with the open book, and what is worth a look. */
export function Lint({ bench, own }: PaneTools) {
  const { id, language } = bench;
  const { data: lore } = useQuery({
    queryKey: [...storeKeys.book(id), 'lore'],
    queryFn: () => loreOf(own, id, language, Date.now()),
  });
  return <LintPane bench={bench} today={new Date().toISOString().slice(0, 10)} {...(lore ? { lore } : {})} />;
}
