import type { TranslationOf } from '../translate';
import type { en } from './inpage.en';

export const zhTW: TranslationOf<typeof en> = {
  'badge.open': '看看為什麼，可以怎麼說',
  'card.words': '「{text}」',
  'card.more': '第 {at} 處，共 {count} 處',
  'guard.pick': '選一個原因，為什麼要這樣傳',
  'guard.inPanel': '到側邊面板寫原因',
  'guard.pickFirst': '請先選一個原因，或到側邊面板寫。',
  'guard.panelShut': '請點瀏覽器工具列上的得體，再點「開啟側邊面板」，就可以寫原因。',
  'reason.quote': '這是引用別人的原話',
  'reason.agreed': '主管已經同意這樣傳',
  'reason.wanted': '法律或平台要求這樣寫',
  'reason.mistake': '誤判了，這裡沒有問題',
  'guard.again': '再按一次傳送就會送出。',
  'news.closed': '得體已更新，重新整理頁面後繼續使用。',
};
