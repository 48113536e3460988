import { browser } from 'wxt/browser';
import { InPageHost, mountInPage } from '@/components/agent/in-page';
import { shareSource, startSecondLook, viewOf } from '@/components/agent/live';
import { mountPalette } from '@/components/agent/palette';
import type { Talk } from '@/components/practice';
import { type Checker, type RunningConsole, type StartConsoleOptions, startConsole } from '@/lib/console';
import { type ConsoleView, call, onCommand, practicePortName, serveConsole } from '@/lib/rpc';
import { openReader } from '@/lib/second-look';
import { type ActiveDismissals, follow, settings } from '@/lib/store/settings';

export interface PracticeConsole {
  running: RunningConsole;
  /** For the panel in this page. */
  view: ConsoleView;
}

type Dismissed = { id: string; rule: string; text: string; scope: 'phrase' | 'rule' | 'site' };

/** Dismissals hold for this talk only, and nothing else is counted or kept: what is sent here is nobody's message. */
function practiceActions(
  apply: (lasting: ActiveDismissals, paused: boolean) => void,
): StartConsoleOptions['actions'] {
  let dismissed: readonly Dismissed[] = [];
  const change = (next: readonly Dismissed[]): void => {
    dismissed = next;
    apply(
      {
        phrases: dismissed.filter(({ scope }) => scope === 'phrase'),
        rules: dismissed.filter(({ scope }) => scope === 'rule'),
      },
      dismissed.some(({ scope }) => scope === 'site'),
    );
  };
  const nothing = (): void => undefined;
  return {
    async dismiss(id, scope, { rule, text }) {
      change([...dismissed, { id, scope, rule, text }]);
      return true;
    },
    async undo(id) {
      change(dismissed.filter((it) => it.id !== id));
      return true;
    },
    count: nothing,
    scriptRemoved: () => undefined,
    scriptInserted: nothing,
    corrected: nothing,
    sent: nothing,
  };
}

/**
 * The console of one talk: the same code that runs in a shop's console, on the practice composer.
 */
export function startPracticeConsole(
  talk: Talk,
  site: string,
  checker: Checker,
  signal: AbortSignal,
): PracticeConsole {
  const host = new InPageHost(document);
  const running = startConsole({
    document,
    signal,
    site,
    conversation: talk.conversation,
    layer: () => (host.element.isConnected ? host.layer : null),
    isOurs: (target) =>
      target === host.element || (target instanceof Element && target.closest('.practice-panel') !== null),
    newId: () => crypto.randomUUID(),
    actions: practiceActions((lasting, paused) => {
      running.runtime.setLastingDismissals(lasting);
      running.runtime.setPaused(paused);
    }),
  });
  const openPanel = (): Promise<boolean> =>
    call('open', { surface: 'panel' }).then(
      ({ opened }) => opened,
      () => false,
    );
  let slashes = false;
  void follow(
    settings.slashPalette,
    (allowed) => {
      slashes = allowed;
    },
    signal,
  ).catch(() => undefined);
  const palette = mountPalette({
    document,
    host,
    console: running,
    signal,
    find: async (question) => (await call('findScripts', question)).rows,
    slashes: () => slashes,
    onOpenPanel: () => void openPanel(),
  });
  const { model: look } = startSecondLook({
    console: running,
    signal,
    layer: () => (host.element.isConnected ? host.layer : null),
    reader: () => openReader,
    keeps: false,
  });
  mountInPage({
    look,
    document,
    host,
    console: running,
    signal,
    site,
    onOpenPanel: openPanel,
  });
  running.runtime.setChecker(checker);
  void follow(settings.market, (market) => running.runtime.setMarket(market), signal).catch(() => undefined);
  onCommand((command) => {
    if (command === 'open-palette') return palette.open();
    if (!running.runtime.state.focused) return false;
    if (command === 'next-flag') running.intents.nextFlag();
    else if (command === 'apply-first') void running.intents.applyFirst();
    else if (command === 'open-card' && !running.intents.openCard(undefined, 'entered').ok) look.open();
    return true;
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
