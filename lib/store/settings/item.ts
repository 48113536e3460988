import { browser } from 'wxt/browser';

/** One setting: read, written and watched by its key. */
export interface StoredItem<T> {
  readonly fallback: T;
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  removeValue(): Promise<void>;
  /** Hears the value after each change, the fallback when it was removed. */
  watch(changed: (value: T) => void): () => void;
}

type Area = 'local' | 'session';
interface Change {
  newValue?: unknown;
}

/**
 * A setting in an area of the extension's storage. Nothing is touched before it is used: content scripts may not look
 * at the session area, and an orphaned script has no storage at all.
 */
export function storedItem<T>(area: Area, key: string, fallback: T): StoredItem<T> {
  const chosen = (stored: unknown): T => (stored ?? fallback) as T;
  return {
    fallback,
    async getValue() {
      return chosen((await browser.storage[area].get(key))[key]);
    },
    async setValue(value) {
      await browser.storage[area].set({ [key]: value });
    },
    async removeValue() {
      await browser.storage[area].remove(key);
    },
    watch(changed) {
      const listener = (changes: Record<string, Change>, where: string): void => {
        const change = changes[key];
        if (where === area && change !== undefined) changed(chosen(change.newValue));
      };
      browser.storage.onChanged.addListener(listener);
      return () => browser.storage.onChanged.removeListener(listener);
    },
  };
}
