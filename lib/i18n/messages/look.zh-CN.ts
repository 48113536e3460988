import type { TranslationOf } from '../translate';
import type { en } from './look.en';

export const zhCN: TranslationOf<typeof en> = {
  title: '再看一眼',
  label: '这句话可能会被听成什么',
  mightRead: '可能会被听成：{category}',
  quiet: '没有规则这么说，是模型拿不准，提醒一下。它不会拦你发送。',
  instead: '可以换个说法',
  none: '暂时没有现成的说法。',
  fine: '没事，不伤人',
  right: '说得对',
  off: '不用再看',
  heard: '再看一眼：有 {count} 处可能会让人听着不舒服，侧栏里列出来了。',
  'panel.title': '再看一眼',
  'panel.go': '在回复里找到“{text}”',
  'said.fine': '好的，这句以后不再标。',
  'said.right': '谢谢，记下来当例子了。',
  'said.off': '以后不再多看这一眼。',
  'said.failed': '没能记下来。',
  'setting.on': '规则没说的，再帮我看一眼',
  'setting.onHint': '停下来时，浏览器里的小模型会把每一句读一遍，可能伤人的地方加一排细点。它不会拦你发送。',
  'setting.keenness': '多敏感',
  'setting.team': '「再看一眼」有多敏感（客服没有自己选的时候）',
  'setting.asTeam': '跟团队一样（{name}）',
  'setting.quiet': '少提醒',
  'setting.usual': '适中',
  'setting.keen': '多提醒',
  'setting.cost':
    '{name}：没见过的话里，伤人的中文能找到 {zh}%，英文 {en}%；真实客服写的话里，会标出 {zhReal}% 和 {enReal}%。',
};
