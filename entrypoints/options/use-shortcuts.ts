import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** Firefox's own way to its shortcut page, which the shared types do not know. */
interface WithSettings {
  openShortcutSettings?: () => Promise<void>;
}

async function bindings(): Promise<ReadonlyMap<string, string>> {
  const all = await browser.commands.getAll();
  return new Map(all.flatMap(({ name, shortcut }) => (name && shortcut ? [[name, shortcut] as const] : [])));
}

/** Opens the browser's page for shortcuts; `null` where no extension may. */
function opener(): (() => void) | null {
  const commands = browser.commands as WithSettings;
  if (commands.openShortcutSettings) return () => void commands.openShortcutSettings?.();
  if (import.meta.env.FIREFOX) return null;
  return () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** The shortcuts as they are set now; read again when the person comes back from changing them. */
export function useShortcuts(): { keys: ReadonlyMap<string, string>; onChange: (() => void) | null } {
  const [keys, setKeys] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const lifetime = new AbortController();
    const read = (): void => void bindings().then((it) => !lifetime.signal.aborted && setKeys(it));
    read();
    document.addEventListener('visibilitychange', () => !document.hidden && read(), {
      signal: lifetime.signal,
    });
    window.addEventListener('focus', read, { signal: lifetime.signal });
    return () => lifetime.abort();
  }, []);
  return { keys, onChange: opener() };
}
