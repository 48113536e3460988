import type { TranslationOf } from '../translate';
import type { en } from './look.en';

export const zhTW: TranslationOf<typeof en> = {
  title: '再看一眼',
  label: '這句話可能會被聽成什麼',
  mightRead: '可能會被聽成：{category}',
  quiet: '沒有規則這樣說，是模型拿不準，提醒一下。它不會擋你傳送。',
  instead: '可以換個說法',
  none: '目前沒有現成的說法。',
  fine: '沒事，不傷人',
  right: '說得對',
  off: '不用再看',
  heard: '再看一眼：有 {count} 處聽起來可能不舒服，側欄裡列出來了。',
  'panel.title': '再看一眼',
  'panel.go': '在回覆裡找到「{text}」',
  'said.fine': '好，這句以後不再標。',
  'said.right': '謝謝，記下來當例子了。',
  'said.off': '以後不再多看這一眼。',
  'said.failed': '沒能記下來。',
  'setting.on': '規則沒提到的，再幫我看一眼',
  'setting.onHint':
    '停下來時，瀏覽器裡的小模型會把每一句讀過一遍，可能傷人的地方加一排細點。它不會擋你傳送。',
  'setting.keenness': '多敏感',
  'setting.team': '「再看一眼」有多敏感（客服沒有自己選的時候）',
  'setting.asTeam': '跟團隊一樣（{name}）',
  'setting.quiet': '少提醒',
  'setting.usual': '適中',
  'setting.keen': '多提醒',
  'setting.cost':
    '{name}：沒看過的話裡，傷人的中文能找到 {zh}%，英文 {en}%；真實客服寫的話裡，會標出 {zhReal}% 和 {enReal}%。',
};
