import { useQuery } from '@tanstack/preact-query';
import { LintPane } from '@/components/trainer';
import { type Repositories, storeKeys } from '@/lib/store';
import type { BookLore } from '@/lib/workbench';
import type { PaneTools } from './panes';

/** How the scripts of a book are used, and what its sister books in other languages hold. */
async function loreOf(own: Repositories, id: string, language: string, now: number): Promise<BookLore> {
  const [uses, versions, drafts, inUse] = await Promise.all([
    own.scriptUses.list(),
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
    lastUsed: new Map(uses.map((it) => [it.script, it.lastUsedAt])),
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
