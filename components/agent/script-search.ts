import type { Script } from '@/lib/phrasebook';
import { fold, foldedText } from '@/lib/text';

/** Folded as the engine folds: Traditional finds Simplified, capitals and punctuation do not matter. */
const plain = (text: string): string => foldedText(fold(text));

/** Scripts are folded once, not at every key of a search. */
const folded = new WeakMap<object, string>();
function plainText(script: { text: string }): string {
  const known = folded.get(script);
  if (known !== undefined) return known;
  const text = plain(script.text);
  folded.set(script, text);
  return text;
}

/**
 * Finds the items of which every word of the query is part of the text or of one of the keys; keys weigh more.
 * An empty query finds nothing. Ties keep the order they came in.
 */
export function searchScripts<S extends { script: Pick<Script, 'text' | 'keys'>; names: readonly string[] }>(
  items: readonly S[],
  query: string,
): S[] {
  const words = query.trim().split(/\s+/).filter(Boolean).map(plain).filter(Boolean);
  if (words.length === 0) return [];
  const found: { item: S; weight: number }[] = [];
  for (const item of items) {
    const text = plainText(item.script);
    const keys = [...(item.script.keys ?? []), ...item.names].map(plain);
    let weight = 0;
    for (const word of words) {
      const inKeys = keys.some((key) => key.includes(word));
      const inText = text.includes(word);
      if (!inKeys && !inText) {
        weight = -1;
        break;
      }
      weight += (inKeys ? 2 : 0) + (inText ? 1 : 0);
    }
    if (weight > 0) found.push({ item, weight });
  }
  return found.sort((a, b) => b.weight - a.weight).map((it) => it.item);
}
