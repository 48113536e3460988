import { readCount } from './numbers';

/** A span of time in a text: "24小时内", "3–5 working days", "this week" is none. The longest time of a range counts. */
export interface SpanOfTime {
  amount: number;
  unit: 'minute' | 'hour' | 'day' | 'working-day' | 'week' | 'month';
  start: number;
  end: number;
}

const ZH_NUMBER = '\\d+(?:\\.\\d+)?|[零〇一二两兩俩三四五六七八九十百]+|半|[几幾数數]';
const ZH = new RegExp(
  `(?:(?:${ZH_NUMBER})\\s*(?:[-–—~～到至]|或)\\s*)?(${ZH_NUMBER})\\s*(个半|個半)?(?:个|個)?\\s*(工作日|工作天|自然日|自然天|小时|小時|钟头|鐘頭|钟|分钟|分鐘|分|刻钟|刻鐘|天半|天|日|周|週|星期|礼拜|禮拜|月)(?:半)?`,
  'g',
);
const ZH_UNITS: Readonly<Record<string, SpanOfTime['unit']>> = {
  工作日: 'working-day',
  工作天: 'working-day',
  自然日: 'day',
  自然天: 'day',
  小时: 'hour',
  小時: 'hour',
  钟头: 'hour',
  鐘頭: 'hour',
  钟: 'hour',
  分钟: 'minute',
  分鐘: 'minute',
  分: 'minute',
  天: 'day',
  天半: 'day',
  日: 'day',
  周: 'week',
  週: 'week',
  星期: 'week',
  礼拜: 'week',
  禮拜: 'week',
  月: 'month',
};
/** Two of these make a date, not a span, unless a word like 内 or 后 follows: 五日, 三月, 5分. */
const ZH_AMBIGUOUS = new Set(['日', '月', '分', '钟', '周', '週', '星期', '礼拜', '禮拜']);
const ZH_AFTER = /^\s*(?:之)?(?:内|內|以内|以內|后|後|左右|就|会|會|到|上下)/;

const EN_NUMBER =
  'a couple of|couple of|a few|few|half an?|\\d+(?:\\.\\d+)?|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty(?:-four)?|thirty|forty(?:-eight)?';
const EN = new RegExp(
  `(?:\\b(?:${EN_NUMBER})\\s*(?:-|–|—|to|or)\\s*)?\\b(${EN_NUMBER})\\s*(?:more\\s+|full\\s+|next\\s+)?((?:working|business)[\\s-]+)?(min(?:ute)?s?|h(?:ou)?rs?|h|days?|weeks?|months?)\\b(\\s+and\\s+a\\s+half)?`,
  'gi',
);
/** "the day", "a week" alone are no span; "within the hour", "in a week" are. */
const EN_ARTICLE = /^(?:an?|the)$/i;
const EN_BEFORE = /(?:within|in|inside|next|another|under|about)\s*(?:about\s+|just\s+|the\s+)?$/i;

function unitOfEnglish(word: string, working: boolean): SpanOfTime['unit'] {
  const first = word.toLowerCase();
  if (first.startsWith('min')) return 'minute';
  if (first.startsWith('h')) return 'hour';
  if (first.startsWith('w')) return 'week';
  if (first.startsWith('mo')) return 'month';
  return working ? 'working-day' : 'day';
}

function chineseSpan(text: string, match: RegExpExecArray): SpanOfTime | null {
  const [whole, number = '', half, unit = ''] = match;
  const end = match.index + whole.length;
  const before = text.slice(0, match.index);
  // 下午三点 is read elsewhere; 第三天 counts from something else; 这两天 is read with the days.
  if (/[第点點月这這前]$/.test(before)) return null;
  if (unit === '刻钟' || unit === '刻鐘') {
    const quarters = readCount(number);
    return quarters === null ? null : { amount: quarters * 15, unit: 'minute', start: match.index, end };
  }
  if (ZH_AMBIGUOUS.has(unit) && !/个|個/.test(whole) && !ZH_AFTER.test(text.slice(end))) return null;
  const count = readCount(number);
  const kind = ZH_UNITS[unit];
  if (count === null || kind === undefined) return null;
  const more = half !== undefined || whole.endsWith('半') ? 0.5 : 0;
  return { amount: count + (number === '半' ? 0 : more), unit: kind, start: match.index, end };
}

function englishSpan(text: string, match: RegExpExecArray): SpanOfTime | null {
  const [whole, number = '', working, unit = '', half] = match;
  if (EN_ARTICLE.test(number) && !EN_BEFORE.test(text.slice(0, match.index))) return null;
  const count = readCount(number);
  if (count === null) return null;
  return {
    amount: count + (half === undefined ? 0 : 0.5),
    unit: unitOfEnglish(unit, working !== undefined),
    start: match.index,
    end: match.index + whole.length,
  };
}

/** The first span of time a text names; `null` where there is none. */
export function spanIn(text: string): SpanOfTime | null {
  for (const match of text.matchAll(ZH)) {
    const span = chineseSpan(text, match);
    if (span !== null) return span;
  }
  for (const match of text.matchAll(EN)) {
    const span = englishSpan(text, match);
    if (span !== null) return span;
  }
  return null;
}
