import type { Script } from '@/lib/phrasebook';
import { fold } from '@/lib/text';

/** A script with what it can be found by, folded: Traditional finds Simplified, capitals do not matter. */
export interface FoundScript<S> {
  item: S;
  /** Higher is better. */
  weight: number;
}

const plain = (text: string): string => fold(text).text;

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
  const found: FoundScript<S>[] = [];
  for (const item of items) {
    const text = plain(item.script.text);
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
