import { checkBook } from './check';
import { loadBook } from './load';
import type { LoadOptions } from './load-parts';
import { type BookProblem, hasErrors } from './problem';
import type { Book } from './schema';
import type { SourceFile } from './source';

/** A book that passed everything, or only the reasons why it did not. */
export interface AdmittedBook {
  book?: Book;
  problems: BookProblem[];
}

/** The one gate into use: loads a book and tries its examples; there is a book only if nothing is wrong. Never throws. */
export const admitBook = (
  files: readonly SourceFile[],
  options: Pick<LoadOptions, 'base'> = {},
): AdmittedBook => {
  const { book, problems, locate } = loadBook(files, options);
  if (book === undefined) return { problems };
  const all = [...problems, ...checkBook(book, { locate })];
  return hasErrors(all) ? { problems: all } : { book, problems: all };
};

/** Which book is in use after a new one was offered: a refused candidate leaves the last good one where it is. */
export const chooseBook = (
  candidate: AdmittedBook,
  lastGood: Book | undefined,
): { book: Book | undefined; accepted: boolean; problems: BookProblem[] } =>
  candidate.book !== undefined && !hasErrors(candidate.problems)
    ? { book: candidate.book, accepted: true, problems: candidate.problems }
    : { book: lastGood, accepted: false, problems: candidate.problems };
