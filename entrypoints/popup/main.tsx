import { browser } from 'wxt/browser';
import '@/components/ui/styles.css';
import '@/components/options/popup.css';
import { Popup } from '@/components/options';
import { mountPage } from '@/components/ui';
import { followLocale, options } from '@/lib/i18n';
import { settings } from '@/lib/store/settings';
import { usePopup } from './use-popup';

const lifetime = new AbortController();
window.addEventListener('pagehide', () => lifetime.abort(), { once: true });

function App() {
  return <Popup {...usePopup()} />;
}

const root = document.getElementById('app');
void followLocale(settings.locale, [browser.i18n.getUILanguage()], lifetime.signal).then(() => {
  if (root) mountPage(root, <App />, () => options('popup.title'), lifetime.signal);
});
