/** A day as people write it in a reply, without a time zone: days since 1970-01-01. */
export interface WrittenDay {
  day: number;
  /** Another day in the same way of writing. */
  write: (day: number) => string;
}

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WORDS: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  後天: 2,
  today: 0,
  tomorrow: 1,
};

const partsOf = (day: number): { year: number; month: number; date: number } => {
  const it = new Date(day * DAY);
  return { year: it.getUTCFullYear(), month: it.getUTCMonth() + 1, date: it.getUTCDate() };
};
const dayOf = (year: number, month: number, date: number): number | undefined => {
  const day = Date.UTC(year, month - 1, date) / DAY;
  const back = partsOf(day);
  return back.month === month && back.date === date ? day : undefined;
};
const two = (value: number): string => String(value).padStart(2, '0');

/** The calendar day of a time where the agent is, days since 1970-01-01. */
export const calendarDay = (at: number): number => {
  const it = new Date(at);
  return Date.UTC(it.getFullYear(), it.getMonth(), it.getDate()) / DAY;
};

/**
 * Reads 2026-11-23, 2026年11月23日, 11月23日, 11/23, Nov 23 and 今天/tomorrow; `undefined` for what is no day of the
 * calendar. Without a year the day nearest to `today` is meant.
 */
export const readDay = (written: string, today: number): WrittenDay | undefined => {
  const text = written.normalize('NFKC').trim();
  const word = WORDS[text.toLowerCase()];
  if (word !== undefined) {
    const chinese = /\p{Script=Han}/u.test(text);
    return { day: today + word, write: chinese ? writeMonthDay : writeEnglish };
  }
  let it = /^(\d{4})([-/.])(\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (it !== null) {
    const sign = it[2] ?? '-';
    const day = dayOf(Number(it[1]), Number(it[3]), Number(it[4]));
    const write = (next: number): string => {
      const { year, month, date } = partsOf(next);
      return [year, two(month), two(date)].join(sign);
    };
    return day === undefined ? undefined : { day, write };
  }
  it = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号號]?$/.exec(text);
  if (it !== null) {
    const suffix = /[日号號]$/.exec(text)?.[0] ?? '日';
    const withYear = it[1] !== undefined;
    const day = withYear
      ? dayOf(Number(it[1]), Number(it[2]), Number(it[3]))
      : nearest(Number(it[2]), Number(it[3]), today);
    const write = (next: number): string =>
      `${withYear ? `${partsOf(next).year}年` : ''}${writeMonthDay(next).replace('日', suffix)}`;
    return day === undefined ? undefined : { day, write };
  }
  it = /^(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (it !== null) {
    const day = nearest(Number(it[1]), Number(it[2]), today);
    const write = (next: number): string => `${partsOf(next).month}/${partsOf(next).date}`;
    return day === undefined ? undefined : { day, write };
  }
  it = /^([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?$/.exec(text);
  if (it !== null) {
    const month = MONTHS.findIndex((name) => name.toLowerCase() === it?.[1]?.toLowerCase()) + 1;
    const day = month === 0 ? undefined : nearest(month, Number(it[2]), today);
    return day === undefined ? undefined : { day, write: writeEnglish };
  }
  return undefined;
};

const writeMonthDay = (day: number): string => `${partsOf(day).month}月${partsOf(day).date}日`;
const writeEnglish = (day: number): string => `${MONTHS[partsOf(day).month - 1]} ${partsOf(day).date}`;

function nearest(month: number, date: number, today: number): number | undefined {
  const { year } = partsOf(today);
  const days = [year - 1, year, year + 1].flatMap((it) => dayOf(it, month, date) ?? []);
  return days.sort((a, b) => Math.abs(a - today) - Math.abs(b - today))[0];
}
