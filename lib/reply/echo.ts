import { fold } from '@/lib/text';

/** What was said in a conversation, ready to be compared with scripts. */
export type Said = readonly ReadonlySet<string>[];

const HAN = /\p{Script=Han}/u;

/** Pairs of Chinese characters and of English words, blanks and punctuation left out. */
export function pairsOf(text: string): Set<string> {
  const { units, length } = fold(text.replace(/\{[a-zA-Z0-9]+\}/g, '，'));
  const folded = String.fromCharCode(...units.subarray(0, length));
  const pairs = new Set<string>();
  for (const run of folded.split(/[^\p{Script=Han}a-z0-9' ]+/u)) {
    const items = run.match(/\p{Script=Han}|[a-z0-9']+/gu) ?? [];
    for (let at = 1; at < items.length; at++) {
      const [left, right] = [items[at - 1] ?? '', items[at] ?? ''];
      pairs.add(HAN.test(left) && HAN.test(right) ? left + right : `${left} ${right}`);
    }
  }
  return pairs;
}

export const preparedTalk = (messages: readonly string[]): Said =>
  messages.map(pairsOf).filter((it) => it.size > 0);

const known = new WeakMap<object, ReadonlySet<string>>();

/** From here on two texts say the same thing in the same words. */
export const ECHO = 0.6;
/** Shorter texts share their few words with anything. */
const LEAST_PAIRS = 3;

/** 0–1: how much of a script one message of the conversation has said already. Scripts are read once. */
export function echoOf(script: { readonly text: string }, said: Said): number {
  if (said.length === 0) return 0;
  let pairs = known.get(script);
  if (pairs === undefined) {
    pairs = pairsOf(script.text);
    known.set(script, pairs);
  }
  if (pairs.size < LEAST_PAIRS) return 0;
  let most = 0;
  for (const message of said) {
    let shared = 0;
    for (const pair of pairs) if (message.has(pair)) shared += 1;
    if (shared > most) most = shared;
  }
  return most / pairs.size;
}
