import { QueryClientProvider } from '@tanstack/preact-query';
import { browser } from 'wxt/browser';
import '@/components/ui/styles.css';
import '@/components/options/options.css';
import { OptionsPage } from '@/components/options';
import { createToaster, mountPage } from '@/components/ui';
import { followLocale, options } from '@/lib/i18n';
import { createQueryClient, followChanges, repositories } from '@/lib/store';
import { settings } from '@/lib/store/settings';
import { useConsoles } from './use-consoles';
import { useDismissals, useGeneral, useKept, useSites, useStoreState } from './use-options';
import { useShortcuts } from './use-shortcuts';

const lifetime = new AbortController();
window.addEventListener('pagehide', () => lifetime.abort(), { once: true });

const own = repositories();
const client = createQueryClient();
followChanges(client, own.changes, lifetime.signal);
const toaster = createToaster(lifetime.signal);

function App() {
  return (
    <OptionsPage
      store={useStoreState(own)}
      onReload={() => location.reload()}
      general={useGeneral()}
      sites={useSites(toaster)}
      consoles={useConsoles(toaster)}
      dismissals={useDismissals(own, toaster)}
      shortcuts={useShortcuts()}
      kept={useKept(own, toaster)}
      toaster={toaster}
    />
  );
}

const root = document.getElementById('app');
void followLocale(settings.locale, [browser.i18n.getUILanguage()], lifetime.signal).then(() => {
  if (!root) return;
  const page = (
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  );
  mountPage(root, page, () => options('options.title'), lifetime.signal);
});
