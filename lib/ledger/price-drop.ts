import { readCount } from './numbers';

/** What a customer says of a price that dropped: what was paid for how many, and what one costs now. Major units. */
export interface PriceDrop {
  paid: number;
  count: number;
  now: number;
}

const AMOUNT = '[¥￥$]?\\s*(\\d+(?:\\.\\d{1,2})?)\\s*(?:元|块|塊|yuan|rmb|dollars?|usd)?';
const COUNT = '(\\d{1,3}|[一二两兩三四五六七八九十]|one|two|three|four|five|six|seven|eight|nine|ten)';
const PIECE = '(?:条|條|件|个|個|双|雙|套|只|隻|本|瓶|盒|包|支|张|張|台|臺)';

/** Two for 168, 168两条, 两条168. */
const PAID: readonly (readonly [RegExp, amount: 1 | 2, count: 1 | 2])[] = [
  [new RegExp(`${AMOUNT}\\s*(?:for|\\/)\\s*${COUNT}\\b`, 'i'), 1, 2],
  [new RegExp(`\\b${COUNT}\\s*(?:for|at)\\s*${AMOUNT}`, 'i'), 2, 1],
  [new RegExp(`${AMOUNT}(?:买|買|拍|下)?(?:了)?\\s*${COUNT}\\s*${PIECE}`), 1, 2],
  [new RegExp(`${COUNT}\\s*${PIECE}[^\\d。！？.!?]{0,8}?${AMOUNT}`), 2, 1],
];
/** 79 each, 79一条, 每条79, 一条79, now 79, 现在79. */
const NOW: readonly RegExp[] = [
  new RegExp(`${AMOUNT}\\s*(?:each|apiece|a piece|per)`, 'i'),
  new RegExp(`(?:每|一|单|單)\\s*${PIECE}(?:只要|才|就|卖|賣)?\\s*${AMOUNT}`),
  new RegExp(`${AMOUNT}\\s*(?:一|每|\\/)\\s*${PIECE}`),
  new RegExp(`(?:now|down to|dropped to|现在|現在|降到|降成|变成|變成)[^\\d。！？.!?]{0,10}${AMOUNT}`, 'i'),
];

/** Reads paid, count and now out of what a customer wrote; `null` where one of the prices is not there. */
export function readPriceDrop(text: string): PriceDrop | null {
  const plain = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3})/g, '');
  for (const [pattern, amountAt, countAt] of PAID) {
    const match = pattern.exec(plain);
    const paid = Number(match?.[amountAt] ?? Number.NaN);
    const count = readCount(match?.[countAt] ?? '');
    if (match === null || !(paid > 0) || count === null || count < 1) continue;
    const rest =
      plain.slice(0, match.index) + ' '.repeat(match[0].length) + plain.slice(match.index + match[0].length);
    for (const price of NOW) {
      const now = Number(price.exec(rest)?.[1] ?? Number.NaN);
      if (now > 0) return { paid, count, now };
    }
  }
  return null;
}

/** What the customer paid too much, in minor units; never below nothing. */
export function differenceOf(drop: { paid: number; now: number; count: number }): number {
  return Math.max(0, drop.paid - drop.now * drop.count);
}
