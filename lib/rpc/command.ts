import { browser } from 'wxt/browser';
import { CONSOLE_COMMANDS, type ConsoleCommand } from './console-port';

/**
 * Keyboard commands on their way from the background to the console of a tab: the frame that holds the focused composer
 * acts, the others ignore it. The only answer is that somebody did.
 */
const COMMAND = 'tactful:command';
const ACTED = 'tactful:acted';

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

/**
 * Sends a command to the console of a tab: content scripts, and the practice page, which is a page of ours. Gives whether
 * one of them says that it acted.
 */
export async function sendCommand(tabId: number, command: ConsoleCommand): Promise<boolean> {
  const message: CommandMessage = { type: COMMAND, command, tabId, nonce: crypto.randomUUID() };
  // Nobody listening is an ordinary answer: the site is off.
  const answers = await Promise.allSettled<unknown>([
    browser.tabs.sendMessage(tabId, message),
    browser.runtime.sendMessage(message),
  ]);
  return answers.some((it) => it.status === 'fulfilled' && it.value === ACTED);
}

/**
 * Hears commands for this frame, until the signal aborts; `act` gives `true` where it is to be known that it acted.
 * @param tabId the practice page's own tab; content scripts leave it out, they only hear their own tab.
 */
export function onCommand(
  act: (command: ConsoleCommand) => unknown,
  signal: AbortSignal,
  tabId?: number,
): void {
  let last = '';
  const listener = (
    message: unknown,
    sender: { id?: string },
    respond?: (answer: typeof ACTED) => void,
  ): undefined => {
    if (sender.id !== browser.runtime.id || !isCommand(message) || message.nonce === last) return;
    last = message.nonce;
    const forUs = tabId === undefined || message.tabId === tabId;
    if (forUs && act(message.command) === true) respond?.(ACTED);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage?.removeListener(listener), { once: true });
}
