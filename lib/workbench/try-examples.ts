import {
  type Book,
  type CompiledBook,
  compileBook,
  cueHits,
  type Example,
  exampleText,
  holds,
  likelyScenarios,
  type Situation,
  takeMarks,
  toRuntime,
  weighScenarios,
} from '@/lib/phrasebook';
import type { ScenarioId } from '@/lib/phrasebook/vocabulary';
import { compileRules, type Lists, type Matcher, type PatternRule } from '@/lib/rules';
import type { Item } from './edit';

/** Part of a text, UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** How an example came out; `missed`, `hit` and `elsewhere` are wrong. */
export type Outcome = 'right' | 'missed' | 'hit' | 'elsewhere' | 'here';

/** An example with what the rule makes of it. */
export interface Tried {
  example: Example;
  /** Without its marks. */
  text: string;
  hits: readonly Span[];
  /** `here`: words are hit, but the rule is silent in this conversation, as it should not be. */
  outcome: Outcome;
}

const listOf = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : undefined;

/** The matching part of an item in progress, whatever else is wrong with it. */
export const ruleOf = (item: Item): PatternRule => ({
  id: item.id,
  flag: listOf(item.flag) ?? [],
  notAfter: listOf(item.notAfter),
  notBefore: listOf(item.notBefore),
  unlessPartOf: listOf(item.unlessPartOf),
  ignore: item.ignore as PatternRule['ignore'],
  quotes: item.quotes as PatternRule['quotes'],
});

/** Matches one item of a book by itself. */
export const matcherOf = (item: Item, lists: Lists): Matcher => compileRules([ruleOf(item)], lists).matcher;

/** Reads scenarios out of what customers say, for examples that carry their words. */
export type GuessScenarios = (customer: string) => readonly ScenarioId[];

/** A guesser over a book's cues, compiled when it is first asked. */
export function scenarioGuesser(book: Book): GuessScenarios {
  let compiled: CompiledBook | undefined;
  return (customer) => {
    compiled ??= compileBook({
      ...toRuntime(book),
      taboos: [],
      absences: [],
      softenings: [],
      moves: [],
      commitments: [],
    });
    const cues = compiled;
    return likelyScenarios(weighScenarios([customer], (message) => cueHits(cues, message)));
  };
}

const situationOf = (example: Example, guess: GuessScenarios | undefined): Situation => {
  if (typeof example === 'string') return { scenarios: [] };
  const { scenario, customer, market } = example;
  const scenarios =
    scenario !== undefined ? [scenario] : customer === undefined ? [] : (guess?.(customer) ?? []);
  return market === undefined ? { scenarios } : { scenarios, market };
};

/** Tries one example of an item. */
export function tryExample(
  item: Item,
  matcher: Matcher,
  example: Example,
  expected: 'flag' | 'pass',
  guess?: GuessScenarios,
): Tried {
  const { text, spans } = takeMarks(exampleText(example));
  const found = matcher.scan(text).hits.map(({ start, end }) => ({ start, end }));
  const silent = holds(item as Parameters<typeof holds>[0], situationOf(example, guess)) === 'silent';
  const hits = silent ? [] : found;
  const outcome = (): Outcome => {
    if (expected === 'pass') return hits.length === 0 ? 'right' : 'hit';
    if (hits.length === 0) return silent && found.length > 0 ? 'here' : 'missed';
    const covered = spans.every((span) => hits.some((it) => it.start === span.start && it.end === span.end));
    return covered ? 'right' : 'elsewhere';
  };
  return { example, text, hits, outcome: outcome() };
}

/** A message with `[[ ]]` around a part of it, as examples are written; other marks are taken out. */
export function withMark(message: string, { start, end }: Span): string {
  if (end <= start) return message;
  return `${message.slice(0, start)}[[${message.slice(start, end)}]]${message.slice(end)}`;
}
