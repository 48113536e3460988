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
    ['（paid − now）× 2', 178],
    ['paid - -now', 247],
    ['paid / zero', undefined],
    ['paid - unknown', undefined],
  ])('%s = %s', (source, result) => {
    const parsed = parseFormula(source);
    if ('problem' in parsed) throw new Error(parsed.problem);
    expect(evaluateFormula(parsed.formula, numberOf)).toBe(result);
  });

  it.each([
    ['paid minus now', 'a sign is missing between two of its parts'],
    ['paid -', 'expected expression after - at character 7'],
    ['', 'it is empty'],
    ['(paid', 'unclosed ( at character 6'],
    ['paid + * now', 'expected expression after + at character 8'],
    ['paid)', 'unexpected ")" at character 5'],
    ['paid % 2', '"%" has no place in it'],
    ['Paid - 1', '"Paid" has no place in it'],
    ['"paid"', '"paid" has no place in it'],
    ['1e999', '1e999 has no place in it'],
    ['paid == now', '"==" has no place in it'],
    ['paid > now ? 1 : 2', 'one of its parts has no place in it'],
    ['paid.constructor', 'one of its parts has no place in it'],
    ['[paid]', 'one of its parts has no place in it'],
    ['alert("x")', 'a call has no place in it'],
  ])('%s: %s', (source, problem) => {
    expect(parseFormula(source)).toEqual({ problem });
  });

  it('lists the variables it reads', () => {
    const parsed = parseFormula('paid - now * (count - now)');
    expect('formula' in parsed && formulaVariables(parsed.formula)).toEqual(['paid', 'now', 'count']);
  });
});
