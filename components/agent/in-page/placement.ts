import type { Box } from '@/lib/composer';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly left: number;
  readonly top: number;
}

/** Distance to the composer and to the edges of the viewport, pixels. */
const GAP = 8;

/**
 * Where the card stands: above the composer (chats type at the bottom), else below it, else beside the marked line;
 * level with the words it speaks about, inside the viewport, never over the caret's line.
 */
export function placeCard(card: Size, field: Box, words: Box, viewport: Size): Point {
  const left = clamp(words.left, GAP, viewport.width - card.width - GAP);
  const above = field.top - GAP - card.height;
  if (above >= GAP) return { left, top: above };
  const below = field.bottom + GAP;
  if (below + card.height <= viewport.height - GAP) return { left, top: below };
  // A composer as tall as the page: above or below the line itself.
  const overLine = words.top - GAP - card.height;
  if (overLine >= GAP) return { left, top: overLine };
  const underLine = words.bottom + GAP;
  if (underLine + card.height <= viewport.height - GAP) return { left, top: underLine };
  // No room in height at all: to the side with more of it, and as high as fits.
  const toRight = viewport.width - words.right > words.left;
  const side = toRight ? words.right + GAP : words.left - GAP - card.width;
  return {
    left: clamp(side, GAP, viewport.width - card.width - GAP),
    top: clamp(words.top, GAP, viewport.height - card.height - GAP),
  };
}

/** Places for the badge in order of liking: over the composer's upper edge at its end, then its other corners. */
export function badgePlaces(badge: Size, field: Box, rightToLeft: boolean): Point[] {
  const end = rightToLeft ? field.left + GAP : field.right - badge.width - GAP;
  const start = rightToLeft ? field.right - badge.width - GAP : field.left + GAP;
  const over = field.top - badge.height - 4;
  const under = field.bottom + 4;
  return [
    { left: end, top: over },
    { left: start, top: over },
    { left: end, top: field.bottom - badge.height - 4 },
    { left: end, top: under },
    { left: start, top: under },
  ];
}

/** The first place inside the viewport that covers neither the caret nor something of the page that can be pressed. */
export function placeBadge(
  badge: Size,
  field: Box,
  rightToLeft: boolean,
  viewport: Size,
  isFree: (box: Box) => boolean,
): Point | null {
  const fitting = badgePlaces(badge, field, rightToLeft).filter(
    ({ left, top }) =>
      left >= 0 && top >= 0 && left + badge.width <= viewport.width && top + badge.height <= viewport.height,
  );
  const free = fitting.find(({ left, top }) =>
    isFree({ left, top, right: left + badge.width, bottom: top + badge.height }),
  );
  return free ?? fitting[0] ?? null;
}

/** News stand under the composer or, where a page ends with it, over it; over an open card when there is no other room. */
export function placeNews(news: Size, field: Box | null, card: boolean, viewport: Size): Point {
  const bottom = viewport.height - news.height - 2 * GAP;
  if (field === null) return { left: GAP, top: Math.max(GAP, bottom) };
  const left = clamp(field.left, GAP, viewport.width - news.width - GAP);
  const below = field.bottom + GAP;
  if (below + news.height <= viewport.height - GAP) return { left, top: below };
  const above = field.top - news.height - GAP;
  if (!card && above >= GAP) return { left, top: above };
  return { left, top: GAP };
}

/** A frame this small cannot show a card without covering the composer. */
export function isSmallFrame(viewport: Size): boolean {
  return viewport.width < 320 || viewport.height < 240;
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
