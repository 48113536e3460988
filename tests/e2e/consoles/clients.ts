import type { Page } from 'puppeteer-core';
import { type Prosody, prosodyInstalled, startProsody } from './prosody.ts';

/** One of the two at a conversation. */
export type Side = 'agent' | 'customer';

/** A chat client that other people wrote, as the tests use it: what a person sees and presses. */
export interface Client {
  name: 'converse' | 'vue-advanced-chat' | 'chatscope';
  /** What the address of one side's page needs besides the path. */
  wish(side: Side): Record<string, string>;
  /** Where one types. */
  composer: string;
  /** The words of every message, oldest first. */
  messages: string;
  start?(): Promise<void>;
  stop?(): Promise<void>;
}

const other = (side: Side): Side => (side === 'agent' ? 'customer' : 'agent');

function converse(): Client {
  let server: Prosody | undefined;
  return {
    name: 'converse',
    composer: 'textarea.chat-textarea',
    messages: '.chat-msg__text',
    wish(side) {
      if (server === undefined) throw new Error('prosody is not running.');
      const { jid, password } = server[side];
      return { ws: server.websocket, jid, password, with: server[other(side)].jid };
    },
    async start() {
      if (!prosodyInstalled()) {
        throw new Error('This test needs the XMPP server prosody (Debian: sudo apt-get install prosody).');
      }
      server = await startProsody();
    },
    async stop() {
      await server?.stop();
    },
  };
}

export const CLIENTS: readonly Client[] = [
  converse(),
  {
    name: 'vue-advanced-chat',
    composer: '>>> textarea',
    messages: '>>> .vac-message-card .vac-format-message-wrapper',
    wish: (me) => ({ me }),
  },
  {
    name: 'chatscope',
    composer: '.cs-message-input__content-editor',
    messages: '.cs-message__content',
    wish: (me) => ({ me }),
  },
];

/** Every message a side has before its eyes. */
export function messagesOn(page: Page, client: Client): Promise<string[]> {
  return page.$$eval(client.messages, (found) => found.map((it) => (it as HTMLElement).innerText.trim()));
}

declare global {
  interface Window {
    /** Epoch ms when the awaited words were first seen, `null` until then. */
    seenAt: number | null;
  }
}

/** From now on the page notes when `words` first appear in it, shadow trees included, in the frame that shows them. */
export async function noteAppearing(page: Page, words: string): Promise<void> {
  await page.evaluate((awaited) => {
    window.seenAt = null;
    const roots: Node[] = [document];
    for (const element of document.querySelectorAll('*'))
      if (element.shadowRoot) roots.push(element.shadowRoot);
    const look = () => {
      if (window.seenAt !== null) return;
      const there = roots.some((root) =>
        (root instanceof Document ? root.body : (root as ShadowRoot)).textContent?.includes(awaited),
      );
      if (there) window.seenAt = performance.timeOrigin + performance.now();
    };
    const observer = new MutationObserver(look);
    for (const root of roots) observer.observe(root, { childList: true, characterData: true, subtree: true });
    look();
  }, words);
}

export async function appearedAt(page: Page): Promise<number> {
  await page.waitForFunction(() => window.seenAt !== null, { polling: 10, timeout: 10_000 });
  return page.evaluate(() => window.seenAt ?? Number.NaN);
}
