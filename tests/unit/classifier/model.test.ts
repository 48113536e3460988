import { describe, expect, it } from 'vitest';
import { bytesOf, pack } from '@/lib/classifier/model';

describe('packed weights', () => {
  it('come back within half a step', () => {
    const weights = Float32Array.from({ length: 1 << 10 }, (_, at) => Math.sin(at) * (at % 7));
    const { bytes, scale, bits, bias } = pack(weights, 10, [0.5]);
    const read = bytesOf(bytes);
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
    const read = bytesOf(pack(weights, 12, [0]).bytes);
    expect(read[5]).toBe(12);
    expect(read[0]).toBeGreaterThan(0);
    expect(read[1]).toBeLessThan(0);
    expect(Math.abs(read[1]!)).toBeGreaterThan(Math.abs(read[0]!));
  });

  it('hold nothing where nothing was learned', () => {
    expect([...bytesOf(pack(new Float32Array(16), 4, [0]).bytes)]).toEqual(Array(16).fill(0));
  });
});
