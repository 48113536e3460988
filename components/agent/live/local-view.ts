import type { ConsoleSource, ConsoleView } from '@/lib/rpc';

/** Snapshots that an intent may still name. */
const REMEMBERED = 32;

/**
 * One console for several watchers. A source numbers its snapshots as they are taken; each of the sources made here
 * numbers its own, and intents that name one are translated.
 */
export function shareSource(source: ConsoleSource): () => ConsoleSource {
  let taken = 0;
  return () => {
    const numbers = new Map<number, number>();
    let own = 0;
    return {
      snapshot() {
        const state = source.snapshot();
        taken += 1;
        own += 1;
        numbers.set(own, taken);
        numbers.delete(own - REMEMBERED);
        return state;
      },
      subscribe: (changed, signal) => source.subscribe(changed, signal),
      handle: (intent) =>
        source.handle(
          'seq' in intent && intent.seq !== undefined
            ? { ...intent, seq: numbers.get(intent.seq) ?? -1 }
            : intent,
        ),
    };
  };
}

/**
 * A view of a console that runs in the same page: no port in between. Changes within one turn make one snapshot;
 * `schedule` puts it off (default: the end of the turn).
 */
export function viewOf(
  source: ConsoleSource,
  signal: AbortSignal,
  schedule: (look: () => void) => void = queueMicrotask,
): ConsoleView {
  const listeners = new Set<Parameters<ConsoleView['subscribe']>[0]>();
  let seq = 0;
  let scheduled = false;
  const take = (): NonNullable<ConsoleView['current']> => {
    seq += 1;
    return { ...source.snapshot(), frame: 'here', seq };
  };
  let current: ConsoleView['current'] = take();
  const tell = (next: ConsoleView['current']): void => {
    current = next;
    for (const listener of listeners) listener(current);
  };
  source.subscribe(() => {
    if (scheduled) return;
    scheduled = true;
    schedule(() => {
      scheduled = false;
      if (!signal.aborted) tell(take());
    });
  }, signal);
  signal.addEventListener('abort', () => tell(null), { once: true });
  return {
    get current() {
      return current;
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    send: (intent) =>
      signal.aborted ? Promise.resolve({ ok: false, reason: 'gone' }) : source.handle(intent),
  };
}
