// Before anything that looks for a browser.
import '../fake-extension';

import { fakeBrowser } from '../fake-extension';

type Listener<A extends unknown[]> = (...args: A) => void;

class FakeEvent<A extends unknown[]> {
  readonly listeners = new Set<Listener<A>>();
  addListener = (listener: Listener<A>): void => void this.listeners.add(listener);
  removeListener = (listener: Listener<A>): void => void this.listeners.delete(listener);
  emit(...args: A): void {
    for (const listener of [...this.listeners]) listener(...args);
  }
}

/** One end of a port; what it posts arrives at its `others`, by value. */
export class FakePort {
  readonly onMessage = new FakeEvent<[unknown]>();
  readonly onDisconnect = new FakeEvent<[FakePort]>();
  readonly posted: unknown[] = [];
  others: FakePort[] = [];
  open = true;

  constructor(
    readonly name: string,
    readonly sender: object,
  ) {}

  postMessage = (message: unknown): void => {
    if (!this.open) throw new Error('Attempting to use a disconnected port object');
    const copy: unknown = structuredClone(message);
    this.posted.push(copy);
    for (const other of this.others) if (other.open) other.onMessage.emit(copy);
  };

  /** As in browsers: the other end hears of it when nobody is left on this side. */
  disconnect = (): void => {
    if (!this.open) return;
    this.open = false;
    for (const other of this.others) {
      if (other.open && !other.others.some((it) => it.open)) {
        other.open = false;
        other.onDisconnect.emit(other);
      }
    }
  };
}

/** The browser's side of ports and one-way messages, for as many frames and views as a test needs. */
export function installPorts(
  view: object = { id: 'tactful-test', origin: 'chrome-extension://tactful-test' },
) {
  const onConnect = new FakeEvent<[FakePort]>();
  const onMessage = new FakeEvent<[unknown, object, ((answer: unknown) => void)?]>();
  const connected: FakePort[] = [];
  /** Where a message of a frame comes from. */
  const frameSender = { id: 'tactful-test', tab: { id: 7 } };
  const connect = (name: string): FakePort => {
    const port = new FakePort(name, {});
    connected.push(port);
    for (const listener of [...onConnect.listeners]) {
      const end = new FakePort(name, view);
      end.others = [port];
      port.others.push(end);
      listener(end);
    }
    return port;
  };
  const sent: unknown[] = [];
  Object.assign(fakeBrowser.runtime, {
    onConnect,
    onMessage,
    connect: ({ name }: { name: string }) => connect(name),
    sendMessage: async (message: unknown) => {
      sent.push(message);
      onMessage.emit(message, frameSender);
    },
  });
  Object.assign(fakeBrowser.tabs, {
    connect: (_: number, { name }: { name: string }) => connect(name),
    sendMessage: async (_: number, message: unknown) => {
      onMessage.emit(message, { id: 'tactful-test' });
    },
  });
  return { onConnect, onMessage, connected, connect, sent, frameSender };
}
