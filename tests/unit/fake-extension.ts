/**
 * Stands in for the browser in unit tests; import it before anything that touches `browser`.
 * `chrome` answers with callbacks, as the messaging library expects it.
 */
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;

const listeners = new Set<Listener>();

/** Who the next messages come from; tests set it to play a page, a content script or a stranger. */
export const sending = { sender: {} as Record<string, unknown> };

export const fakeChrome = {
  runtime: {
    id: 'tactful-test',
    lastError: undefined,
    sendMessage(message: unknown, respond: (answer: unknown) => void): void {
      // A message crosses by value.
      const copy: unknown = structuredClone(message);
      for (const listener of listeners) {
        if (listener(copy, sending.sender, respond) === true) return;
      }
      respond(undefined);
    },
    onMessage: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  },
};

Object.assign(fakeBrowser.runtime, {
  id: 'tactful-test',
  getURL: (path: string) => `chrome-extension://tactful-test${path}`,
});
Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeChrome });

export { fakeBrowser };
