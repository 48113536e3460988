import type { TranslationOf } from '../translate';
import type { en } from './inpage.en';

export const zhCN: TranslationOf<typeof en> = {
  'badge.open': '看看为什么，可以怎么说',
  'card.words': '「{text}」',
  'card.more': '第 {at} 处，共 {count} 处',
  'guard.pick': '选一个原因，为什么要这样发',
  'guard.inPanel': '到侧边栏里写原因',
  'guard.pickFirst': '请先选一个原因，或到侧边栏里写。',
  'guard.panelShut': '请点浏览器工具栏上的得体，再点“打开侧边栏”，就可以写原因。',
  'reason.quote': '这是引用别人的原话',
  'reason.agreed': '主管已经同意这样发',
  'reason.wanted': '法律或平台要求这样写',
  'reason.mistake': '误判了，这里没有问题',
  'guard.again': '再按一次发送就会发出去。',
  'news.closed': '得体已更新，刷新页面后继续使用。',
};
