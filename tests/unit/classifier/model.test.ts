import { describe, expect, it } from 'vitest';
import { levelsOf, MOST_LEVELS, type PackedWeights, pack } from '@/lib/classifier/model';

describe('packed weights', () => {
  it('come back within half a step', () => {
    const weights = Float32Array.from({ length: 1 << 10 }, (_, at) => Math.sin(at) * (at % 7));
    const packed = pack(weights, 10, [0.5]);
    const { scale, bits, bias } = packed;
    const read = levelsOf(packed);
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
    const read = levelsOf(pack(weights, 12, [0]));
    expect(read[5]).toBe(8);
    expect(read[0]).toBeGreaterThan(0);
    expect(read[1]).toBeLessThan(0);
    expect(Math.abs(read[1]!)).toBeGreaterThan(Math.abs(read[0]!));
  });

  it('are letters that JSON writes as they are, and survive it with the most levels there may be', () => {
    const weights = Float32Array.from({ length: 1 << 8 }, (_, at) => at - 128);
    const { levels, gaps } = pack(weights, 8, [0]);
    expect(JSON.stringify(levels + gaps)).toHaveLength(levels.length + gaps.length + 2);
    const many = pack(weights, 8, [0], MOST_LEVELS);
    const back = levelsOf(JSON.parse(JSON.stringify(many)) as PackedWeights);
    expect([Math.min(...back), Math.max(...back)]).toEqual([-MOST_LEVELS, MOST_LEVELS]);
  });

  it('keep their places behind zeros, however many, and in any output', () => {
    const places = [0, 56, 57, 58, 147, 148, 149, 239, 330, 512, 1019, 1023];
    const weights = new Float32Array(1 << 10);
    for (const place of places) weights[place] = place % 2 === 0 ? 1 : -1;
    const packed = pack(weights, 8, [0, 0, 0, 0]);
    expect(JSON.stringify(packed.gaps)).toHaveLength(packed.gaps.length + 2);
    const read = levelsOf(packed, 4);
    expect([...read.keys()].filter((at) => read[at] !== 0)).toEqual(places);
    for (const place of places) expect(read[place]).toBe(place % 2 === 0 ? 8 : -8);
  });

  it('hold nothing where nothing was learned', () => {
    expect([...levelsOf(pack(new Float32Array(16), 4, [0]))]).toEqual(Array(16).fill(0));
  });
});
