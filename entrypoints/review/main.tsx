import '@/components/ui/styles.css';
import '@/components/page/workplace.css';
import '@/components/review/review.css';
import '@/components/review/panes.css';
import '@/components/review/flagged.css';
import '@/components/review/charts/charts.css';
import '@/components/hand-over/hand-over.css';
import { startPage } from '@/components/page';
import { common, review } from '@/lib/i18n';
import { App } from './app';

startPage(
  () => `${common('productName')} · ${review('title')}`,
  (tools) => <App {...tools} />,
);
