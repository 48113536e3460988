import { describe, expect, it } from 'vitest';
import { packNumbers, unpackNumbers } from '@/lib/text/packed-numbers';
import { chinesePairs, scriptLean } from '@/lib/text/units';
import { fc, test } from '../property';

describe('the table of Chinese pairs', () => {
  it('is closed: no target folds further', () => {
    const pairs = chinesePairs();
    expect(pairs.size).toBeGreaterThan(2900);
    expect([...pairs.values()].filter((target) => pairs.has(target))).toEqual([]);
  });

  it('knows which characters tell the script', () => {
    expect(scriptLean('這'.charCodeAt(0))).toBe(1);
    expect(scriptLean('这'.charCodeAt(0))).toBe(-1);
    for (const both of '后里只台着乾') expect([both, scriptLean(both.charCodeAt(0))]).toEqual([both, 0]);
  });

  test.prop([fc.array(fc.integer({ min: -100_000, max: 100_000 }))])('packed numbers unpack', (values) => {
    expect(unpackNumbers(packNumbers(values))).toEqual(values);
  });
});
