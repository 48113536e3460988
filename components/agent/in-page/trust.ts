import type { Box } from '@/lib/composer';

/**
 * Whether a press on our interface can be believed: made by a person, on something that person could see.
 * A page can cover or fade what it cannot change; then the press does nothing and we come to the top again.
 */
export interface Trust {
  /** For keys: only that a person pressed them. */
  byPerson(event: Event): boolean;
  /** For presses: also that nothing of the page lies over the pressed surface. */
  bySight(event: Event, surface: Element): boolean;
}

const LEAST_OPACITY = 0.6;

export function pageTrust(host: HTMLElement, raise: () => void): Trust {
  const byPerson = (event: Event): boolean => event.isTrusted;
  // Asked when the press begins, too: a cover that closes itself as it is pressed was there when the person decided.
  let begunInSight = false;
  host.addEventListener(
    'pointerdown',
    (event) => {
      const { clientX: x, clientY: y } = event;
      begunInSight =
        event.isTrusted && isOpaque(host) && !isCovered(host, { left: x, right: x, top: y, bottom: y });
    },
    { capture: true, passive: true },
  );
  return {
    byPerson,
    bySight(event, surface) {
      if (!byPerson(event)) return false;
      // A press by keyboard has no place on the screen to be lured to.
      if ((event as MouseEvent).detail === 0 && (event as MouseEvent).clientX === 0) return true;
      const seen =
        begunInSight &&
        isOpaque(host) &&
        isOnTop(host, surface) &&
        !isCovered(host, surface.getBoundingClientRect());
      begunInSight = false;
      if (!seen) raise();
      return seen;
    },
  };
}

function isOpaque(host: HTMLElement): boolean {
  for (let element: Element | null = host; element !== null; element = element.parentElement) {
    const { opacity, visibility, filter } = getComputedStyle(element);
    if (Number.parseFloat(opacity) < LEAST_OPACITY || visibility === 'hidden' || /opacity\(/.test(filter))
      return false;
  }
  return true;
}

/** The document's own hit test at the corners and the middle; inside our closed root it answers with our host. */
function isOnTop(host: HTMLElement, surface: Element): boolean {
  const { left, top, right, bottom } = surface.getBoundingClientRect();
  const inset = 6;
  const points = [
    [left + inset, top + inset],
    [right - inset, top + inset],
    [left + inset, bottom - inset],
    [right - inset, bottom - inset],
    [(left + right) / 2, (top + bottom) / 2],
  ] as const;
  return points.every(([x, y]) => {
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return true;
    return host.ownerDocument.elementFromPoint(x, y) === host;
  });
}

/** Things without pointer events hide from the hit test: whatever else is in the top layer may not overlap us. */
function isCovered(host: HTMLElement, ours: Box): boolean {
  const others = host.ownerDocument.querySelectorAll(':popover-open, dialog:modal');
  return [...others].some((element) => {
    if (element === host || element.contains(host)) return false;
    const box = element.getBoundingClientRect();
    return (
      box.left <= ours.right && box.right >= ours.left && box.top <= ours.bottom && box.bottom >= ours.top
    );
  });
}
