import { type Browser, browser } from 'wxt/browser';
import {
  CONSOLE_PORT,
  type ConsoleIntent,
  type ConsoleSnapshot,
  type ConsoleSource,
  DRAFT_LIMIT,
  type ToFrame,
  type ToView,
} from './console-port';

/** Sent by a frame whose console came up, so that views that watch this tab connect (again). */
export const CONSOLE_READY = 'tactful:console-ready';

export interface ServeConsoleOptions {
  signal: AbortSignal;
  /** `practicePortName(tabId)` on the practice page; content scripts keep the default. */
  portName?: string;
  /** Puts off sending so that several changes make one snapshot; default: the next animation frame. */
  schedule?: (send: () => void) => void;
  /** Token of this frame; default random. */
  frame?: string;
}

function nextFrame(send: () => void): void {
  if (typeof requestAnimationFrame === 'function' && !document.hidden) requestAnimationFrame(send);
  else queueMicrotask(send);
}

/** Only our own extension's pages may look on: a page's console is never shown to another extension or content script. */
function comesFromView(port: Browser.runtime.Port): boolean {
  const { sender } = port;
  if (sender?.id !== undefined && sender.id !== browser.runtime.id) return false;
  const from = sender?.origin ?? sender?.url;
  return from === undefined || from.startsWith(browser.runtime.getURL('/').replace(/\/$/, ''));
}

function isToFrame(value: unknown): value is ToFrame {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return value.kind === 'hello' || (value.kind === 'intent' && 'id' in value && 'intent' in value);
}

/**
 * Shows a console to the views that ask for it and passes their intents on, until the signal aborts.
 * Nothing is computed or sent while no view is connected.
 */
export function serveConsole(source: ConsoleSource, options: ServeConsoleOptions): void {
  const { signal, portName = CONSOLE_PORT, schedule = nextFrame } = options;
  const frame = options.frame ?? crypto.randomUUID();
  const ports = new Set<Browser.runtime.Port>();
  let seq = 0;
  let scheduled = false;

  const post = (port: Browser.runtime.Port, message: ToView): void => {
    try {
      port.postMessage(message);
    } catch {
      // The view closed, or the page came back from the back/forward cache: the port is dead.
      ports.delete(port);
    }
  };

  const take = (): ConsoleSnapshot => {
    const state = source.snapshot();
    seq += 1;
    const draft = state.draft.length > DRAFT_LIMIT ? state.draft.slice(0, DRAFT_LIMIT) : state.draft;
    return { ...state, draft, selected: state.selected.slice(0, DRAFT_LIMIT), frame, seq };
  };

  const sendAll = (): void => {
    scheduled = false;
    if (signal.aborted || ports.size === 0) return;
    const snapshot = take();
    for (const port of ports) post(port, { kind: 'snapshot', snapshot });
  };

  const changed = (): void => {
    if (scheduled || ports.size === 0) return;
    scheduled = true;
    schedule(sendAll);
  };

  const answer = async (port: Browser.runtime.Port, id: number, intent: ConsoleIntent): Promise<void> => {
    const result = await source.handle(intent).catch(() => ({ ok: false, reason: 'unavailable' }) as const);
    post(port, { kind: 'answer', frame, id, answer: result });
  };

  const onConnect = (port: Browser.runtime.Port): void => {
    // A port for somebody else is left alone: closing it here would close it for the one it is meant for.
    if (port.name !== portName || !comesFromView(port)) return;
    ports.add(port);
    port.onDisconnect.addListener(() => {
      void browser.runtime.lastError;
      ports.delete(port);
    });
    port.onMessage.addListener((message: unknown) => {
      if (!isToFrame(message)) return;
      if (message.kind === 'hello') post(port, { kind: 'snapshot', snapshot: take() });
      else if (message.frame === frame) void answer(port, message.id, message.intent);
    });
  };

  const announce = (): void => {
    browser.runtime.sendMessage({ type: CONSOLE_READY }).catch(() => {
      // Nobody is listening: no view is open.
    });
  };

  const leave = (): void => {
    for (const port of ports) post(port, { kind: 'bye', frame });
    ports.clear();
  };

  browser.runtime.onConnect.addListener(onConnect);
  source.subscribe(changed, signal);
  if (typeof window !== 'undefined') {
    window.addEventListener('pagehide', leave, { signal });
    window.addEventListener('pageshow', (event) => event.persisted && announce(), { signal });
  }
  signal.addEventListener(
    'abort',
    () => {
      leave();
      browser.runtime.onConnect?.removeListener(onConnect);
    },
    { once: true },
  );
  announce();
}
