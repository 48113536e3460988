import { browser } from 'wxt/browser';
import { CONSOLE_COMMANDS, type ConsoleCommand, sendCommand } from '@/lib/rpc';
import { openPanel } from '@/lib/surfaces';

function isConsoleCommand(name: string): name is ConsoleCommand {
  return CONSOLE_COMMANDS.some((it) => it === name);
}

/** Passes shortcuts on: the panel opens at once, everything else goes to the console of the active tab. */
export function forwardCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    // In the same turn as the key press, or the browser refuses.
    if (command === 'open-panel' && tab?.windowId !== undefined) void openPanel(tab.windowId);
    if (!isConsoleCommand(command) || tab?.id === undefined) return;
    void sendCommand(tab.id, command).then((acted) => {
      if (command === 'open-palette' && !acted) return explain(tab.windowId);
    });
  });
}

/**
 * A palette that does not come needs a word: the popup says whether Tactful is on here, and where to click. Browsers that
 * open it only under a hand do nothing.
 */
async function explain(windowId: number | undefined): Promise<void> {
  try {
    await browser.action.openPopup(windowId === undefined ? {} : { windowId });
  } catch {
    // Nothing else may be shown unasked.
  }
}
