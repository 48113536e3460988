import { en, zh } from 'chrono-node';
import { hasHan } from '@/lib/text';
import { daysInMonth, plusDays, type Wall, weekdayOf } from './clock';

/** What a text says about a day and a time of day; `null` for what it leaves open. */
export interface CalendarWords {
  day: Wall | null;
  /** Minutes since midnight. */
  minutes: number | null;
  /** Whether morning or afternoon is certain: "5点" leaves it open. */
  halfKnown: boolean;
}

type Reading = ReturnType<typeof en.casual.parse>[number];

/** Days chrono does not read; the first that fits counts. `d` is the day the text was written. */
const OWN_DAYS: readonly (readonly [RegExp, (today: Wall, found: RegExpExecArray) => Wall | null])[] = [
  [/大后天|大後天/, (d) => plusDays(d, 3)],
  [/今天|今日|今晚|今早|即日|tonight|today/i, (d) => d],
  [/这两天|這兩天|这几天|這幾天|一两天|一兩天|明后天|明後天/, (d) => plusDays(d, 1)],
  [/过两天|過兩天|过几天|過幾天/, (d) => plusDays(d, 2)],
  [/听日|聽日|明儿|tmrw|tmr\b/i, (d) => plusDays(d, 1)],
  [/月底|月末|end of (?:the|this) month/i, (d) => ({ ...d, day: daysInMonth(d) })],
  [
    /(下个月|下個月|下月)?(?<!\d|[\d一二三四五六七八九十]月)(\d{1,2})\s*[号號日](?!线)/,
    (d, [, next, day]) => dayOfMonth(d, Number(day), next !== undefined),
  ],
  [/\bthe\s+(\d{1,2})(?:st|nd|rd|th)\b(?!\s+of)/i, (d, [, day]) => dayOfMonth(d, Number(day), false)],
  // A week ends with its Sunday for who sells every day; who promises "by the weekend" means before it begins.
  [/周末前|週末前|by the weekend|before the weekend/i, (d) => plusDays(d, (5 - weekdayOf(d) + 7) % 7)],
  [
    /这周末|這週末|周末|週末|本周内|本週內|这周内|這週內|this week\b|end of the week/i,
    (d) => plusDays(d, 7 - weekdayOf(d)),
  ],
  [/下周内|下週內|next week\b(?!end)/i, (d) => plusDays(d, 14 - weekdayOf(d))],
  [/下周(?![一二三四五六日天末])|下週(?![一二三四五六日天末])/, (d) => plusDays(d, 14 - weekdayOf(d))],
];

/** "That day" is today where nothing else says which. */
const THAT_DAY = /当天|當天|same day/i;

/** The next day with that number: this month while it is not over, else the month after. */
function dayOfMonth(today: Wall, day: number, nextMonth: boolean): Wall | null {
  if (day < 1 || day > 31) return null;
  for (let ahead = nextMonth || day < today.day ? 1 : 0; ahead < 13; ahead++) {
    const month = today.month + ahead;
    const candidate = {
      ...today,
      year: today.year + Math.floor((month - 1) / 12),
      month: ((month - 1) % 12) + 1,
    };
    if (day <= daysInMonth(candidate)) return { ...candidate, day };
  }
  return null;
}

/** chrono reads wall clocks of the machine: it gets the shop's date at noon and only its fields are believed. */
function readings(text: string, today: Wall): Reading[] {
  const noon = new Date(today.year, today.month - 1, today.day, 12);
  const options = { forwardDate: true };
  if (!hasHan(text)) return en.casual.parse(text, noon, options);
  const simplified = zh.hans.casual.parse(text, noon, options);
  const traditional = zh.hant.casual.parse(text, noon, options);
  const words = (found: readonly Reading[]): number => found.reduce((sum, it) => sum + it.text.length, 0);
  return words(traditional) > words(simplified) ? traditional : simplified;
}

function dayOf({ start }: Reading, today: Wall): Wall | null {
  if (!start.isCertain('day') && !start.isCertain('weekday')) return null;
  return {
    ...today,
    year: start.get('year') ?? today.year,
    month: start.get('month') ?? today.month,
    day: start.get('day') ?? today.day,
  };
}

/** What stands around a time and says nothing else. */
const AROUND_A_TIME =
  /\b(?:by|before|at|the|very|latest|no|later|than|on|around|about|until|till|in|or|so)\b|最晚|最迟|最遲|不晚于|不晚於|之前|以前|前|左右|大概|大约|大約|[\p{P}\p{S}\s]/giu;

/** Whether a piece of a sentence names a day or an hour and nothing besides: "6 pm at the latest", "最晚下午六点". */
export function isOnlyTime(text: string, today: Wall): boolean {
  let rest = text;
  for (const it of readings(text, today)) rest = rest.replace(it.text, '');
  for (const [pattern] of OWN_DAYS) rest = rest.replace(pattern, '');
  return rest !== text && rest.replace(AROUND_A_TIME, '') === '';
}

/** "by 4", "before 17:00", "at 9.30" without am or pm, which chrono takes for a bare number. */
const BARE_CLOCK =
  /\b(?:by|before|at|until|till|around|about)\s+(\d{1,2})(?:[:.](\d{2}))?\b(?!\s*(?:st|nd|rd|th|%|\/|-|–|days?|hours?|hrs?|min|weeks?|working|business|items?|pieces?|pairs?))/i;

/** "00:15", "0:15", "09:30": a clock of twenty-four hours, whose half of the day is certain. */
const DAY_LONG_CLOCK = /(?<![\d:.])0\d?[:：][0-5]\d/;

export function calendarWords(text: string, today: Wall): CalendarWords {
  const found = readings(text, today);
  let day: Wall | null = null;
  for (const [pattern, read] of OWN_DAYS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    day = read(today, match);
    if (day !== null) break;
  }
  // A date in figures is surer than a word around it: "by the end of the week, December 4th".
  const dated = found.find(
    (it) => /\d/.test(it.text) && it.start.isCertain('month') && it.start.isCertain('day'),
  );
  if (dated !== undefined) day = dayOf(dated, today);
  day ??= found.map((it) => dayOf(it, today)).find((it) => it !== null) ?? null;
  if (day === null && THAT_DAY.test(text)) day = today;
  const written = DAY_LONG_CLOCK.test(text);
  const clock = found.find((it) => it.start.isCertain('hour'));
  if (clock !== undefined) {
    const minutes = (clock.start.get('hour') ?? 0) * 60 + (clock.start.get('minute') ?? 0);
    return { day, minutes, halfKnown: written || clock.start.isCertain('meridiem') || minutes >= 13 * 60 };
  }
  const bare = BARE_CLOCK.exec(text);
  const hour = Number(bare?.[1] ?? Number.NaN);
  if (hour >= 0 && hour < 24) {
    return { day, minutes: hour * 60 + Number(bare?.[2] ?? 0), halfKnown: written || hour >= 13 };
  }
  return { day, minutes: null, halfKnown: true };
}
