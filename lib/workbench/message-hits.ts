import { holds } from '@/lib/phrasebook';
import { compileRules, type Lists, type Matcher, type PatternRule } from '@/lib/rules';
import type { Item } from './edit';
import type { SavedMessage } from './messages';
import { ruleOf, type Span } from './try-examples';

/** A message that a rule hits; offsets are UTF-16 units. */
export interface MessageHit {
  /** Index among the messages. */
  message: number;
  text: string;
  spans: readonly Span[];
}

/** What a rule hits among messages: how many, and the first of them. */
export interface RuleHits {
  count: number;
  hits: readonly MessageHit[];
}

/** Looks for several rules in messages, a stretch at a time. */
export interface HitSearch {
  /** Goes on to the message `to` (exclusive). */
  run(messages: readonly Pick<SavedMessage, 'text' | 'scenario'>[], from: number, to: number): void;
  /** For each item that was asked for. */
  readonly found: readonly RuleHits[];
}

/** Hits of each rule that are kept with their words. */
export const HITS_SHOWN = 100;

/** Starts to look for items of a book, each by itself: what one hits does not hide what another does. */
export function searchHits(items: readonly Item[], lists: Lists, shown = HITS_SHOWN): HitSearch {
  const rules: PatternRule[] = items.map((item, index) => ({ ...ruleOf(item), id: String(index) }));
  const matcher: Matcher = compileRules(rules, lists).matcher;
  const found = items.map(() => ({ count: 0, hits: [] as MessageHit[] }));
  return {
    found,
    run(messages, from, to) {
      for (let index = from; index < to; index++) {
        const message = messages[index];
        if (message === undefined) break;
        const { text, scenario } = message;
        const { hits } = matcher.scan(text, { overlaps: true });
        if (hits.length === 0) continue;
        const spansOf = new Map<number, Span[]>();
        for (const { rule, start, end } of hits) {
          const spans = spansOf.get(rule);
          if (spans === undefined) spansOf.set(rule, [{ start, end }]);
          else spans.push({ start, end });
        }
        for (const [rule, spans] of spansOf) {
          const where = items[rule] as Parameters<typeof holds>[0];
          if (holds(where, { scenarios: scenario === null ? [] : [scenario] }) === 'silent') continue;
          const sum = found[rule]!;
          sum.count++;
          if (sum.hits.length < shown) sum.hits.push({ message: index, text, spans });
        }
      }
    },
  };
}
