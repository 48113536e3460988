import type { Page } from 'puppeteer-core';
import type { ConsoleIntent, ConsoleSnapshot, IntentAnswer, ToFrame, ToView } from '@/lib/rpc';

interface ExtensionApi {
  tabs: { connect(tab: number, info: { name: string }): Port };
}

interface Port {
  postMessage(message: ToFrame): void;
  onMessage: { addListener(listener: (message: ToView) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

interface Link {
  latest: ConsoleSnapshot | null;
  send(intent: ConsoleIntent): Promise<IntentAnswer>;
}

type WithLinks = typeof globalThis & { links?: Record<number, Link>; chrome: ExtensionApi };

/**
 * Talks to the console of a tab as the panel does, over the same port and in the same words, where a test wants an
 * answer rather than a click. It lives in a page of the extension that has no code of its own.
 */
export class ConsoleLink {
  readonly #own: Page;
  readonly #tab: number;

  private constructor(own: Page, tab: number) {
    this.#own = own;
    this.#tab = tab;
  }

  /** Waits until a console answers in the tab. */
  static async open(own: Page, tab: number): Promise<ConsoleLink> {
    await own.evaluate((id) => {
      const here = globalThis as WithLinks;
      let port: Port;
      const waiting = new Map<number, (answer: IntentAnswer) => void>();
      let last = 0;
      const link: Link = {
        latest: null,
        send: (intent) =>
          new Promise((answered) => {
            const frame = link.latest?.frame;
            if (frame === undefined) throw new Error('No console has spoken yet.');
            last += 1;
            waiting.set(last, answered);
            port.postMessage({ kind: 'intent', frame, id: last, intent });
          }),
      };
      const connect = () => {
        port = here.chrome.tabs.connect(id, { name: 'console' });
        port.onMessage.addListener((message) => {
          if (message.kind === 'snapshot') link.latest = message.snapshot;
          if (message.kind === 'answer') waiting.get(message.id)?.(message.answer);
        });
        // A console that is not there yet may still come.
        port.onDisconnect.addListener(() => {
          if (!link.latest) setTimeout(connect, 50);
        });
        port.postMessage({ kind: 'hello' });
      };
      connect();
      here.links = { ...here.links, [id]: link };
    }, tab);
    // A tab in the background paints no frames to wait for.
    const spoken = (id: number) => (globalThis as WithLinks).links?.[id]?.latest != null;
    await own.waitForFunction(spoken, { polling: 10 }, tab);
    return new ConsoleLink(own, tab);
  }

  snapshot(): Promise<ConsoleSnapshot> {
    return this.#own.evaluate((id) => (globalThis as WithLinks).links![id]!.latest!, this.#tab);
  }

  send(intent: ConsoleIntent): Promise<IntentAnswer> {
    return this.#own.evaluate(
      (id, wish) => (globalThis as WithLinks).links![id]!.send(wish),
      this.#tab,
      intent,
    );
  }
}
