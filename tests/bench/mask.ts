import { keptMessage, maskText } from '@/lib/review';
import { CLEAN_TEXTS, MASK_CASES } from '../unit/review/mask-cases';

const ROUNDS = 20;
const LONG = 2000;

/** What masking costs a message, and how much it finds in the labelled texts of the tests. */
export function run(emit: (line: object) => void): void {
  const texts = [...MASK_CASES.map((it) => it.text), ...CLEAN_TEXTS];
  const long = texts.join('，').slice(0, LONG);
  for (const text of texts) maskText(text);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const text of texts) {
      const start = performance.now();
      maskText(text);
      times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(times[Math.floor(share * (times.length - 1))]! * 1000) / 1000;
  emit({
    figure: 'masking a message',
    texts: texts.length,
    p50: at(0.5),
    p99: at(0.99),
    unit: 'ms',
    target: 1,
  });
  const start = performance.now();
  for (let round = 0; round < ROUNDS; round++) keptMessage(long, [{ start: 100, end: 110 }]);
  emit({
    figure: 'masking a long message',
    characters: LONG,
    ms: Math.round(((performance.now() - start) / ROUNDS) * 1000) / 1000,
  });
  const left = MASK_CASES.filter((it) => maskText(it.text).includes(it.secret)).length;
  const wrong = CLEAN_TEXTS.filter((it) => maskText(it) !== it).length;
  emit({
    figure: 'secrets left whole',
    of: MASK_CASES.length,
    share: left / MASK_CASES.length,
    target: 0.03,
  });
  emit({ figure: 'wrong masks', of: CLEAN_TEXTS.length, share: wrong / CLEAN_TEXTS.length, target: 0.02 });
}
