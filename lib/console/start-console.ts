import type { ConsoleFlag, ConsoleSnapshot, ConsoleSource, PromiseReport, SentReport } from '@/lib/rpc';
import type { ConsoleOptions } from './console-options';
import { InsertedScripts } from './inserted-scripts';
import { type ConsoleActions, type ConsoleNews, Intents } from './intents';
import { ConsoleRuntime } from './runtime';
import { SendWatch } from './send-watch';
import type { ConsoleState } from './state';

export interface StartConsoleOptions extends ConsoleOptions {
  /** Host of the page, as shown to people. */
  readonly site: string;
  readonly actions: ConsoleActions & {
    /** `waited`: seconds since the customer wrote, `null` where nobody waited or it is not known. */
    sent(report: SentReport | null, waited: number | null): void;
    /** A message left with no flag standing; left out where nobody offers such. */
    clean?(sent: ConsoleState): void;
    /** Left out where promises are only played. */
    promised?(report: PromiseReport): void;
  };
  readonly newId: () => string;
}

/** A running console: what card, panel and entrypoints hold. It stops with the signal it was started with. */
export interface RunningConsole {
  readonly runtime: ConsoleRuntime;
  readonly intents: Intents;
  readonly guard: SendWatch;
  /** For `serveConsole`: the panel's view of it. */
  readonly source: ConsoleSource;
  onNews(listener: (news: ConsoleNews) => void, signal: AbortSignal): void;
}

/** Snapshots an intent may still name: a panel is never further behind. */
const REMEMBERED = 32;

export function startConsole(options: StartConsoleOptions): RunningConsole {
  const { signal, site, actions, newId } = options;
  const runtime = new ConsoleRuntime(options);
  const listeners = new Set<(news: ConsoleNews) => void>();
  const inserted = new InsertedScripts();
  const intents = new Intents({
    runtime,
    inserted,
    actions,
    newId,
    tell: (news) => {
      for (const listener of listeners) listener(news);
    },
  });
  const guard = new SendWatch({
    runtime,
    window: options.document.defaultView!,
    signal,
    sendSelector: () => options.profile?.send,
    isOurs: options.isOurs,
    now: options.now ?? Date.now,
    newId,
    onSent(report) {
      inserted.sent();
      actions.sent(report, runtime.takeWaited());
    },
    onClean: actions.clean,
    onPromised: actions.promised,
  });
  runtime.subscribe(({ draft }) => {
    for (const script of inserted.look(draft)) actions.scriptRemoved(script);
  }, signal);

  const given = new Map<number, readonly ConsoleFlag[]>();
  let seq = 0;
  const source: ConsoleSource = {
    snapshot() {
      // The server numbers snapshots as it takes them, one by one; so do we.
      seq += 1;
      given.set(seq, runtime.state.flags);
      given.delete(seq - REMEMBERED);
      return snapshotOf(runtime, site, intents.undoable, guard.state.asking);
    },
    subscribe(changed, until) {
      runtime.subscribe(changed, until);
      guard.subscribe(changed, until);
    },
    async handle(intent) {
      if (intent.type !== 'release' && intent.type !== 'mend')
        return intents.handle(intent, (at) => given.get(at));
      if (guard.state.asking === null) return { ok: false, reason: 'nothing' };
      if (intent.type === 'mend') guard.mend();
      else if (!guard.confirm(intent.reason)) return { ok: false, reason: 'reason-short' };
      return { ok: true };
    },
  };
  return {
    runtime,
    intents,
    guard,
    source,
    onNews(listener, until) {
      listeners.add(listener);
      until.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}

function snapshotOf(
  runtime: ConsoleRuntime,
  site: string,
  undoable: number,
  held: ConsoleSnapshot['held'],
): Omit<ConsoleSnapshot, 'frame' | 'seq'> {
  const {
    mode,
    composer,
    focused,
    composing,
    focusedAt,
    draft,
    checked,
    flags,
    corrected,
    market,
    memory,
    caret,
    conversation,
  } = runtime.state;
  return {
    state: mode,
    site,
    composer: composer === null ? null : { kind: composer.kind, focused, composing, focusedAt },
    draft,
    selected: caret === null ? '' : draft.slice(caret.start, caret.end),
    language: checked.language,
    market,
    flags,
    notices: checked.notices,
    moves: checked.moves,
    movesSaid: checked.movesSaid,
    scenarios: checked.scenarios,
    corrected,
    conversation,
    held,
    memory,
    undoable,
  };
}
