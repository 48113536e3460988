import '@/components/ui/styles.css';
import '@/components/page/workplace.css';
import '@/components/review/styles.css';
import '@/components/hand-over/hand-over.css';
import { startPage } from '@/components/page';
import { common, review } from '@/lib/i18n';
import { App } from './app';

startPage(
  () => `${common('productName')} · ${review('title')}`,
  (tools) => <App {...tools} />,
);
