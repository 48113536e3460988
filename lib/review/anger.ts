import { fold, foldedText } from '@/lib/text';

/** Words of customers who had enough, folded; threats weigh two. */
const ANGRY =
  /气死|生气|无语|垃圾|坑人|骗人|离谱|恶心|受够|太差|什么态度|敷衍|火大|傻眼|过分|扯淡|搞什么|忍无可忍|ridiculous|unacceptable|terrible|horrible|awful|disgusting|furious|angry|fed up|joke|rubbish|useless|worst|pathetic/g;
const THREATENING =
  /投诉|差评|曝光|举报|12315|消协|消基会|消保|起诉|律师|告你|骗子|诈骗|退款不然|工商|媒体|lawyer|sue|report you|scam|fraud|chargeback|bad review|one star|1 star|trading standards/g;
const LAST = 3;

/** How angry the customer sounds in the last messages, 0 (not) … 3 (threatens). A rough ear, for putting a queue in order. */
export function angerOf(customer: readonly string[]): number {
  let points = 0;
  for (const said of customer.slice(-LAST)) {
    const text = foldedText(fold(said));
    points += (text.match(ANGRY) ?? []).length + 2 * (text.match(THREATENING) ?? []).length;
    if (/[!！]{2,}|[?？]{3,}|[!！][?？]/.test(said)) points += 1;
    const letters = said.replace(/[^A-Za-z]/g, '');
    if (letters.length >= 12 && letters === letters.toUpperCase()) points += 1;
  }
  return Math.min(points, 3);
}
