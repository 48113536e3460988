import { QueryClientProvider } from '@tanstack/preact-query';
import type { ComponentChild } from 'preact';
import { browser } from 'wxt/browser';
import { createToaster, mountPage, type Toaster } from '@/components/ui';
import { followLocale } from '@/lib/i18n';
import { createQueryClient, followChanges, type Repositories, repositories } from '@/lib/store';
import { settings } from '@/lib/store/settings';

/** What a page of the extension works with for as long as it is open. */
export interface PageTools {
  own: Repositories;
  toaster: Toaster;
  /** Aborts when the page goes. */
  lifetime: AbortSignal;
}

/**
 * Starts a page on its `#app`: the store opened and followed, toasts, and everything in the interface language.
 * `title` is asked again whenever the language changes.
 */
export function startPage(title: () => string, view: (tools: PageTools) => ComponentChild): void {
  const lifetime = new AbortController();
  window.addEventListener('pagehide', () => lifetime.abort(), { once: true });

  const own = repositories();
  const client = createQueryClient();
  followChanges(client, own.changes, lifetime.signal);
  // What was read while an old tab held the store is not what is in it.
  own.store.onState(({ kind }) => {
    if (kind === 'ready') void client.invalidateQueries();
  });
  const toaster = createToaster(lifetime.signal);

  const root = document.getElementById('app');
  void followLocale(settings.locale, [browser.i18n.getUILanguage()], lifetime.signal).then(() => {
    if (!root) return;
    const page = (
      <QueryClientProvider client={client}>
        {view({ own, toaster, lifetime: lifetime.signal })}
      </QueryClientProvider>
    );
    mountPage(root, page, title, lifetime.signal);
  });
}
