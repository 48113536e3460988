import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileRules } from '@/lib/rules';
import { readExample, readNotation } from './rule-notation';

const { lists, rules } = readNotation(readFileSync('tests/fixtures/rules.txt', 'utf8'));

describe('the acceptance rules', () => {
  it('compile without a problem', () => {
    expect(rules).toHaveLength(20);
    expect(compileRules(rules, lists).problems).toEqual([]);
  });

  const examples = rules.flatMap((rule) => [
    ...rule.shouldFlag.map((example) => ({ rule, example, flagged: true })),
    ...rule.shouldPass.map((example) => ({ rule, example, flagged: false })),
  ]);

  it.each(examples.filter((it) => it.flagged))('$rule.id flags $example', ({ rule, example }) => {
    const { text, span } = readExample(example);
    const { hits } = compileRules([rule], lists).matcher.scan(text);
    expect(hits.map(({ start, end }) => text.slice(start, end))).toContain(
      span ? text.slice(...span) : expect.any(String),
    );
  });

  it.each(examples.filter((it) => !it.flagged))('$rule.id passes $example', ({ rule, example }) => {
    expect(compileRules([rule], lists).matcher.scan(example).hits).toEqual([]);
  });
});
