import type { TranslationOf } from '../translate';
import type { en } from './agent.en';

export const zhTW: TranslationOf<typeof en> = {
  'badge.count': '{count} 處',
  'status.found': '有 {count} 處用語要留意',
  'status.clear': '已經沒有要留意的用語',
  'card.label': '為什麼會傷人、可以怎麼說',
  'card.instead': '可以這樣說',
  'card.delete': '刪掉這一句',
  'card.deleteAll': '刪掉「{out}」',
  'card.change': '把「{out}」換成「{text}」',
  'card.notHere': '這則不提醒',
  'card.allowPhrase': '允許這句話',
  'card.ruleOff': '關閉這條規則',
  'card.siteOff': '在這個網站停用',
  'card.rule': '規則 {rule}',
  'card.dismissedHere': '這則訊息不再提醒',
  'card.phraseAllowed': '之後不再提醒「{text}」',
  'card.ruleOffDone': '已關閉規則 {rule}',
  'card.siteOffDone': '已在 {site} 停用',
  'insert.failed': '網頁沒有接受這段文字。',
  'insert.copyInstead': '改用複製',
  'guard.high': '這則訊息裡還有會傷人的話。',
  'guard.critical': '這則訊息不能就這樣送出。',
  'guard.sendAnyway': '仍要傳送',
  'guard.mend': '修改一下',
  'guard.reason': '為什麼一定要這樣傳送',
};
