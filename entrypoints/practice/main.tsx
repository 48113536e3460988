import { QueryClientProvider } from '@tanstack/preact-query';
import { browser } from 'wxt/browser';
import '@/components/ui/styles.css';
import '@/components/agent/panel/panel.css';
import '@/components/practice/practice.css';
import { createToaster, mountPage } from '@/components/ui';
import { common, followLocale, practice } from '@/lib/i18n';
import { createQueryClient, followChanges, repositories } from '@/lib/store';
import { settings } from '@/lib/store/settings';
import { App } from './app';

const lifetime = new AbortController();
window.addEventListener('pagehide', () => lifetime.abort(), { once: true });

const own = repositories();
const client = createQueryClient();
followChanges(client, own.changes, lifetime.signal);
const toaster = createToaster(lifetime.signal);

const root = document.getElementById('app');
void followLocale(settings.locale, [browser.i18n.getUILanguage()], lifetime.signal).then(() => {
  if (!root) return;
  const page = (
    <QueryClientProvider client={client}>
      <App own={own} toaster={toaster} />
    </QueryClientProvider>
  );
  mountPage(root, page, () => `${common('productName')} · ${practice('title')}`, lifetime.signal);
});
