import { DAY_MINUTES, dateName, instantOf, plusDays, type Wall, wallAt, weekdayOf } from './clock';

/** When the shop can keep a promise. */
export interface ShopHours {
  /** IANA name. */
  timeZone: string;
  /** Working days, Monday 1 … Sunday 7. */
  days: readonly number[];
  /** Minutes since midnight; a shop that closes after midnight closes at 24:00 here. */
  opens: number;
  closes: number;
  /** Holidays, `2026-10-01`. */
  closedOn: readonly string[];
}

export const DEFAULT_DAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

export function isWorkingDay(shop: ShopHours, day: Wall): boolean {
  return shop.days.includes(weekdayOf(day)) && !shop.closedOn.includes(dateName(day));
}

/** A year without a working day is a mistake in the settings; then every day counts. */
const LOOK_AHEAD = 366;

/** The n-th working day after that day; 0: the day itself, or the next working day where it is none. */
export function workingDayAfter(shop: ShopHours, day: Wall, n: number): Wall {
  let left = n;
  for (let ahead = n === 0 ? 0 : 1; ahead <= LOOK_AHEAD; ahead++) {
    const candidate = plusDays(day, ahead);
    if (!isWorkingDay(shop, candidate)) continue;
    left -= 1;
    if (left <= 0) return candidate;
  }
  return plusDays(day, n);
}

/**
 * When a promise for "that day" falls due: when the shop closes, or at the end of the day when it was made after that.
 * The last minute of a day still belongs to it.
 */
export function endOfDay(shop: ShopHours, day: Wall, now: number): number {
  const closes = instantOf({ ...day, minutes: Math.min(shop.closes, DAY_MINUTES - 1) }, shop.timeZone);
  return closes > now ? closes : instantOf({ ...day, minutes: DAY_MINUTES - 1 }, shop.timeZone);
}

/** When the shop closes next, the day's own closing time included. */
export function nextClosing(shop: ShopHours, now: number): number {
  const today = wallAt(now, shop.timeZone);
  const day =
    isWorkingDay(shop, today) && today.minutes < shop.closes ? today : workingDayAfter(shop, today, 1);
  return instantOf({ ...day, minutes: Math.min(shop.closes, DAY_MINUTES - 1) }, shop.timeZone);
}

/** When the shop closes tomorrow, whether it opens then or not. */
export function closingTomorrow(shop: ShopHours, now: number): number {
  return endOfDay(shop, plusDays(wallAt(now, shop.timeZone), 1), now);
}

/** When today is over for the shop: its closing time, or midnight after it. */
export function closingToday(shop: ShopHours, now: number): number {
  return endOfDay(shop, wallAt(now, shop.timeZone), now);
}
