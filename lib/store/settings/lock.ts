const chains = new Map<string, Promise<unknown>>();

/**
 * Runs `work` when nobody else holds `name`, in this or any other context of the extension: read-change-write of a
 * setting is not one step in storage.local. Not for content scripts, whose locks are the page's.
 */
export function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (locks) return locks.request(`tactful:${name}`, work) as Promise<T>;
  const next = (chains.get(name) ?? Promise.resolve()).then(work, work);
  chains.set(
    name,
    next.catch(() => undefined),
  );
  return next;
}
