import type { TranslationOf } from '../translate';
import type { en } from './agent.en';

export const zhCN: TranslationOf<typeof en> = {
  'badge.count': '{count} 处',
  'status.found': '有 {count} 处话要看一下',
  'status.clear': '没有要看的了',
  'card.label': '为什么会伤人，可以怎么说',
  'card.instead': '可以这样说',
  'card.delete': '删掉这一句',
  'card.deleteAll': '删掉「{out}」',
  'card.change': '把「{out}」换成「{text}」',
  'card.notHere': '这条不提示',
  'card.allowPhrase': '允许这句话',
  'card.ruleOff': '关掉这条规则',
  'card.siteOff': '这个网站不用',
  'card.rule': '规则 {rule}',
  'card.dismissedHere': '这条消息里不再提示',
  'card.phraseAllowed': '以后不再提示「{text}」',
  'card.ruleOffDone': '规则 {rule} 已关掉',
  'card.siteOffDone': '在 {site} 已关掉',
  'insert.failed': '页面没有收下这段文字。',
  'insert.copyInstead': '改为复制',
  'guard.high': '这条消息里还有会伤人的话。',
  'guard.critical': '这条消息不能就这样发出去。',
  'guard.sendAnyway': '仍然发送',
  'guard.mend': '改一改',
  'guard.reason': '为什么一定要这样发',
};
