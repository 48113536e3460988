import type { ComponentChildren } from 'preact';
import type { Point, Size } from './placement';

export interface PlacedProps {
  /** Where something of this size goes, asked after each render; `null`: nowhere, it stays unseen. */
  place: (size: Size) => Point | null;
  children: ComponentChildren;
}

/** Measures what it holds and puts it where there is room. */
export function Placed({ place, children }: PlacedProps) {
  // A new function at each render, so Preact calls it each time, after the children are there.
  const put = (element: HTMLDivElement | null): void => {
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    const at = place({ width, height });
    element.style.visibility = at === null ? 'hidden' : 'visible';
    if (at === null) return;
    element.style.left = `${Math.round(at.left)}px`;
    element.style.top = `${Math.round(at.top)}px`;
  };
  return (
    <div class="placed" ref={put}>
      {children}
    </div>
  );
}
