import { describe, expect, it } from 'vitest';
import {
  badgePlaces,
  isSmallFrame,
  placeBadge,
  placeCard,
  placeNews,
  type Size,
} from '@/components/agent/in-page';

const WINDOW: Size = { width: 1280, height: 800 };
const CARD: Size = { width: 380, height: 220 };
const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });
const covers = (at: { left: number; top: number }, size: Size, it: ReturnType<typeof box>): boolean =>
  at.left < it.right && it.left < at.left + size.width && at.top < it.bottom && it.top < at.top + size.height;

describe('the card', () => {
  it.each<[string, ReturnType<typeof box>, ReturnType<typeof box>, Size, { left: number; top: number }]>([
    [
      'above a composer at the bottom, level with the words',
      box(20, 700, 900, 780),
      box(170, 720, 300, 742),
      WINDOW,
      { left: 170, top: 472 },
    ],
    [
      'inside the right edge',
      box(20, 700, 1270, 780),
      box(1200, 720, 1260, 742),
      WINDOW,
      { left: 892, top: 472 },
    ],
    ['inside the left edge', box(0, 700, 900, 780), box(2, 720, 60, 742), WINDOW, { left: 8, top: 472 }],
    [
      'below a composer at the top',
      box(20, 10, 900, 90),
      box(170, 20, 300, 42),
      WINDOW,
      { left: 170, top: 98 },
    ],
    [
      'above the line in a composer as tall as the page',
      box(0, 0, 1280, 800),
      box(170, 500, 300, 522),
      WINDOW,
      { left: 170, top: 272 },
    ],
    [
      'below the line there, near the top',
      box(0, 0, 1280, 800),
      box(170, 60, 300, 82),
      WINDOW,
      { left: 170, top: 90 },
    ],
    [
      'beside the words where there is no room in height',
      box(0, 0, 1280, 300),
      box(100, 140, 200, 162),
      { width: 1280, height: 300 },
      { left: 208, top: 72 },
    ],
  ])('%s', (_name, field, words, viewport, at) => {
    expect(placeCard(CARD, field, words, viewport)).toEqual(at);
  });

  it('never covers the line it speaks about, wherever there is room at all', () => {
    for (let top = 0; top <= 760; top += 20) {
      for (const height of [40, 120, 400]) {
        const field = box(40, top, 1000, Math.min(800, top + height));
        const words = box(300, top + 4, 460, top + 26);
        const at = placeCard(CARD, field, words, WINDOW);
        expect(covers(at, CARD, words), `${top} ${height}`).toBe(false);
        expect(at.top >= 0 && at.top + CARD.height <= 800, `${top} ${height}`).toBe(true);
      }
    }
  });
});

describe('the badge', () => {
  const BADGE: Size = { width: 80, height: 24 };
  const field = box(100, 600, 900, 700);

  it('stands over the upper edge at the end of the line', () => {
    expect(placeBadge(BADGE, field, false, WINDOW, () => true)).toEqual({ left: 812, top: 572 });
    expect(placeBadge(BADGE, field, true, WINDOW, () => true)).toEqual({ left: 108, top: 572 });
  });

  it('gives way to what the page has there', () => {
    const taken = box(700, 560, 900, 600);
    const at = placeBadge(
      BADGE,
      field,
      false,
      WINDOW,
      (it) => !covers({ left: it.left, top: it.top }, BADGE, taken),
    )!;
    expect(covers(at, BADGE, taken)).toBe(false);
  });

  it('stays in the window', () => {
    const at = placeBadge(BADGE, box(0, 0, 1280, 800), false, WINDOW, () => true)!;
    expect(at.left >= 0 && at.top >= 0 && at.left + 80 <= 1280 && at.top + 24 <= 800).toBe(true);
    expect(placeBadge(BADGE, field, false, { width: 60, height: 20 }, () => true)).toBeNull();
  });

  it('takes the best of what is left where nothing is free', () => {
    expect(placeBadge(BADGE, field, false, WINDOW, () => false)).toEqual(badgePlaces(BADGE, field, false)[0]);
  });
});

describe('news', () => {
  const NEWS: Size = { width: 300, height: 44 };
  it.each<[string, ReturnType<typeof box> | null, boolean, { left: number; top: number }]>([
    ['under the composer', box(100, 600, 900, 700), false, { left: 100, top: 708 }],
    ['over it at the end of the page', box(100, 700, 900, 790), false, { left: 100, top: 648 }],
    ['out of the way of an open card', box(100, 700, 900, 790), true, { left: 100, top: 8 }],
    ['in the corner without a composer', null, false, { left: 8, top: 740 }],
  ])('%s', (_name, field, card, at) => {
    expect(placeNews(NEWS, field, card, WINDOW)).toEqual(at);
  });
});

describe('a small frame', () => {
  it.each([
    [{ width: 1280, height: 800 }, false],
    [{ width: 319, height: 800 }, true],
    [{ width: 800, height: 239 }, true],
    [{ width: 320, height: 240 }, false],
  ])('%j: %s', (viewport, small) => {
    expect(isSmallFrame(viewport)).toBe(small);
  });
});
