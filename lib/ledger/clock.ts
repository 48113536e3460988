/** A reading of a wall clock: month 1–12, minutes since midnight. */
export interface Wall {
  year: number;
  month: number;
  day: number;
  minutes: number;
}

const MINUTE = 60_000;
export const DAY_MINUTES = 24 * 60;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A time zone the browser knows; anything else counts as the machine's own. */
export function knownTimeZone(timeZone: string | null): string {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (timeZone === null) return own;
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return own;
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** What the clock on the wall shows at an instant (epoch ms). */
export function wallAt(instant: number, timeZone: string): Wall {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) part[type] = Number(value);
  return {
    year: part.year!,
    month: part.month!,
    day: part.day!,
    minutes: part.hour! * 60 + part.minute!,
  };
}

const asUtc = ({ year, month, day, minutes }: Wall): number =>
  Date.UTC(year, month - 1, day) + minutes * MINUTE;

/**
 * When the clock on the wall shows that (epoch ms). An hour that is skipped in spring counts as the one after it; of an
 * hour that comes twice in autumn the first counts, so that nothing is due later than was said.
 */
export function instantOf(wall: Wall, timeZone: string): number {
  const target = asUtc(wall);
  const offsetAt = (instant: number): number => asUtc(wallAt(instant, timeZone)) - instant;
  // Offsets a day before and a day after cover every change on that day.
  const candidates = [offsetAt(target - DAY_MINUTES * MINUTE), offsetAt(target + DAY_MINUTES * MINUTE)]
    .map((offset) => target - offset)
    .sort((a, b) => a - b);
  return candidates.find((it) => asUtc(wallAt(it, timeZone)) === target) ?? candidates[1]!;
}

/** The same time of day so many days later. */
export function plusDays(wall: Wall, days: number): Wall {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    minutes: wall.minutes,
  };
}

/** Monday 1 … Sunday 7. */
export function weekdayOf({ year, month, day }: Wall): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

export function daysInMonth({ year, month }: Pick<Wall, 'year' | 'month'>): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const two = (value: number): string => String(value).padStart(2, '0');

/** "09:30" as minutes since midnight; 24:00 is the end of the day. `null` for anything else. */
export function readTimeOfDay(typed: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(typed.trim());
  const minutes = Number(match?.[1] ?? Number.NaN) * 60 + Number(match?.[2] ?? Number.NaN);
  return minutes >= 0 && minutes <= DAY_MINUTES && Number(match?.[2]) < 60 ? minutes : null;
}

/** `09:30`, of minutes since midnight: two figures an hour, so that it can only be the morning's. */
export function writeTimeOfDay(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `2026-01-31`. */
export function dateName({ year, month, day }: Wall): string {
  return `${year}-${two(month)}-${two(day)}`;
}

/** Reads a date-and-time field, `2026-11-23T15:00`, on that zone's clock; `null` for anything else. */
export function readLocal(typed: string, timeZone: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(typed);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  return instantOf({ year, month, day, minutes: hour * 60 + minute }, timeZone);
}

export const isSameDay = (a: Wall, b: Wall): boolean => dateName(a) === dateName(b);
