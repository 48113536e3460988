import { calendarWords } from './calendar';
import { DAY_MINUTES, instantOf, isSameDay, plusDays, type Wall, wallAt } from './clock';
import { endOfDay, nextClosing, type ShopHours, workingDayAfter } from './shop-hours';
import { type SpanOfTime, spanIn } from './spans';

/** When a promise falls due. */
export interface Due {
  /** Epoch ms. */
  at: number;
  /** Whether the words name an hour; else the day ends when the shop closes. */
  precise: boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const CLOSING =
  /下班[前时之]|下班|收工|关门前|關門前|打烊前|\beod\b|\bcob\b|\bend of (?:the |this )?(?:working |business )?day\b|\bclose of (?:business|play|day)\b/i;

/** Parts of a day and when they are over, in minutes since midnight; the first that fits counts. */
const DAY_PARTS: readonly (readonly [RegExp, number])[] = [
  [/凌晨|before dawn/i, 6 * 60],
  [/午前|中午前|by noon|before noon|before lunch|by lunch(?:time)?/i, 12 * 60],
  [/上午|早上|今早|明早|早晨|清早|一早|\bmorning\b|\bfirst thing\b/i, 12 * 60],
  [/中午|正午|晌午|\bnoon\b|\blunch(?:time)?\b|\bmidday\b/i, 13 * 60],
  [/下午|下晝|午后|午後|\bafternoon\b/i, 18 * 60],
  [/傍晚|\bevening\b/i, 20 * 60],
  [/今晚|明晚|晚上|夜里|夜裡|当晚|當晚|晚间|晚間|\btonight\b|\bnight\b/i, 22 * 60],
  [/午夜|半夜|\bmidnight\b/i, DAY_MINUTES - 1],
];

/** Parts of a day after noon: "晚上8点" is twenty o'clock. */
const AFTER_NOON = /下午|下晝|午后|午後|傍晚|晚|夜|afternoon|evening|tonight|night|\bp\.?m\b/i;
const BEFORE_NOON = /凌晨|早|上午|morning|first thing|\ba\.?m\b/i;

function spanEnd(span: SpanOfTime, now: number, shop: ShopHours): Due {
  const { amount, unit } = span;
  if (unit === 'minute') return { at: now + amount * MINUTE, precise: true };
  if (unit === 'hour') return { at: now + amount * HOUR, precise: true };
  const today = wallAt(now, shop.timeZone);
  const half = unit === 'day' && !Number.isInteger(amount);
  if (half) return { at: now + amount * DAY_MINUTES * MINUTE, precise: true };
  const day =
    unit === 'working-day'
      ? workingDayAfter(shop, today, amount)
      : plusDays(today, Math.ceil(unit === 'day' ? amount : unit === 'week' ? amount * 7 : amount * 30));
  return { at: endOfDay(shop, day, now), precise: false };
}

/** From here on the evening's hours are named as such: a bare "ten" before a shop opens at eleven is the morning's. */
const SURE_MORNING = 10 * 60;

/** An hour whose half of the day is open is the one the shop is there for, and never one that has passed. */
function placeHour(minutes: number, day: Wall, text: string, now: number, shop: ShopHours): number {
  const noon = 12 * 60;
  if (minutes >= noon) return minutes;
  if (AFTER_NOON.test(text) && !BEFORE_NOON.test(text)) return minutes + noon;
  if (BEFORE_NOON.test(text)) return minutes;
  const passed = instantOf({ ...day, minutes }, shop.timeZone) <= now;
  const later = minutes + noon;
  const laterIsWork = later <= shop.closes;
  const tooEarly = minutes < Math.min(shop.opens, SURE_MORNING);
  return passed || (tooEarly && laterIsWork) ? later : minutes;
}

/**
 * Reads when a promise falls due out of its words; `null` where they name no time, so that the agent is asked for one.
 * @param now when it was sent, epoch ms; the words are read on the shop's own clock, not the machine's
 */
export function readDue(words: string, now: number, shop: ShopHours): Due | null {
  const text = words.normalize('NFKC');
  const span = spanIn(text);
  if (span !== null) return spanEnd(span, now, shop);

  const today = wallAt(now, shop.timeZone);
  const { day, minutes, halfKnown } = calendarWords(text, today);
  if (CLOSING.test(text)) {
    return day === null || isSameDay(day, today)
      ? { at: nextClosing(shop, now), precise: true }
      : { at: endOfDay(shop, day, now), precise: true };
  }
  if (minutes !== null) {
    const on = day ?? today;
    const placed = halfKnown ? minutes : placeHour(minutes, on, text, now, shop);
    const at = instantOf({ ...on, minutes: placed }, shop.timeZone);
    // "by 9" after nine, no day named: tomorrow's.
    if (day === null && at <= now) {
      const next = plusDays(today, 1);
      return { at: instantOf({ ...next, minutes: placed }, shop.timeZone), precise: true };
    }
    return { at, precise: true };
  }
  const part = DAY_PARTS.find(([pattern]) => pattern.test(text));
  if (part !== undefined) {
    const on = day ?? today;
    const at = instantOf({ ...on, minutes: part[1] }, shop.timeZone);
    if (at > now) return { at, precise: false };
    const last = { ...on, minutes: DAY_MINUTES - 1 };
    return { at: instantOf(last, shop.timeZone), precise: false };
  }
  return day === null ? null : { at: endOfDay(shop, day, now), precise: false };
}
