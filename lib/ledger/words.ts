import type { Language } from '@/lib/phrasebook/vocabulary';
import { dateName, isSameDay, plusDays, type Wall, wallAt, writeTimeOfDay } from './clock';

/**
 * What is said to customers around promises, remedies and open questions, in the language of the conversation. Each
 * sentence names a time and is held against every book by a test.
 */
interface Words {
  today: (time: string) => string;
  tomorrow: (time: string) => string;
  day: (day: Wall, time: string) => string;
  /** Offers two or more ways and leaves the choice to the customer. */
  choices: (ways: string) => string;
  one: (way: string) => string;
  way: (index: number, title: string) => string;
  join: string;
  /** The wish goes up; the customer hears by then. */
  asking: (when: string) => string;
  /** Nobody knows yet; the customer hears by then. */
  findingOut: (when: string) => string;
  refund: (amount: string) => string;
  credit: (amount: string) => string;
  points: (amount: string) => string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const WORDS: Readonly<Record<Language, Words>> = {
  'zh-Hans': {
    today: (time) => `今天 ${time} 前`,
    tomorrow: (time) => `明天 ${time} 前`,
    day: ({ month, day }, time) => `${month} 月 ${day} 日 ${time} 前`,
    choices: (ways) => `有几个办法，您看哪个合适，由您来定：${ways}。`,
    one: (way) => `我想这样帮您办：${way}，您看合适吗？`,
    way: (index, title) => `${index}）${title}`,
    join: '；',
    asking: (when) => `这一步我已经替您向主管申请了，${when}我来回复您结果。`,
    findingOut: (when) => `这个情况我想先替您问清楚，${when}我来回复您。`,
    refund: (amount) => `差价 ${amount} 元原路退给您`,
    credit: (amount) => `差价 ${amount} 元存进您的账户，下次直接抵用`,
    points: (amount) => `差价 ${amount} 元换成积分给您`,
  },
  'zh-Hant': {
    today: (time) => `今天 ${time} 前`,
    tomorrow: (time) => `明天 ${time} 前`,
    day: ({ month, day }, time) => `${month} 月 ${day} 日 ${time} 前`,
    choices: (ways) => `有幾個辦法，您看哪個合適，由您決定：${ways}。`,
    one: (way) => `我想這樣幫您處理：${way}，您看合適嗎？`,
    way: (index, title) => `${index}）${title}`,
    join: '；',
    asking: (when) => `這一步我已經替您向主管申請了，${when}我來回覆您結果。`,
    findingOut: (when) => `這個情況我想先替您問清楚，${when}我來回覆您。`,
    refund: (amount) => `差價 ${amount} 元原路退給您`,
    credit: (amount) => `差價 ${amount} 元存進您的帳戶，下次直接折抵`,
    points: (amount) => `差價 ${amount} 元換成點數給您`,
  },
  en: {
    today: (time) => `by ${time} today`,
    tomorrow: (time) => `by ${time} tomorrow`,
    day: ({ month, day }, time) => `by ${time} on ${day} ${MONTHS[month - 1]}`,
    choices: (ways) => `There are a few ways to put this right, and the choice is yours: ${ways}.`,
    one: (way) => `I would like to put it right like this: ${way}. Does that suit you?`,
    way: (index, title) => `${index}) ${title}`,
    join: '; ',
    asking: (when) =>
      `I have asked my supervisor for this on your behalf, and I will write to you with the answer ${when}.`,
    findingOut: (when) => `I want to find this out properly for you, and I will write to you ${when}.`,
    refund: (amount) => `the difference of ${amount} back the way you paid`,
    credit: (amount) => `the difference of ${amount} as credit on your account`,
    points: (amount) => `the difference of ${amount} in points`,
  },
};

/** A time as a customer is told it, on the shop's clock: "明天 10:00 前", "by 10:00 tomorrow". */
export function sayBy(due: number, now: number, timeZone: string, language: Language): string {
  const words = WORDS[language];
  const day = wallAt(due, timeZone);
  const today = wallAt(now, timeZone);
  const time = writeTimeOfDay(day.minutes);
  if (isSameDay(day, today)) return words.today(time);
  return dateName(day) === dateName(plusDays(today, 1)) ? words.tomorrow(time) : words.day(day, time);
}

/** Offers ways to put it right; the customer decides. */
export function offerChoices(titles: readonly string[], language: Language): string {
  const words = WORDS[language];
  const [only] = titles;
  if (only !== undefined && titles.length === 1) return words.one(only);
  return words.choices(titles.map((title, index) => words.way(index + 1, title)).join(words.join));
}

/** The three ways a price difference comes back; `amount` as plain figures. */
export function differenceWays(amount: string, language: Language): string[] {
  const { refund, credit, points } = WORDS[language];
  return [refund(amount), credit(amount), points(amount)];
}

/** What the customer hears while a wish or a question goes up: it names the time. */
export function holdingReply(
  kind: 'asking' | 'findingOut',
  due: number,
  now: number,
  timeZone: string,
  language: Language,
): string {
  return WORDS[language][kind](sayBy(due, now, timeZone, language));
}
