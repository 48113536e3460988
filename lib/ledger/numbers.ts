const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  兩: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  the: 1,
  one: 1,
  two: 2,
  couple: 2,
  'a couple of': 2,
  'couple of': 2,
  few: 3,
  'a few': 3,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-eight': 48,
  'twenty-four': 24,
  half: 0.5,
  'half a': 0.5,
  'half an': 0.5,
};

/** Chinese numerals below a thousand: 二十四, 十五, 一百二; "几" is three, "半" a half. */
function readChinese(text: string): number | null {
  if (text === '半') return 0.5;
  if (text === '几' || text === '幾' || text === '数' || text === '數') return 3;
  let total = 0;
  let digit: number | null = null;
  for (const char of text) {
    const unit = char === '百' ? 100 : char === '十' ? 10 : 0;
    if (unit > 0) {
      total += (digit ?? 1) * unit;
      digit = null;
    } else {
      const value = DIGITS[char];
      if (value === undefined) return null;
      // 一两天, 三四个: the larger of the two, else figures one after another.
      digit = digit === null || value === digit + 1 ? value : digit * 10 + value;
    }
  }
  return total + (digit ?? 0);
}

/** A number as a promise writes it, Arabic, Chinese or English; `null` for anything else. */
export function readCount(text: string): number | null {
  const plain = text.trim().normalize('NFKC').toLowerCase();
  if (plain === '') return null;
  if (/^\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  return WORDS[plain] ?? readChinese(plain);
}
