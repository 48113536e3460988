/** Somebody who works on one stretch at a time, such as a worker thread. */
export interface Hand<R> {
  /** Works on the items `from` to `to` (exclusive). */
  work(from: number, to: number): Promise<R>;
}

export interface StretchOptions {
  count: number;
  /** Items of a stretch: small enough for a bar that moves, large enough to be worth the way. */
  size: number;
  signal: AbortSignal;
  /** Told after each stretch: items that are done. */
  onDone?: (done: number) => void;
}

/**
 * Shares a long row of items out among several hands: whoever is ready gets the next stretch, so that a slow one holds up
 * nobody. Gives what they made, in the order of the items; rejects with the signal's reason when it aborts, and with the
 * first failure of a hand.
 */
export async function shareOut<R>(
  hands: readonly Hand<R>[],
  { count, size, signal, onDone }: StretchOptions,
): Promise<R[]> {
  signal.throwIfAborted();
  const made: R[] = [];
  let next = 0;
  let done = 0;
  let failed = false;
  const aborted = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
  const toil = async (hand: Hand<R>): Promise<void> => {
    while (next < count && !signal.aborted && !failed) {
      const from = next;
      const to = Math.min(count, from + size);
      next = to;
      made[Math.floor(from / size)] = await hand.work(from, to);
      done += to - from;
      if (!signal.aborted) onDone?.(done);
    }
  };
  try {
    await Promise.race([aborted, Promise.all(hands.map(toil))]);
  } catch (error) {
    failed = true;
    throw error;
  }
  return made;
}
