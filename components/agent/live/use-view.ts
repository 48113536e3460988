import { useEffect, useState } from 'preact/hooks';
import type { ConsoleIntent, ConsoleSnapshot, ConsoleView, IntentAnswer } from '@/lib/rpc';

export interface FollowedConsole {
  snapshot: ConsoleSnapshot | null;
  send: (intent: ConsoleIntent) => Promise<IntentAnswer>;
}

const nobody = (): Promise<IntentAnswer> => Promise.resolve({ ok: false, reason: 'no-composer' });

/** Follows a view as state; `null` where there is none to look at. */
export function useConsoleView(view: ConsoleView | null): FollowedConsole {
  const [snapshot, setSnapshot] = useState(view?.current ?? null);
  useEffect(() => {
    setSnapshot(view?.current ?? null);
    return view?.subscribe(setSnapshot);
  }, [view]);
  return { snapshot, send: view ? (intent) => view.send(intent) : nobody };
}
