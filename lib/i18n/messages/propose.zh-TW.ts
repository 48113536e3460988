import type { TranslationOf } from '../translate';
import type { en } from './propose.en';

export const zhTW: TranslationOf<typeof en> = {
  title: '從例子來',
  open: '從例子來…',
  lead: '貼幾則傷人的話和幾則沒問題的話，Tactful 會提出能標出前者、放過後者的句式。',
  from: '從這裡取',
  choose: '選一批判過的訊息…',
  took: '取了 {bad} 則傷人的，{good} 則沒問題的。',
  unread: '這批訊息讀不出來。',
  answers: '再看一眼：客服的回答',
  bad: '傷人的話',
  good: '沒問題的話',
  oneALine: '一行一則。想指明哪幾個字，就用 [[ ]] 圈起來。',
  goodHint: '一行一則；看起來像、其實無害的最有用。',
  proposals: '提議',
  more: '至少寫兩則傷人的話。',
  nothing: '沒找到既共有、又放得過那些好話的句式。可以用 [[ ]] 圈出傷人的字，或去掉一則再試。',
  catches: '標出 {count} 則中的 {caught} 則',
  saved: '在存下來的對話裡標出 {count} 則',
  spares: '好話全放過',
  misses: '沒標出的',
  use: '用這個',
  added: '規則建好了。再寫上為什麼傷人、可以怎麼說。',
};
