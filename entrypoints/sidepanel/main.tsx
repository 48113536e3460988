import '@/components/ui/styles.css';
import '@/components/agent/panel/styles.css';
import './page.css';
import { startPage } from '@/components/page';
import { panel } from '@/lib/i18n';
import { App } from './app';

startPage(
  () => panel('panel.title'),
  ({ own, toaster }) => <App own={own} toaster={toaster} />,
);
