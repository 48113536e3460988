import type { TranslationOf } from '../translate';
import type { en } from './inpage.en';

export const zhTW: TranslationOf<typeof en> = {
  'badge.open': '看看為什麼，可以怎麼說',
  'card.words': '「{text}」',
  'card.more': '第 {at} 處，共 {count} 處',
  'guard.reasonShort': '至少寫四個字。',
  'guard.again': '再按一次傳送就會送出。',
  'news.closed': '得體已更新，重新整理頁面後繼續使用。',
};
