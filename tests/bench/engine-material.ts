import { readFileSync } from 'node:fs';
import type { PatternRule } from '../../lib/rules';
import { type NotedBook, readNotation } from '../unit/rules/rule-notation';

/** Repeatable pseudo-random whole numbers below `limit`. */
export type Random = (limit: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const SENTENCES: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '您好，我是本店的客服，看到您的留言了。',
    '非常抱歉让您久等了，我马上帮您查一下物流。',
    '这个订单昨天下午已经从仓库发出，预计明天上午送到您那里。',
    '照片我们收到了，包装确实压坏了，是我们没有包好。',
    '您看是给您补发一件新的，还是把这一件的钱退给您？',
    '退款会在两天之内回到您的账户，到账以后麻烦您看一下。',
    '这个真的没办法，规定就是这样的。',
    '谢谢您告诉我们，我们会请同事检查这一批货。',
    '您的积分已经加上了，下次购物可以直接用。',
    '如果还有别的问题，随时找我就好。',
  ],
  en: [
    'Hello, this is the shop and I have read your message. ',
    'I am sorry that you had to wait so long, let me check the parcel for you. ',
    'Your order left our warehouse yesterday and should arrive tomorrow morning. ',
    'Thank you for the photos, the box was damaged and that is our mistake. ',
    'Would you like a new one, or shall we give you the money back? ',
    'The refund reaches your account within two days. ',
    'There is nothing I can do about it, you should have read the description. ',
    'We will ask our colleagues to check the rest of this batch. ',
    'The points are on your account and you can use them for your next order. ',
    'Write to me at any time if there is anything else. ',
  ],
};

export type Language = 'zh' | 'en';

/** Service talk of exactly so many UTF-16 units. */
export function textOf(language: Language, chars: number, random: Random): string {
  let text = '';
  while (text.length < chars) text += SENTENCES[language][random(SENTENCES[language].length)];
  return text.slice(0, chars);
}

const HAN = [...SENTENCES.zh.join('')].filter((character) => /\p{Script=Han}/u.test(character));
const WORDS =
  SENTENCES.en
    .join('')
    .toLowerCase()
    .match(/[a-z]+/g) ?? [];

/** A phrase nobody wrote, from the characters and words that service talk is made of and rarer ones. */
export function phrase(random: Random): string {
  if (random(2) === 0) {
    const character = () =>
      random(3) > 0 ? HAN[random(HAN.length)]! : String.fromCharCode(0x4e00 + random(6000));
    return Array.from({ length: 3 + random(6) }, character).join('');
  }
  const word = () =>
    WORDS[random(WORDS.length)]! + (random(3) === 0 ? String.fromCharCode(97 + random(26)) : '');
  return Array.from({ length: 2 + random(4) }, word).join(' ');
}

export function phrases(count: number, random: Random): string[] {
  const unique = new Set<string>();
  while (unique.size < count) unique.add(phrase(random));
  return [...unique];
}

/** The acceptance rules, filled up with rules of which six in ten are plain phrases and four are real patterns. */
export function mixedRules(
  count: number,
  random: Random,
): { rules: PatternRule[]; lists: NotedBook['lists'] } {
  const { rules, lists } = readNotation(readFileSync('tests/fixtures/rules.txt', 'utf8'));
  const all: PatternRule[] = rules.slice(0, count);
  const shapes = [
    () => `(您|你)${phrase(random)}[吧|啊|嘛]`,
    () => `${phrase(random)}…${phrase(random)}`,
    () => `(${phrase(random)}|${phrase(random)}){0-3}${phrase(random)}`,
    () => `${phrase(random)} [just] {0-4 words} ${phrase(random)}`,
  ];
  for (let index = all.length; index < count; index++) {
    const flag = index % 10 < 6 ? phrase(random) : shapes[(index % 10) - 6]!();
    all.push({ id: `rule-${index}`, flag: [flag] });
  }
  return { rules: all, lists };
}

export function plainRules(dictionary: readonly string[]): PatternRule[] {
  return dictionary.map((words, index) => ({ id: `phrase-${index}`, flag: [words] }));
}
