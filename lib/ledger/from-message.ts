import { type Due, readDue } from './due';
import type { ShopHours } from './shop-hours';

/** A promise as the console found it in a message that left. */
export interface SaidPromise {
  /** Id of the rule. */
  rule: string;
  kind: 'dated' | 'vague';
  /** The words that promise. */
  words: string;
  /** The sentence around them. */
  sentence: string;
}

/** What becomes of it in the ledger; a `due` of `null` asks the agent for a time. */
export interface ReadPromise {
  rule: string;
  sentence: string;
  due: Due | null;
}

/** Ends a clause; not the comma in 3,000 nor the colon in 10:00. */
const CLAUSE_END = /[，,；;。！!？?、\n](?!\d)/g;

/**
 * The words with the rest of their clause, up to the next promise on either side: a rule may stop short of what makes
 * a time, such as "by 10:00" of "by 10:00 tomorrow".
 */
function clauseOf({ words, sentence }: SaidPromise, said: readonly SaidPromise[]): string {
  const start = sentence.indexOf(words);
  if (start === -1) return words;
  const end = start + words.length;
  const others = said
    .filter((it) => it.sentence === sentence && it.words !== words)
    .map((it) => ({ start: sentence.indexOf(it.words), end: sentence.indexOf(it.words) + it.words.length }));
  const marks = [...sentence.matchAll(CLAUSE_END)].map(({ index }) => index);
  const from = Math.max(
    0,
    ...marks.filter((it) => it < start).map((it) => it + 1),
    ...others.filter((it) => it.end <= start).map((it) => it.end),
  );
  const to = Math.min(
    sentence.length,
    ...marks.filter((it) => it >= end),
    ...others.filter((it) => it.start >= end).map((it) => it.start),
  );
  return sentence.slice(from, to);
}

/**
 * Reads the promises of one message: when each falls due, out of its clause before its sentence. A sentence that
 * names one time twice is one promise, and "as soon as we can" beside a time is none of its own.
 */
export function promisesFrom(said: readonly SaidPromise[], now: number, shop: ShopHours): ReadPromise[] {
  const read = said.map((it): ReadPromise => {
    const { rule, sentence, kind, words } = it;
    // Vague words have a time only where they name one themselves: the one beside them is another promise's.
    const texts = kind === 'vague' ? [words] : [clauseOf(it, said), words, sentence];
    const due = texts.reduce<Due | null>((found, text) => found ?? readDue(text, now, shop), null);
    return { rule, sentence, due };
  });
  const dated = read.filter(({ due }) => due !== null);
  const kept = new Map<string, ReadPromise>();
  for (const { rule, sentence, due } of read) {
    if (due === null && dated.some((it) => it.sentence === sentence)) continue;
    const name = `${sentence}\n${due?.at ?? ''}`;
    if (!kept.has(name)) kept.set(name, { rule, sentence, due });
  }
  return [...kept.values()];
}
