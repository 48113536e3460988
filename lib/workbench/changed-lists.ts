import type { RuntimeBook } from '@/lib/phrasebook';

const REFERENCE = /[@＠]([\p{L}\p{N}_-]+)/gu;

/** Names of the lists that patterns speak of. */
export const listsNamed = (patterns: readonly string[]): string[] =>
  patterns.flatMap((it) => [...it.matchAll(REFERENCE)].map(([, name]) => name ?? ''));

/** Lists that say something else in the two versions, by their own items or by those of lists they name. */
export function changedLists(before: RuntimeBook['lists'], after: RuntimeBook['lists']): ReadonlySet<string> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const itemsIn = (lists: RuntimeBook['lists'], name: string): readonly string[] =>
    Object.hasOwn(lists, name) ? (lists[name] ?? []) : [];
  const changed = new Set(
    names.filter((it) => itemsIn(before, it).join('\n') !== itemsIn(after, it).join('\n')),
  );
  for (let known = -1; known !== changed.size; ) {
    known = changed.size;
    for (const name of names) {
      if (listsNamed(itemsIn(after, name)).some((it) => changed.has(it))) changed.add(name);
    }
  }
  return changed;
}
