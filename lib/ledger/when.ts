import { dateName, plusDays, wallAt, writeTimeOfDay } from './clock';

/** A time in the words of the interface, on the shop's clock: "today 15:00", "周五 18:00", "12月1日 09:00". */
export function sayWhen(at: number, now: number, timeZone: string, locale: string): string {
  const day = wallAt(at, timeZone);
  const today = wallAt(now, timeZone);
  const time = writeTimeOfDay(day.minutes);
  for (const days of [0, 1, -1]) {
    if (dateName(day) !== dateName(plusDays(today, days))) continue;
    return `${new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')} ${time}`;
  }
  const isNear = [2, 3, 4, 5, 6].some((days) => dateName(day) === dateName(plusDays(today, days)));
  const style: Intl.DateTimeFormatOptions = isNear
    ? { weekday: 'short' }
    : { month: 'short', day: 'numeric' };
  return `${new Intl.DateTimeFormat(locale, { timeZone, ...style }).format(at)} ${time}`;
}

/** For a date-and-time field: `2026-11-23T15:00` on the shop's clock. */
export function writeLocal(at: number, timeZone: string): string {
  const day = wallAt(at, timeZone);
  return `${dateName(day)}T${writeTimeOfDay(day.minutes)}`;
}
