import type { SlotName } from './pattern';

/** Widest gap a pattern may have, in items. */
export const MAX_GAP = 20;
export const ELLIPSIS_GAP = 8;
export const MAX_DEPTH = 12;
export const MAX_LENGTH = 2000;

/** Full-width syntax as typed with a Chinese keyboard. */
export const FULL_WIDTH: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
  '｜': '|',
  '～': '~',
  '＠': '@',
  '＊': '*',
  '＆': '&',
  '＾': '^',
  '＄': '$',
  '＼': '\\',
  '⋯': '…',
};

const SYNTAX = /[()[\]{}|~@*&^$\\…（）［］｛｝｜～＠＊＆＾＄＼⋯]|\.{3}/;

export const NEXT_SYNTAX = new RegExp(SYNTAX, 'g');

export const SLOTS: Readonly<Record<string, SlotName>> = {
  n: 'number',
  number: 'number',
  数: 'number',
  數: 'number',
  money: 'money',
  钱: 'money',
  錢: 'money',
  金额: 'money',
  金額: 'money',
  time: 'time',
  时间: 'time',
  時間: 'time',
  any: 'any',
  任意: 'any',
  // Building blocks of {time}, not documented for books.
  clock: 'clock',
  date: 'date',
};

export const GAP =
  /^(\d+)(?:\s*[-~–—−到至]\s*(\d+))?\s*(?:words?|chars?|characters?|items?|字|个|個|词|詞)?$/;

/** Whether a pattern is plain words: the common case, which needs no parser. */
export function isPlain(source: string): boolean {
  return source.length <= MAX_LENGTH && !SYNTAX.test(source);
}
