/**
 * Arrow-key movement in a row of controls of which one is in the tab order (tabs, radio groups).
 * Returns the index to move to, or `null` when the key is not ours.
 */
export function rovingTarget(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (index + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Handles the key for the children of the row with `role`, focusing the one it leads to, and reports its index. */
export function roveOnKey(event: KeyboardEvent, role: string, onMove: (index: number) => void): void {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const row = event.currentTarget;
  if (!(row instanceof HTMLElement)) return;
  const items = [...row.querySelectorAll<HTMLElement>(`[role="${role}"]`)];
  const index = event.target instanceof HTMLElement ? items.indexOf(event.target) : -1;
  const target = index < 0 ? null : rovingTarget(event.key, index, items.length);
  if (target === null) return;
  event.preventDefault();
  items[target]?.focus();
  onMove(target);
}
