import { fold, Sep } from '@/lib/text';

/** Latin words are looked up by their first letters: three find a word while it is typed, six tell most words apart. */
const SHORT_START = 3;
const LONG_START = 6;

const HAN = /\p{sc=Han}/u;

/** A text as the engine folds it, in runs that no sign interrupts; words of a Latin run stand between single spaces. */
function runsOf(text: string): string[] {
  const { units, sep, length } = fold(text);
  const runs: string[] = [];
  let run = '';
  for (let at = 0; at < length; at++) {
    if (run !== '' && (sep[at] ?? 0) >= Sep.SOFT) {
      runs.push(run);
      run = '';
    }
    run += String.fromCharCode(units[at]!);
  }
  if (run !== '') runs.push(run);
  return runs;
}

/** Stretches of Chinese and single Latin words or numbers. */
const piecesOf = (run: string): string[] => run.match(/\p{sc=Han}+|[^\p{sc=Han}\s]+/gu) ?? [];

/** What a text is found by: pairs of neighbouring Chinese characters, beginnings of Latin words. */
export function keysOf(text: string): Set<string> {
  const keys = new Set<string>();
  for (const piece of runsOf(text).flatMap(piecesOf)) {
    if (HAN.test(piece)) {
      const chars = [...piece];
      for (let at = 1; at < chars.length; at++) keys.add(chars[at - 1]! + chars[at]!);
    } else {
      if (piece.length >= SHORT_START) keys.add(piece.slice(0, SHORT_START));
      if (piece.length >= LONG_START) keys.add(piece.slice(0, LONG_START));
    }
  }
  return keys;
}

/** The keys that every text holding the words has; none where the words are too short to be looked up. */
export function keysSought(words: string): string[] {
  const keys = new Set<string>();
  for (const piece of runsOf(words).flatMap(piecesOf)) {
    if (HAN.test(piece)) for (const key of keysOf(piece)) keys.add(key);
    else if (piece.length >= LONG_START) keys.add(piece.slice(0, LONG_START));
    else if (piece.length >= SHORT_START) keys.add(piece.slice(0, SHORT_START));
  }
  return [...keys];
}

/** Whether all the words stand in the text: Chinese anywhere, Latin from the start of a word, in any order. */
export function holdsWords(text: string, words: string): boolean {
  const sought = words.split(/\s+/).flatMap(runsOf).flatMap(piecesOf);
  if (sought.length === 0) return true;
  const runs = runsOf(text).map((run) => ` ${run}`);
  return sought.every((piece) =>
    runs.some((run) =>
      HAN.test(piece)
        ? run.includes(piece)
        : run.includes(` ${piece}`) || new RegExp(`\\p{sc=Han}${literally(piece)}`, 'u').test(run),
    ),
  );
}

const literally = (piece: string): string => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
