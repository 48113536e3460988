import { describe, expect, it } from 'vitest';
import { evaluateFormula, formulaVariables, parseFormula } from '@/lib/phrasebook';

const values: Record<string, number> = { paid: 168, now: 79, count: 2, zero: 0 };
const numberOf = (id: string): number | undefined => values[id];

describe('formulas of derived blanks', () => {
  it.each([
    ['paid - now * count', 10],
    ['(paid - now) * count', 178],
    ['paid − now × count', 10],
    ['paid / 4 / 2', 21],
    ['paid - 8 - 10', 150],
    ['-now + 100', 21],
    ['2.5 * 4', 10],
    ['paid / zero', undefined],
    ['paid - unknown', undefined],
  ])('%s = %s', (source, result) => {
    const parsed = parseFormula(source);
    if ('problem' in parsed) throw new Error(parsed.problem);
    expect(evaluateFormula(parsed.formula, numberOf)).toBe(result);
  });

  it.each([
    ['paid minus now', 'a sign is missing before "minus"'],
    ['paid -', 'it ends too early'],
    ['', 'it ends too early'],
    ['(paid', 'a bracket is not closed'],
    ['paid + * now', '"*" stands where a number or a variable belongs'],
    ['paid % 2', '"% 2" cannot be read'],
    ['alert("x")', '""x")" cannot be read'],
  ])('%s: %s', (source, problem) => {
    expect(parseFormula(source)).toEqual({ problem });
  });

  it('lists the variables it reads', () => {
    const parsed = parseFormula('paid - now * (count - now)');
    expect('formula' in parsed && formulaVariables(parsed.formula)).toEqual(['paid', 'now', 'count']);
  });
});
