const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [...'零一二三四五六七八九'].map((it, value) => [it, value]),
);
const ALSO: Readonly<Record<string, string>> = { 〇: '零', 两: '二', 兩: '二', 萬: '万' };
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Reads 二, 十二, 一百六十八, 两千零五, 三百五 (350) and 一万二; `undefined` for anything else. */
export const chineseNumber = (written: string): number | undefined => {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let unit = 1;
  if (written === '') return undefined;
  for (const raw of written) {
    const it = ALSO[raw] ?? raw;
    const value = DIGITS[it];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
      if (value === 0) unit = 10;
      continue;
    }
    if (it === '万') {
      total += (section + (digit ?? 0)) * 10_000;
      section = 0;
      digit = undefined;
      unit = 10_000;
      continue;
    }
    const times = UNITS[it];
    if (times === undefined) return undefined;
    section += (digit ?? 1) * times;
    digit = undefined;
    unit = times;
  }
  // 三百五 is three hundred and fifty; 十五 is fifteen.
  return total + section + (digit ?? 0) * (unit > 10 && digit !== 0 ? unit / 10 : 1);
};

const WORDS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
  ['a pair', 2] as const,
  ['a dozen', 12] as const,
]);

/** Reads the small English numbers of an order: two, a pair, a dozen. */
export const englishNumber = (written: string): number | undefined => WORDS[written.trim().toLowerCase()];
