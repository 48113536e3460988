import { compileRules, type Hints, hintsOf, type Lists, type PatternRule } from '@/lib/rules';

/** The words a pattern hits in a text, in order; throws if the pattern has an error. */
export function found(
  pattern: string,
  text: string,
  rest: Partial<PatternRule> = {},
  lists: Lists = {},
): string[] {
  const { matcher, problems } = compileRules([{ id: 'x', flag: [pattern], ...rest }], lists);
  const error = problems.find((it) => it.level === 'error');
  if (error) throw new Error(`${error.code} at ${error.column}: ${error.message}`);
  return matcher.scan(text).hits.map(({ start, end }) => text.slice(start, end));
}

/** As `found`, by a matcher that reads the pattern only when the words it was told of are met. */
export function foundByHints(pattern: string, text: string, lists: Lists = {}): string[] {
  const rules = [{ id: 'x', flag: [pattern] }];
  const hints = JSON.parse(JSON.stringify(hintsOf(rules, lists))) as Hints;
  const { matcher } = compileRules(rules, lists, hints);
  return matcher.scan(text).hits.map(({ start, end }) => text.slice(start, end));
}
