import type { TranslationOf } from '../translate';
import type { en } from './inpage.en';

export const zhCN: TranslationOf<typeof en> = {
  'badge.open': '看看为什么，可以怎么说',
  'card.words': '「{text}」',
  'card.more': '第 {at} 处，共 {count} 处',
  'guard.reasonShort': '至少写四个字。',
  'guard.again': '再按一次发送就会发出去。',
  'news.closed': '得体已更新，刷新页面后继续使用。',
};
