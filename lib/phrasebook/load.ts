import { isObject } from './collect';
import { type LoadedBook, type LoadOptions, loadParts } from './load-parts';
import type { Place } from './place';
import { type BookProblem, told } from './problem';
import { readPart, type SourceFile } from './source';

/** The file of a book that holds its header: book.yaml, else the first. */
const headerFile = (files: readonly SourceFile[]): SourceFile | undefined =>
  files.find((it) => /(^|[\\/])book\.(ya?ml|json)$/i.test(it.path)) ?? files[0];

/** Looks up who a book is and what it builds on, before it is loaded; silent about mistakes. */
export const headerOf = (files: readonly SourceFile[]): { id?: string; extends?: string } => {
  const file = headerFile(files);
  const value = file && readPart(file).part?.value;
  if (!isObject(value)) return {};
  return {
    ...(typeof value.id === 'string' ? { id: value.id } : {}),
    ...(typeof value.extends === 'string' ? { extends: value.extends } : {}),
  };
};

const nothingToRead = (place: Place): BookProblem => ({
  ...place,
  level: 'error',
  kind: 'shape',
  ...told('no-file', 'name-file', {}),
});

/**
 * Reads the files of one book, YAML or JSON, into a checked value, and never throws: whatever is wrong comes back as a
 * problem with its file and line. Patterns and examples are tried by `checkBook`.
 */
export const loadBook = (files: readonly SourceFile[], options: LoadOptions = {}): LoadedBook => {
  const fallback: Place = { file: headerFile(files)?.path ?? '(no file)', line: 1 };
  const read = files.map(readPart);
  const parts = read.flatMap((it) => (it.part === undefined ? [] : [it.part]));
  const unread = files.length === 0 ? [nothingToRead(fallback)] : read.flatMap((it) => it.problems);
  return loadParts(parts, { ...options, unread, fallback });
};
