import { useComputed } from '@preact/signals';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { Panel } from '@/components/agent';
import {
  checkWith,
  personalActions,
  useCompiledBooks,
  useConsoleView,
  useLedger,
  usePanelShelf,
  useStoreTrouble,
} from '@/components/agent/live';
import type { Toaster } from '@/components/ui';
import { panel, teach } from '@/lib/i18n';
import type { ConsoleView } from '@/lib/rpc';
import { openConsole } from '@/lib/rpc/view';
import type { Repositories } from '@/lib/store';
import { openPage, startTeaching } from '@/lib/surfaces';
import { useSite } from './use-site';
import { useTab } from './use-tab';

/** Looks at the console of one tab while it is shown. */
function useTabConsole(tabId: number | undefined): ConsoleView | null {
  const [view, setView] = useState<ConsoleView | null>(null);
  useEffect(() => {
    if (tabId === undefined) return;
    const lifetime = new AbortController();
    setView(openConsole(tabId, lifetime.signal));
    return () => {
      lifetime.abort();
      setView(null);
    };
  }, [tabId]);
  return view;
}

const copy = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

const NOTHING_SAID: readonly string[] = [];

export function App({ own, toaster }: { own: Repositories; toaster: Toaster }) {
  const tab = useTab();
  const { site, turnOn, resume } = useSite(tab);
  const { snapshot, send } = useConsoleView(useTabConsole(tab?.id));
  const shelf = usePanelShelf(own);
  const personal = useMemo(() => personalActions(own), [own]);
  const [checking, setChecking] = useState(false);
  const desk = useLedger(own, snapshot?.conversation.customer ?? NOTHING_SAID, toaster);
  const compiled = useCompiledBooks(shelf?.books, checking);
  const check = useComputed(() => (compiled.value ? checkWith(compiled.value) : null));

  return (
    <main class="page" aria-label={panel('panel.title')}>
      <Panel
        // A console that answers has been switched on, whatever the browser lets us know of its address.
        site={snapshot && !('name' in site) ? { kind: 'on', name: snapshot.site } : site}
        snapshot={snapshot}
        shelf={shelf}
        check={check}
        onCheckNeeded={useCallback(() => setChecking(true), [])}
        storeTrouble={useStoreTrouble(own)}
        keepsCorrections
        personal={personal}
        toaster={toaster}
        desk={desk}
        send={send}
        copy={copy}
        onTurnOn={async () => {
          if (!(await turnOn()) && 'name' in site) toaster.show(panel('site.refused', { site: site.name }));
        }}
        onResume={resume}
        {...(tab === null
          ? {}
          : {
              onTeach: () =>
                void startTeaching(tab.id).then((begun) => {
                  toaster.show(teach(begun ? 'start.begun' : 'pick.failed'));
                }),
            })}
        onOptions={() => void openPage('options')}
      />
    </main>
  );
}
