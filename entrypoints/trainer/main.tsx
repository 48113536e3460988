import '@/components/ui/styles.css';
import '@/components/page/workplace.css';
import '@/components/trainer/trainer.css';
import '@/components/trainer/books/books.css';
import '@/components/trainer/items/items.css';
import '@/components/subscription/subscription.css';
import '@/components/trainer/versions/changes.css';
import '@/components/trainer/messages/messages.css';
import '@/components/trainer/second-look/second-look.css';
import { startPage } from '@/components/page';
import { common, trainer } from '@/lib/i18n';
import { App } from './app';

startPage(
  () => `${common('productName')} · ${trainer('title')}`,
  (tools) => <App {...tools} />,
);
