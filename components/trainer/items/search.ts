import { fold, foldedText } from '@/lib/text';
import type { Entry, Item } from '@/lib/workbench';

/** Which entries of a part are shown. */
export type Only = 'all' | 'own' | 'off' | 'wrong';

const plain = (text: string): string => foldedText(fold(text));

const words = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(words);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(words) : [];
};

/** Folding is done once an item: items are never changed, only replaced. */
const folded = new WeakMap<Item, string>();

const textOf = (item: Item): string => {
  let text = folded.get(item);
  if (text === undefined) {
    // Ids are looked for as they are written: folding would drop their dashes.
    text = `${item.id} ${plain(words(item).join('\n'))}`;
    folded.set(item, text);
  }
  return text;
};

/** As many as fold in a few milliseconds. */
const SLICE = 500;

/** Folds the texts of entries a slice at a time, so that the first letter of a search waits for nothing. */
export function readyToSearch(entries: readonly Entry[], signal: AbortSignal): void {
  let at = 0;
  const go = (): void => {
    if (signal.aborted) return;
    for (const { item } of entries.slice(at, at + SLICE)) textOf(item);
    at += SLICE;
    if (at < entries.length) setTimeout(go);
  };
  setTimeout(go);
}

/** Entries that hold every word of a query, in either Chinese script; in their order. */
export function searchEntries(
  entries: readonly Entry[],
  query: string,
  only: Only,
  wrong: ReadonlySet<string>,
): Entry[] {
  const wanted = query
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((it) => it !== '')
    .map((it) => [it, plain(it)] as const);
  return entries.filter((entry) => {
    if (only === 'own' && entry.origin === 'inherited') return false;
    if (only === 'off' && !entry.off) return false;
    if (only === 'wrong' && !wrong.has(entry.id)) return false;
    if (wanted.length === 0) return true;
    const text = textOf(entry.item);
    return wanted.every(([raw, it]) => text.includes(raw) || (it !== '' && text.includes(it)));
  });
}
