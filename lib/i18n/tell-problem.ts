import {
  fillProblem,
  type MendCode,
  type ProblemCode,
  type ProblemValues,
  type ProblemWords,
} from '@/lib/phrasebook/problem-words';
import { locale } from './locale';
import { problem } from './messages/problem';

/** Tells a problem of a book in the interface's language: what is wrong, and what to write instead. */
export function tellProblem({
  code,
  mend,
  values,
}: {
  code: ProblemCode;
  mend: MendCode;
  values: ProblemValues;
}): { text: string; fix: string } {
  const at = locale.value;
  const words = (key: keyof ProblemWords): string => String(problem.messages[at][key]);
  const number = new Intl.NumberFormat(at);
  const fill = (key: keyof ProblemWords): string =>
    fillProblem(words(key), values, words, (it) => number.format(it));
  return { text: fill(`said.${code}`), fix: fill(`mend.${mend}`) };
}
