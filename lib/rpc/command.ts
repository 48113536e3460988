import { browser } from 'wxt/browser';
import { CONSOLE_COMMANDS, type ConsoleCommand } from './console-port';

/**
 * Keyboard commands on their way from the background to the console of a tab. One way, no answer: the frame that holds
 * the focused composer acts, the others ignore it.
 */
const COMMAND = 'tactful:command';

interface CommandMessage {
  type: typeof COMMAND;
  command: ConsoleCommand;
  /** The tab it is for: pages of ours hear messages for all tabs. */
  tabId: number;
  /** A page of ours in a tab may hear the same message twice, once for the tab and once for all pages. */
  nonce: string;
}

function isCommand(value: unknown): value is CommandMessage {
  if (typeof value !== 'object' || value === null) return false;
  const it = value as Partial<CommandMessage>;
  return (
    it.type === COMMAND &&
    typeof it.tabId === 'number' &&
    typeof it.nonce === 'string' &&
    CONSOLE_COMMANDS.some((name) => name === it.command)
  );
}

/** Sends a command to the console of a tab: content scripts, and the practice page, which is a page of ours. */
export async function sendCommand(tabId: number, command: ConsoleCommand): Promise<void> {
  const message: CommandMessage = { type: COMMAND, command, tabId, nonce: crypto.randomUUID() };
  // Nobody listening is an ordinary answer: the site is off.
  await Promise.allSettled([browser.tabs.sendMessage(tabId, message), browser.runtime.sendMessage(message)]);
}

/**
 * Hears commands for this frame, until the signal aborts.
 * @param tabId the practice page's own tab; content scripts leave it out, they only hear their own tab.
 */
export function onCommand(act: (command: ConsoleCommand) => void, signal: AbortSignal, tabId?: number): void {
  let last = '';
  const listener = (message: unknown, sender: { id?: string }): undefined => {
    if (sender.id !== browser.runtime.id || !isCommand(message) || message.nonce === last) return;
    last = message.nonce;
    if (tabId === undefined || message.tabId === tabId) act(message.command);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage?.removeListener(listener), { once: true });
}
