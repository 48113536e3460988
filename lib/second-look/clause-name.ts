import { hashWord } from '@/lib/classifier';

/**
 * A short name for a clause's words, the same however it is spaced, punctuated or numbered; nobody can read the words
 * from it.
 */
export const clauseName = (clause: string): string => {
  const words = clause
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{N}+/gu, '0')
    .replace(/[^\p{L}0]+/gu, '');
  const back = [...words].reverse().join('');
  return hashWord(words).toString(36) + hashWord(back).toString(36);
};
