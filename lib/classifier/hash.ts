/** Mixes a number into a hash; 32 bits, the same everywhere. */
export const mix = (hash: number, value: number): number => {
  let x = Math.imul(hash ^ (value + 0x9e3779b9), 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

/** Hash of a word's UTF-16 units. */
export const hashWord = (word: string): number => {
  let hash = 3;
  for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
  return hash;
};
