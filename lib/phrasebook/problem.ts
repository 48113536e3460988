import type { PatternProblem } from '@/lib/rules';
import {
  fillProblem,
  type MendCode,
  type ProblemCode,
  type ProblemValue,
  type ProblemValues,
  type ProblemWords,
  problemWords,
} from './problem-words';

/** What kind of thing is wrong; a view may group by it. */
export type ProblemKind =
  | 'limit'
  | 'syntax'
  | 'shape'
  | 'duplicate'
  | 'reference'
  | 'pattern'
  | 'example'
  | 'suggestion'
  | 'overlap'
  | 'language';

/** A problem by its codes, for views in any language, and told in English. */
export interface ToldProblem {
  code: ProblemCode;
  mend: MendCode;
  /** What stands in the blanks of both sentences. */
  values: ProblemValues;
  /** What is wrong, as a sentence. */
  message: string;
  /** What to write instead. */
  fix: string;
}

/** Something wrong with a book, said to the person who wrote it. Lines and columns count from 1. */
export interface BookProblem extends ToldProblem {
  file: string;
  line: number;
  column?: number;
  /** Where in the file's data, such as `taboos[3].flag[0]`. */
  path?: string;
  /** Id of the rule, script … concerned. */
  rule?: string;
  level: 'error' | 'warning';
  kind: ProblemKind;
  /** Of a pattern: what it is, and the word it is about, for views in other languages. */
  flaw?: Pick<PatternProblem, 'code' | 'subject' | 'fix'>;
}

type Blanks<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Blanks<Rest>
  : never;
type ValuesOf<C extends ProblemCode, M extends MendCode> = Readonly<
  Record<Blanks<ProblemWords[`said.${C}`]> | Blanks<ProblemWords[`mend.${M}`]>, ProblemValue>
>;

/** A problem in a form that the compiler could check: its codes with all that their sentences leave blank. */
export const told = <C extends ProblemCode, M extends MendCode>(
  code: C,
  mend: M,
  values: ValuesOf<C, M>,
): ToldProblem => {
  const english = (key: keyof ProblemWords): string => problemWords[key];
  const write = (template: string): string =>
    fillProblem(template, values, english, (it) => it.toLocaleString('en'));
  return {
    code,
    mend,
    values,
    message: write(english(`said.${code}`)),
    fix: write(english(`mend.${mend}`)),
  };
};

export const hasErrors = (problems: readonly BookProblem[]): boolean =>
  problems.some((it) => it.level === 'error');

/** `file:line:column: error: message (fix)`, the form editors and terminals link. */
export const formatProblem = (it: BookProblem): string =>
  `${it.file}:${it.line}${it.column === undefined ? '' : `:${it.column}`}: ${it.level}: ${
    it.rule === undefined ? '' : `${it.rule}: `
  }${it.message} (${it.fix})`;

/** In the order of reading: file, line, column. */
export const byPlace = (a: BookProblem, b: BookProblem): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || (a.column ?? 0) - (b.column ?? 0);

/** Words of a book as a message cites them. */
export const cited = (...quoted: string[]): ProblemValue => ({ quoted });
