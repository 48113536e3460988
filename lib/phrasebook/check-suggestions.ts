import { exampleSituation, exampleText, takeMarks } from './example';
import type { Locate, Target } from './locate';
import { type BookProblem, cited, told } from './problem';
import type { ProblemValue } from './problem-words';
import {
  type CompiledBook,
  replacementFor,
  resolveOverlaps,
  SEVERITIES,
  type Situation,
  type TabooHit,
  tabooHits,
} from './runtime';
import type { Book, Taboo } from './schema';

interface Span {
  start: number;
  end: number;
}

const MEDIUM = SEVERITIES.indexOf('medium');

/** Fills the blanks of a script with the examples of its variables, and tells where they went. */
export const fillWithExamples = (
  text: string,
  exampleOf: ReadonlyMap<string, string>,
): { text: string; filled: Span[] } => {
  const filled: Span[] = [];
  let result = '';
  let at = 0;
  for (const match of text.matchAll(/\{([a-z][a-zA-Z0-9]*)\}/g)) {
    result += text.slice(at, match.index);
    const start = result.length;
    result += exampleOf.get(match[1] ?? '') ?? match[0];
    filled.push({ start, end: result.length });
    at = match.index + match[0].length;
  }
  return { text: result + text.slice(at), filled };
};

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;
const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * A suggestion may never be taboo: neither a script with its blanks filled, nor a replacement by itself (errors), nor a
 * replacement in the place of the words it replaces in the rule's own examples (warnings).
 */
export const checkSuggestions = (book: Book, compiled: CompiledBook, locate: Locate): BookProblem[] => {
  const problems: BookProblem[] = [];
  const patternOf = (hit: TabooHit): ProblemValue =>
    cited(book.taboos.find((it) => it.id === hit.taboo.id)?.flag[hit.pattern] ?? '');

  const alone = (at: Target, text: string, filled: readonly Span[], situation: Situation): void => {
    const hits = tabooHits(compiled, text, situation).filter((hit) => !filled.some((it) => within(hit, it)));
    for (const hit of resolveOverlaps(hits)) {
      problems.push({
        ...locate(at),
        rule: at.id,
        // Only in some conversations taboo, and nothing says that this is one.
        level: hit.severity === 'low' && hit.taboo.severity !== 'low' ? 'warning' : 'error',
        kind: 'suggestion',
        ...told('suggestion-taboo', 'other-words', {
          other: hit.taboo.id,
          hit: cited(text.slice(hit.start, hit.end)),
          pattern: patternOf(hit),
        }),
      });
    }
  };

  const inPlace = (taboo: Taboo, instead: string): void => {
    for (const example of taboo.examples.flag) {
      const { text } = takeMarks(exampleText(example));
      const situation = exampleSituation(example, compiled);
      const own = resolveOverlaps(
        tabooHits(compiled, text, situation).filter((it) => it.taboo.id === taboo.id),
      )[0];
      if (own === undefined) continue;
      const put = replacementFor(text, own, instead);
      const mended = text.slice(0, put.start) + put.text + text.slice(put.end);
      const place = { start: put.start, end: put.start + put.text.length };
      const left = tabooHits(compiled, mended, situation).find(
        (it) => touches(it, place) && !within(it, place) && SEVERITIES.indexOf(it.severity) >= MEDIUM,
      );
      if (left === undefined) continue;
      problems.push({
        ...locate({ section: 'taboos', id: taboo.id, key: 'instead', value: instead }),
        rule: taboo.id,
        level: 'warning',
        kind: 'suggestion',
        ...told('in-place-taboo', 'whole-offence', {
          text: cited(mended),
          other: left.taboo.id,
          hit: cited(mended.slice(left.start, left.end)),
        }),
      });
      // One example a replacement is enough to see what is wrong.
      return;
    }
  };

  for (const section of ['taboos', 'absences'] as const) {
    for (const { id, instead, onlyIn = [], markets } of book[section]) {
      for (const text of instead) {
        alone({ section, id, key: 'instead', value: text }, text, [], {
          scenarios: onlyIn,
          market: markets?.[0],
        });
      }
    }
  }
  for (const taboo of book.taboos) for (const text of taboo.instead) inPlace(taboo, text);
  const exampleOf = new Map(book.variables.map((it) => [it.id, it.example]));
  for (const script of book.scripts) {
    const { text, filled } = fillWithExamples(script.text, exampleOf);
    const situation = { scenarios: script.scenario, market: script.markets?.[0] };
    alone({ section: 'scripts', id: script.id, key: 'text' }, text, filled, situation);
  }
  return problems;
};
