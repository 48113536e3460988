import '@/components/ui/styles.css';
import '@/components/page/workplace.css';
import '@/components/trainer/styles.css';
import '@/components/subscription/subscription.css';
import { startPage } from '@/components/page';
import { common, trainer } from '@/lib/i18n';
import { App } from './app';

startPage(
  () => `${common('productName')} · ${trainer('title')}`,
  (tools) => <App {...tools} />,
);
