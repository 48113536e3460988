import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { applyLocale } from '@/lib/i18n';
import { settings } from '@/lib/store/settings';
import { pick } from './pick';

/** Put into a tab's frames when the agent asks to teach its console; gone when that is done. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  async main(ctx) {
    applyLocale(await settings.locale.getValue(), [browser.i18n.getUILanguage()]);
    if (ctx.signal.aborted) return;
    const picking = pick(document, ctx.signal);
    const stop = settings.profiles.watch(() => picking?.over());
    ctx.signal.addEventListener('abort', stop, { once: true });
  },
});
