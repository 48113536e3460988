import { describe, expect, it } from 'vitest';
import { draw, seeded, shares, stratified } from '@/lib/review';

describe('a sample', () => {
  it.each([
    [[800, 150, 50], 20, [16, 3, 1]],
    [[997, 2, 1], 10, [8, 1, 1]],
    [[3, 3, 3], 2, [1, 1, 0]],
    [[2, 1], 10, [2, 1]],
    [[0, 5], 3, [0, 3]],
  ])('of strata of %j takes %i as %j: shares by size, none of them nothing', (sizes, size, given) => {
    expect(shares(sizes, size)).toEqual(given);
  });

  it('draws each item as often as another', () => {
    const random = seeded(9);
    const hits = new Uint32Array(10);
    const items = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    for (let round = 0; round < 10_000; round++) for (const it of draw(items, 3, random)) hits[it]!++;
    for (const count of hits) expect(Math.abs(count - 3000)).toBeLessThan(200);
  });

  it('is decided by its seed alone, whatever order its strata come in', () => {
    const strata = new Map([
      ['b', [1, 2, 3, 4]],
      ['a', [5, 6, 7, 8]],
    ]);
    expect(stratified(strata, 4, 3)).toEqual(stratified(new Map([...strata].reverse()), 4, 3));
  });
});
