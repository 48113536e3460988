import { fold, foldedText } from '@/lib/text';

const pairsOf = (text: string): ReadonlySet<string> => {
  const plain = foldedText(fold(text.replace(/\{[a-zA-Z]+\}/g, ' ')));
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at++) pairs.add(plain.slice(at, at + 2));
  return pairs;
};

const shareOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const pair of a) if (b.has(pair)) both++;
  return (2 * both) / (a.size + b.size);
};

/** Texts that say nearly the same with nearly the same words (Dice over pairs of characters), likest first. */
export function alikeTexts<T extends { id: string; text: string }>(
  text: string,
  others: readonly T[],
  least = 0.75,
): { item: T; share: number }[] {
  const pairs = pairsOf(text);
  return others
    .map((item) => ({ item, share: shareOf(pairs, pairsOf(item.text)) }))
    .filter(({ share }) => share >= least)
    .sort((a, b) => b.share - a.share);
}
