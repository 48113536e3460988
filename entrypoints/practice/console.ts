import { browser } from 'wxt/browser';
import { createHost, mountInPage } from '@/components/agent/in-page';
import { shareSource, viewOf } from '@/components/agent/live';
import type { Talk } from '@/components/practice';
import { type Checker, type RunningConsole, startConsole } from '@/lib/console';
import { type ConsoleView, call, onCommand, practicePortName, serveConsole } from '@/lib/rpc';
import { follow, settings } from '@/lib/store/settings';

export interface PracticeConsole {
  running: RunningConsole;
  /** For the panel in this page. */
  view: ConsoleView;
}

/**
 * The console of one talk: the same code that runs in a shop's console, on the practice composer. What is sent here is
 * nobody's message, so nothing of it is counted or kept.
 */
export function startPracticeConsole(
  talk: Talk,
  site: string,
  checker: Checker,
  signal: AbortSignal,
): PracticeConsole {
  const host = createHost(document);
  const running = startConsole({
    document,
    signal,
    site,
    conversation: talk.conversation,
    layer: () => (host.element.isConnected ? host.layer : null),
    isOurs: (target) =>
      target === host.element || (target instanceof Element && target.closest('.practice-panel') !== null),
    newId: () => crypto.randomUUID(),
    actions: {
      dismiss: async () => true,
      undo: async () => true,
      count: () => undefined,
      scriptInserted: () => undefined,
      corrected: () => undefined,
      sent: () => undefined,
    },
  });
  mountInPage({
    document,
    host,
    console: running,
    signal,
    site,
    onOpenPanel: () => void call('open', { surface: 'panel' }).catch(() => undefined),
  });
  running.runtime.setChecker(checker);
  void follow(settings.market, (market) => running.runtime.setMarket(market), signal).catch(() => undefined);
  onCommand((command) => {
    if (!running.runtime.state.focused) return;
    if (command === 'next-flag') running.intents.nextFlag();
    else if (command === 'apply-first') void running.intents.applyFirst();
    else if (command === 'open-card') running.intents.openCard(undefined, 'entered');
  }, signal);

  const share = shareSource(running.source);
  // A side panel opened beside this page follows it too.
  void browser.tabs
    .getCurrent()
    .then((tab) => {
      if (tab?.id !== undefined && !signal.aborted) {
        serveConsole(share(), { signal, portName: practicePortName(tab.id) });
      }
    })
    .catch(() => undefined);
  return { running, view: viewOf(share(), signal) };
}
