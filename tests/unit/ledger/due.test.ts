import { describe, expect, it } from 'vitest';
import { readDue, type ShopHours, wallAt } from '@/lib/ledger';

const shop: ShopHours = {
  timeZone: 'Asia/Shanghai',
  days: [1, 2, 3, 4, 5],
  opens: 9 * 60,
  closes: 18 * 60,
  closedOn: [],
};

/** A Monday afternoon in Shanghai. */
const MONDAY = Date.parse('2026-11-23T14:20:00+08:00');

/** The due time as the shop's wall clock shows it, `11-24 15:00`; `~` where only the day was named. */
function dueOf(words: string, now = MONDAY, at: ShopHours = shop): string | null {
  const due = readDue(words, now, at);
  if (due === null) return null;
  const { month, day, minutes } = wallAt(due.at, at.timeZone);
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(month)}-${two(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return due.precise ? time : `${time}~`;
}

describe('the time of a promise', () => {
  it.each([
    // Simplified Chinese
    ['今天发货', '11-23 18:00~'],
    ['明天发货', '11-24 18:00~'],
    ['大后天寄出', '11-26 18:00~'],
    ['明天下午三点前回复您', '11-24 15:00'],
    ['24小时内处理', '11-24 14:20'],
    ['两小时内回您', '11-23 16:20'],
    ['半小时后回您', '11-23 14:50'],
    ['一个半小时内', '11-23 15:50'],
    ['15分钟内', '11-23 14:35'],
    ['一刻钟内', '11-23 14:35'],
    ['今晚八点前给您结果', '11-23 20:00'],
    ['今晚给您结果', '11-23 22:00~'],
    ['周五前到账', '11-27 18:00~'],
    ['这周五', '11-27 18:00~'],
    ['下周一', '11-30 18:00~'],
    ['下周三上午补寄', '12-02 12:00~'],
    ['三个工作日内退到账', '11-26 18:00~'],
    ['3-5个工作日到账', '11-30 18:00~'],
    ['一两天内', '11-25 18:00~'],
    ['这两天', '11-24 18:00~'],
    ['后天中午', '11-25 13:00~'],
    ['5点前', '11-23 17:00'],
    ['晚上8点', '11-23 20:00'],
    ['17:30前答复您', '11-23 17:30'],
    ['今天下午5点半前', '11-23 17:30'],
    ['12月1号发货', '12-01 18:00~'],
    ['1号发货', '12-01 18:00~'],
    ['下个月5号', '12-05 18:00~'],
    ['月底前', '11-30 18:00~'],
    ['本周内', '11-29 18:00~'],
    ['周末前', '11-27 18:00~'],
    ['两周内', '12-07 18:00~'],
    ['下班前给您准信', '11-23 18:00'],
    ['明早十点', '11-24 10:00'],
    // Traditional Chinese
    ['今天出貨', '11-23 18:00~'],
    ['明天下午三點前回覆您', '11-24 15:00'],
    ['兩小時內回您', '11-23 16:20'],
    ['今晚八點前', '11-23 20:00'],
    ['週五前', '11-27 18:00~'],
    ['下週三上午', '12-02 12:00~'],
    ['三個工作天內入帳', '11-26 18:00~'],
    ['聽日', '11-24 18:00~'],
    // English
    ['It ships today.', '11-23 18:00~'],
    ['within 2 hours', '11-23 16:20'],
    ['within the hour', '11-23 15:20'],
    ['in half an hour', '11-23 14:50'],
    ['within 24 hours', '11-24 14:20'],
    ['by Friday', '11-27 18:00~'],
    ['next Tuesday', '12-01 18:00~'],
    ['by 4', '11-23 16:00'],
    ['by 4pm today', '11-23 16:00'],
    ['tomorrow by 10am', '11-24 10:00'],
    ['by noon tomorrow', '11-24 12:00'],
    ['by Monday morning', '11-30 12:00~'],
    ['within 3 working days', '11-26 18:00~'],
    ['3–5 business days', '11-30 18:00~'],
    ['in a couple of days', '11-25 18:00~'],
    ['by EOD', '11-23 18:00'],
    ['by close of business', '11-23 18:00'],
    ['by the end of the week', '11-29 18:00~'],
    ['on the 1st', '12-01 18:00~'],
    ['by December 4th', '12-04 18:00~'],
    ['tonight', '11-23 22:00~'],
  ])('%s → %s', (words, due) => expect(dueOf(words)).toBe(due));

  it.each([
    '尽快处理',
    '稍后联系您',
    '有消息马上告诉您',
    '盡快回覆',
    'as soon as possible',
    'ASAP',
    'shortly',
    'We will look into it.',
    '第三件',
    '七夕礼盒',
  ])('asks for a time where none is named: %s', (words) => expect(dueOf(words)).toBeNull());

  it.each([
    [
      '在 shop hours: an hour before opening is meant for the afternoon',
      '3点前',
      '2026-11-23T10:00:00+08:00',
      '11-23 15:00',
    ],
    ['an hour that has passed is the evening one', '9点前', '2026-11-23T14:20:00+08:00', '11-23 21:00'],
    [
      'a bare hour in the evening, when it passed, is tomorrow’s',
      'by 17:00',
      '2026-11-23T17:30:00+08:00',
      '11-24 17:00',
    ],
    [
      '"before closing" after closing is the next working day',
      '下班前',
      '2026-11-23T19:00:00+08:00',
      '11-24 18:00',
    ],
    ['"before closing" on Friday night is Monday', 'by EOD', '2026-11-27T19:00:00+08:00', '11-30 18:00'],
    [
      '"today" said after closing lasts until midnight',
      '今天发货',
      '2026-11-23T20:00:00+08:00',
      '11-23 23:59~',
    ],
    ['"tonight" said very late lasts until midnight', '今晚', '2026-11-23T22:30:00+08:00', '11-23 23:59~'],
    [
      '"tomorrow" typed at 23:59 is the day after, not the next but one',
      '明天发货',
      '2026-11-23T23:59:59+08:00',
      '11-24 18:00~',
    ],
    ['"tomorrow" typed at 00:01 is that next day', '明天发货', '2026-11-24T00:01:00+08:00', '11-25 18:00~'],
    ['"today" typed at 00:01', '今天发货', '2026-11-24T00:01:00+08:00', '11-24 18:00~'],
    ['tomorrow at the end of a month', '明天发货', '2026-11-30T10:00:00+08:00', '12-01 18:00~'],
    ['tomorrow at the end of a year', '明天发货', '2026-12-31T10:00:00+08:00', '01-01 18:00~'],
    ['three days across the end of February', '三天内', '2027-02-27T10:00:00+08:00', '03-02 18:00~'],
    ['three days across a leap day', '三天内', '2028-02-27T10:00:00+08:00', '03-01 18:00~'],
    ['the 31st is looked for where there is one', '31号发货', '2026-11-23T10:00:00+08:00', '12-31 18:00~'],
    ['the 30th in January is not February’s', '30号发货', '2027-01-31T10:00:00+08:00', '03-30 18:00~'],
    ['working days skip the weekend', '两个工作日内', '2026-11-27T10:00:00+08:00', '12-01 18:00~'],
    ['working days from a Sunday', 'within 1 working day', '2026-11-29T10:00:00+08:00', '11-30 18:00~'],
  ])('%s', (_, words, now, due) => expect(dueOf(words, Date.parse(now))).toBe(due));

  it('skips the shop’s holidays when it counts working days', () => {
    const closedOn = ['2026-11-24', '2026-11-25'];
    expect(dueOf('两个工作日内', MONDAY, { ...shop, closedOn })).toBe('11-27 18:00~');
  });

  it('closes at midnight where the shop is open day and night', () => {
    const always = { ...shop, opens: 0, closes: 24 * 60, days: [1, 2, 3, 4, 5, 6, 7] };
    expect(dueOf('今天发货', MONDAY, always)).toBe('11-23 23:59~');
  });
});

describe('the shop’s clock, not the machine’s', () => {
  const place = (timeZone: string): ShopHours => ({ ...shop, timeZone });

  it.each([
    // The same instant is still Sunday evening in Los Angeles.
    ['Asia/Shanghai', '明天', '11-24 18:00~'],
    ['America/Los_Angeles', 'tomorrow', '11-23 18:00~'],
    ['Pacific/Auckland', 'tomorrow', '11-24 18:00~'],
    ['Asia/Kolkata', 'by 4', '11-23 16:00'],
  ])('in %s, %s', (zone, words, due) => expect(dueOf(words, MONDAY, place(zone))).toBe(due));

  it.each([
    // Clocks go forward on 8 March 2026 at 02:00 in New York, back on 1 November.
    [
      'a span counts real hours over the lost one',
      'within 24 hours',
      '2026-03-07T20:00:00-05:00',
      '03-08 21:00',
    ],
    [
      'a span counts real hours over the doubled one',
      'within 24 hours',
      '2026-10-31T20:00:00-04:00',
      '11-01 19:00',
    ],
    [
      'a time of day stays a time of day in spring',
      'tomorrow by 10am',
      '2026-03-07T20:00:00-05:00',
      '03-08 10:00',
    ],
    [
      'a time of day stays a time of day in autumn',
      'tomorrow by 10am',
      '2026-10-31T20:00:00-04:00',
      '11-01 10:00',
    ],
    [
      'an hour that does not exist is the one after it',
      'tomorrow at 2:30am',
      '2026-03-07T20:00:00-05:00',
      '03-08 03:30',
    ],
    ['days count calendar days', 'within 2 days', '2026-03-07T20:00:00-05:00', '03-09 18:00~'],
  ])('daylight saving: %s', (_, words, now, due) =>
    expect(dueOf(words, Date.parse(now), place('America/New_York'))).toBe(due),
  );

  it('takes the first of an hour that comes twice', () => {
    const due = readDue(
      'tomorrow at 1:30am',
      Date.parse('2026-10-31T20:00:00-04:00'),
      place('America/New_York'),
    );
    expect(due?.at).toBe(Date.parse('2026-11-01T01:30:00-04:00'));
  });
});
