import type { PatternProblem } from '@/lib/rules';

/** What kind of thing is wrong; a view may group or translate by it. */
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

/** Something wrong with a book, said to the person who wrote it. Lines and columns count from 1. */
export interface BookProblem {
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
  /** What is wrong, as a sentence. */
  message: string;
  /** What to write instead. */
  fix: string;
}

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

/** Words of a book as a message shows them: in quotes, the first 60 characters. */
export const cited = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
