import { describe, expect, it } from 'vitest';
import { levelsOf, MOST_LEVELS, pack } from '@/lib/classifier/model';

describe('packed weights', () => {
  it('come back within half a step', () => {
    const weights = Float32Array.from({ length: 1 << 10 }, (_, at) => Math.sin(at) * (at % 7));
    const { levels, scale, bits, bias } = pack(weights, 10, [0.5]);
    const read = levelsOf(levels);
    expect(bits).toBe(10);
    expect(bias).toEqual([0.5]);
    expect(read.length).toBe(weights.length);
    weights.forEach((weight, at) => {
      expect(Math.abs(read[at]! * scale - weight)).toBeLessThanOrEqual(scale * 0.51);
    });
  });

  it('clip rare giants, so that small weights keep their difference', () => {
    const weights = new Float32Array(1 << 12).map((_, at) => (at % 2 === 0 ? 0.01 : -0.02));
    weights[5] = 1000;
    const read = levelsOf(pack(weights, 12, [0]).levels);
    expect(read[5]).toBe(8);
    expect(read[0]).toBeGreaterThan(0);
    expect(read[1]).toBeLessThan(0);
    expect(Math.abs(read[1]!)).toBeGreaterThan(Math.abs(read[0]!));
  });

  it('are letters that JSON writes as they are, and survive it with the most levels there may be', () => {
    const weights = Float32Array.from({ length: 1 << 8 }, (_, at) => at - 128);
    const { levels } = pack(weights, 8, [0]);
    expect(JSON.stringify(levels)).toHaveLength(levels.length + 2);
    const many = pack(weights, 8, [0], MOST_LEVELS);
    const back = levelsOf(JSON.parse(JSON.stringify(many.levels)) as string);
    expect([Math.min(...back), Math.max(...back)]).toEqual([-MOST_LEVELS, MOST_LEVELS]);
  });

  it('hold nothing where nothing was learned', () => {
    expect([...levelsOf(pack(new Float32Array(16), 4, [0]).levels)]).toEqual(Array(16).fill(0));
  });
});
