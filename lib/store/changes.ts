/** What changed, as the start of a query key: `['books']`, `['books', 'my-shop']`. Keys only, never data. */
export type ChangeKey = readonly string[];

const CHANNEL = 'tactful-changes';

/** Told after each write, so that every page reads again what it shows. */
export interface Changes {
  announce(...keys: ChangeKey[]): void;
  /** Hears announcements of this context and of all others of the extension, until the signal aborts. */
  listen(changed: (keys: readonly ChangeKey[]) => void, signal: AbortSignal): void;
}

function isKeys(value: unknown): value is ChangeKey[] {
  return (
    Array.isArray(value) &&
    value.length <= 100 &&
    value.every((key) => Array.isArray(key) && key.every((part) => typeof part === 'string'))
  );
}

/** Announcements over a BroadcastChannel; content scripts do not hear it (they follow `settings.booksEpoch`). */
export function createChanges(name = CHANNEL): Changes {
  const here = new Set<(keys: readonly ChangeKey[]) => void>();
  let sender: BroadcastChannel | undefined;
  return {
    announce(...keys) {
      for (const listener of here) listener(keys);
      sender ??= new BroadcastChannel(name);
      sender.postMessage(keys);
    },
    listen(changed, signal) {
      if (signal.aborted) return;
      here.add(changed);
      const channel = new BroadcastChannel(name);
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isKeys(data)) changed(data);
      });
      signal.addEventListener(
        'abort',
        () => {
          here.delete(changed);
          channel.close();
        },
        { once: true },
      );
    },
  };
}
