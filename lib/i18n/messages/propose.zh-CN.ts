import type { TranslationOf } from '../translate';
import type { en } from './propose.en';

export const zhCN: TranslationOf<typeof en> = {
  title: '从例子来',
  open: '从例子来…',
  lead: '贴几条伤人的话和几条没问题的话，Tactful 会提出能标出前者、放过后者的句式。',
  from: '从这里取',
  choose: '选一批判过的消息…',
  took: '取了 {bad} 条伤人的，{good} 条没问题的。',
  unread: '这批消息读不出来。',
  answers: '再看一眼：客服的回答',
  bad: '伤人的话',
  good: '没问题的话',
  oneALine: '一行一条。想指明哪几个字，就用 [[ ]] 圈起来。',
  goodHint: '一行一条；看着像、其实无害的最有用。',
  proposals: '提议',
  more: '至少写两条伤人的话。',
  nothing: '没找到既共有、又放得过那些好话的句式。可以用 [[ ]] 圈出伤人的字，或去掉一条再试。',
  catches: '标出 {count} 条中的 {caught} 条',
  saved: '在存下来的聊天里标出 {count} 条',
  spares: '好话全放过',
  misses: '没标出的',
  use: '用这个',
  added: '规则建好了。再写上为什么伤人、可以怎么说。',
};
