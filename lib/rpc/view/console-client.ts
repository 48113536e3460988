import { type Browser, browser } from 'wxt/browser';
import {
  CONSOLE_PORT,
  type ConsoleIntent,
  type ConsoleSnapshot,
  type ConsoleView,
  type IntentAnswer,
  practicePortName,
  type ToFrame,
} from '../console-port';
import { CONSOLE_READY } from '../console-server';
import { toViewSchema } from './console-port-schema';

/** Inserting waits for the page twice (about 100 ms); an answer that takes this long will not come. Milliseconds. */
const ANSWER_WITHIN = 5000;

/**
 * Which of a tab's frames a view shows: the one whose composer was focused last, then one that has a composer at all,
 * then the one that spoke last.
 */
export function winningFrame(snapshots: Iterable<ConsoleSnapshot>): ConsoleSnapshot | null {
  let best: ConsoleSnapshot | null = null;
  for (const it of snapshots) {
    if (best === null || (it.composer?.focusedAt ?? -1) >= (best.composer?.focusedAt ?? -1)) best = it;
  }
  return best;
}

/**
 * Opens the view of one tab's console and keeps it open until the signal aborts: connects again when a frame of the
 * tab announces itself (site switched on, page loaded, frame added, back from the cache).
 */
export function openConsole(tabId: number, signal: AbortSignal): ConsoleView {
  const frames = new Map<string, { snapshot: ConsoleSnapshot; port: Browser.runtime.Port }>();
  const waiting = new Map<number, { frame: string; done: (answer: IntentAnswer) => void }>();
  const listeners = new Set<(snapshot: ConsoleSnapshot | null) => void>();
  let ports: Browser.runtime.Port[] = [];
  let current: ConsoleSnapshot | null = null;
  let lastId = 0;

  const settle = (): void => {
    const next = winningFrame([...frames.values()].map((it) => it.snapshot));
    if (next === current) return;
    current = next;
    for (const listener of listeners) listener(current);
  };

  const dropFrames = (gone: (frame: string, port: Browser.runtime.Port) => boolean): void => {
    for (const [frame, { port }] of frames) {
      if (!gone(frame, port)) continue;
      frames.delete(frame);
      for (const { frame: asked, done } of [...waiting.values()]) {
        if (asked === frame) done({ ok: false, reason: 'gone' });
      }
    }
    settle();
  };

  const receive = (port: Browser.runtime.Port, raw: unknown): void => {
    const parsed = toViewSchema.safeParse(raw);
    if (!parsed.success || !ports.includes(port)) return;
    const message = parsed.data;
    if (message.kind === 'bye') dropFrames((frame) => frame === message.frame);
    else if (message.kind === 'answer') {
      const asked = waiting.get(message.id);
      if (asked?.frame === message.frame) asked.done(message.answer);
    } else {
      // Set again rather than updated in place: the frame that spoke last stands last.
      frames.delete(message.snapshot.frame);
      frames.set(message.snapshot.frame, { snapshot: message.snapshot, port });
      settle();
    }
  };

  const attach = (port: Browser.runtime.Port): Browser.runtime.Port => {
    port.onMessage.addListener((raw: unknown) => receive(port, raw));
    port.onDisconnect.addListener(() => {
      void browser.runtime.lastError; // no console in this tab: an expected answer, not an error
      ports = ports.filter((it) => it !== port);
      dropFrames((_, of) => of === port);
    });
    return port;
  };

  const connect = (): void => {
    const old = ports;
    // Content scripts hear tabs.connect; the practice page is an extension page and hears runtime.connect.
    ports = [
      attach(browser.tabs.connect(tabId, { name: CONSOLE_PORT })),
      attach(browser.runtime.connect({ name: practicePortName(tabId) })),
    ];
    for (const port of ports) post(port, { kind: 'hello' });
    for (const port of old) port.disconnect();
    dropFrames((_, port) => old.includes(port));
  };

  const onMessage = (message: unknown, sender: Browser.runtime.MessageSender): void => {
    const ready =
      typeof message === 'object' && message !== null && 'type' in message && message.type === CONSOLE_READY;
    if (ready && sender.tab?.id === tabId) connect();
  };

  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener(
    'abort',
    () => {
      browser.runtime.onMessage.removeListener(onMessage);
      const open = ports;
      ports = [];
      for (const port of open) port.disconnect();
      dropFrames(() => true);
      listeners.clear();
    },
    { once: true },
  );
  connect();

  return {
    get current() {
      return current;
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    send(intent: ConsoleIntent) {
      const target = current === null ? undefined : frames.get(current.frame);
      if (target === undefined) return Promise.resolve({ ok: false, reason: 'no-composer' });
      const id = ++lastId;
      return new Promise((resolve) => {
        const done = (answer: IntentAnswer): void => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(answer);
        };
        const timer = setTimeout(() => done({ ok: false, reason: 'gone' }), ANSWER_WITHIN);
        waiting.set(id, { frame: target.snapshot.frame, done });
        if (!post(target.port, { kind: 'intent', frame: target.snapshot.frame, id, intent })) {
          done({ ok: false, reason: 'gone' });
        }
      });
    },
  };
}

function post(port: Browser.runtime.Port, message: ToFrame): boolean {
  try {
    port.postMessage(message);
    return true;
  } catch {
    return false; // closed in between; onDisconnect tells the rest
  }
}
