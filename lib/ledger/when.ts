import { dateName, plusDays, wallAt } from './clock';

/** A time in the words of the interface, on the shop's clock: "today 15:00", "周五 18:00", "12月1日 09:00". */
export function sayWhen(at: number, now: number, timeZone: string, locale: string): string {
  const day = wallAt(at, timeZone);
  const today = wallAt(now, timeZone);
  const time = `${String(Math.floor(day.minutes / 60)).padStart(2, '0')}:${String(day.minutes % 60).padStart(2, '0')}`;
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
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${dateName(day)}T${two(Math.floor(day.minutes / 60))}:${two(day.minutes % 60)}`;
}
