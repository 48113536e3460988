import {
  type Book,
  type BookProblem,
  byPlace,
  checkBook,
  type LoadOptions,
  loadParts,
  type OwnBook,
  pathText,
} from '@/lib/phrasebook';

/** A book in progress, tried: what is sound of it and everything that is wrong. */
export interface Proof {
  /** With everything inherited and without the broken items: for looking at, not for use. */
  book: Book | undefined;
  /** Errors first stand where they are; `path` leads to the field (`taboos[3].flag[0]`) of the own book. */
  problems: readonly BookProblem[];
}

/** Tries a book in progress as it would be tried when it is published. `file` names it in the problems. */
export function proofOf(own: OwnBook, base: LoadOptions['base']): Proof {
  const fallback = { file: own.name, line: 1 };
  const part = {
    file: own.name,
    value: own,
    place: (path: readonly (string | number)[]) => ({ ...fallback, path: pathText(path) }),
  };
  const { book, problems, locate } = loadParts([part], { base, lenient: true, fallback });
  const examples = book === undefined ? [] : checkBook(book, { locate });
  return { book, problems: [...problems, ...examples].sort(byPlace) };
}
