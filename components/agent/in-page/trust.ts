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
  return {
    byPerson,
    bySight(event, surface) {
      if (!byPerson(event)) return false;
      // A press by keyboard has no place on the screen to be lured to.
      if ((event as MouseEvent).detail === 0 && (event as MouseEvent).clientX === 0) return true;
      const seen = isOpaque(host) && isOnTop(host, surface) && !isOverlaid(host, surface);
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
function isOverlaid(host: HTMLElement, surface: Element): boolean {
  const ours = surface.getBoundingClientRect();
  const others = host.ownerDocument.querySelectorAll(':popover-open, dialog:modal');
  return [...others].some((element) => {
    if (element === host || element.contains(host)) return false;
    const box = element.getBoundingClientRect();
    return box.left < ours.right && box.right > ours.left && box.top < ours.bottom && box.bottom > ours.top;
  });
}
