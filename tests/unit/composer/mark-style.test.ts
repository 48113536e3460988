import { describe, expect, it } from 'vitest';
import { contrast, inkFor, MARK_SHAPES, parseColor } from '@/lib/composer';

describe('marks', () => {
  it('have a shape of their own for each severity', () => {
    const lines = Object.values(MARK_SHAPES).map(({ line }) => line);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it.each([
    '#ffffff',
    '#f6f7f5',
    '#eceff3',
    '#cfe8ff',
    '#171c22',
    '#000000',
    '#2c343d',
    '#1d2530',
    '#fff8dc',
  ])('stand out 3:1 and more on %s', (background) => {
    const behind = parseColor(background)!;
    for (const [severity, line] of Object.entries(inkFor(behind).lines)) {
      expect(contrast(parseColor(line)!, behind), severity).toBeGreaterThanOrEqual(3);
    }
  });

  it.each([
    ['rgb(1, 2, 3)', [1, 2, 3, 1]],
    ['rgba(0, 0, 0, 0)', [0, 0, 0, 0]],
    ['rgb(10 20 30 / 0.5)', [10, 20, 30, 0.5]],
    ['color(srgb 1 0 0)', [255, 0, 0, 1]],
    ['oklch(0.5 0.1 20)', null],
    ['', null],
  ])('read the colour %s', (value, expected) => {
    expect(parseColor(value)).toEqual(expected);
  });

  it('know the contrast of black on white', () => {
    expect(contrast([0, 0, 0, 1], [255, 255, 255, 1])).toBeCloseTo(21);
  });
});
