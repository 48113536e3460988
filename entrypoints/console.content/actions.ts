import type { StartConsoleOptions } from '@/lib/console';
import { call, OFFERED_MOVES, OFFERED_TEXT } from '@/lib/rpc';
import { follow, settings } from '@/lib/store/settings';
import { languageOf } from '@/lib/text';

/** How long "off on this site" waits for a change of mind before it is done, milliseconds: as long as its news stands. */
const SITE_OFF_AFTER_MS = 8000;

/** What the console asks of the background; a failure is an answer, never an exception in the page. */
export function consoleActions(options: {
  window: Window;
  signal: AbortSignal;
  /** Nothing is marked while "off on this site" can still be taken back. */
  onPaused: (paused: boolean) => void;
}): StartConsoleOptions['actions'] {
  const { window, signal, onPaused } = options;
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
  const done = (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => true,
      () => false,
    );
  /** The site cannot be asked anything once it is off, so it goes off when the chance to undo is over. */
  let siteOff: { id: string; now: () => void; timer: number } | null = null;
  const settle = (): void => siteOff?.now();
  let offered = false;
  void follow(
    settings.offerReplies,
    (on) => {
      offered = on;
    },
    signal,
  );
  window.addEventListener('pagehide', settle, { signal });

  return {
    dismiss(id, scope, flag) {
      if (scope === 'phrase')
        return done(call('recordDismissal', { id, kind: 'phrase', rule: flag.rule, text: flag.text }));
      if (scope === 'rule') return done(call('recordDismissal', { id, kind: 'rule', rule: flag.rule }));
      settle();
      const now = (): void => {
        if (siteOff === null) return;
        window.clearTimeout(siteOff.timer);
        siteOff = null;
        quietly(call('recordDismissal', { id, kind: 'site' }));
      };
      siteOff = { id, now, timer: window.setTimeout(now, SITE_OFF_AFTER_MS) };
      onPaused(true);
      return Promise.resolve(true);
    },
    undo(id) {
      if (siteOff?.id === id) {
        window.clearTimeout(siteOff.timer);
        siteOff = null;
        onPaused(false);
        return Promise.resolve(true);
      }
      return call('undoDismissal', { id }).then(
        ({ undone }) => undone,
        () => false,
      );
    },
    // The background counts a script when it is used and a dismissal when it is kept.
    count: (_, mendedRule, language) => quietly(call('count', { mended: 1, mendedRule, language })),
    // One id names a script in each of the languages: the words say which it was.
    scriptInserted: (script, text) =>
      quietly(call('useScript', { script, language: languageOf(text, 'zh-Hans') ?? 'en' })),
    scriptRemoved: (script) => quietly(call('useScript', { script, removed: true })),
    corrected: (report) => quietly(call('correctScenario', report)),
    sent(report, waited) {
      quietly(call('count', { sent: 1, ...(waited === null ? {} : { replies: 1, replySeconds: waited }) }));
      if (report !== null) quietly(call('recordSent', report));
    },
    clean({ draft, checked, corrected }) {
      if (!offered || checked.moves.length < OFFERED_MOVES || draft.length > OFFERED_TEXT) return;
      const scenario = corrected ?? checked.scenarios[0]?.id ?? null;
      quietly(
        call('recordReply', { text: draft, scenario, language: checked.language, moves: checked.moves }),
      );
    },
    promised: (report) => quietly(call('recordPromises', report)),
  };
}
