import '@/components/ui/styles.css';
import '@/components/agent/panel/styles.css';
import '@/components/practice/practice.css';
import { startPage } from '@/components/page';
import { common, practice } from '@/lib/i18n';
import { App } from './app';

startPage(
  () => `${common('productName')} · ${practice('title')}`,
  ({ own, toaster }) => <App own={own} toaster={toaster} />,
);
