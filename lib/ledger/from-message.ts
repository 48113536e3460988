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

/**
 * Reads the promises of one message: when each falls due, the words before the sentence around them. A sentence that
 * names one time twice is one promise, and "as soon as we can" beside a time is none of its own.
 */
export function promisesFrom(said: readonly SaidPromise[], now: number, shop: ShopHours): ReadPromise[] {
  const read = said.map((it): ReadPromise & { kind: SaidPromise['kind'] } => ({
    kind: it.kind,
    rule: it.rule,
    sentence: it.sentence,
    due: readDue(it.words, now, shop) ?? (it.kind === 'dated' ? readDue(it.sentence, now, shop) : null),
  }));
  const dated = read.filter(({ due }) => due !== null);
  const kept = new Map<string, ReadPromise>();
  for (const { rule, sentence, due } of read) {
    if (due === null && dated.some((it) => it.sentence === sentence)) continue;
    const name = `${sentence}\n${due?.at ?? ''}`;
    if (!kept.has(name)) kept.set(name, { rule, sentence, due });
  }
  return [...kept.values()];
}
