import {
  type Book,
  type BookProblem,
  byPlace,
  type CompiledBook,
  checkBook,
  compileBook,
  formatProblem,
  hasErrors,
  told,
  toRuntime,
} from '@/lib/phrasebook';
import type { ReadArguments } from './arguments';
import { BookOpener, builtInPaths, distinct } from './book-files';
import { readMoveWords, readWords } from './scenario-words';

/** Books ready to read texts with. */
export interface Engine {
  books: Book[];
  compiled: CompiledBook[];
  problems: BookProblem[];
}

/** A built-in book, or one that builds on one, reads scenarios by learned words too. */
const isBuiltIn = ({ id, extends: base }: Book): boolean =>
  id.startsWith('builtin-') || base?.startsWith('builtin-') === true;

/** Loads and compiles books leniently: what is broken is left out and reported. `strict` also tries their examples. */
export const openEngine = (paths: readonly string[], strict: boolean): Engine => {
  const opened = new BookOpener(!strict).open(paths);
  const problems = opened.flatMap((it) => it.problems);
  const books = opened.flatMap((it) => (it.book === undefined ? [] : [it.book]));
  const compiled = books.map((it) =>
    compileBook(
      isBuiltIn(it)
        ? { ...toRuntime(it), words: readWords(it.language), moveWords: readMoveWords(it.language) }
        : toRuntime(it),
    ),
  );
  opened
    .filter((it) => it.book !== undefined)
    .forEach((it, index) => {
      const { book, locate } = it;
      const ready = compiled[index];
      if (book === undefined || ready === undefined) return;
      if (strict) problems.push(...checkBook(book, { locate, compiled: ready }));
      else {
        for (const one of ready.problems) {
          if (one.level !== 'error') continue;
          const section = one.key === 'list' ? 'lists' : one.section;
          problems.push({
            ...locate({ section, id: one.item }),
            rule: one.item,
            level: 'error',
            kind: 'pattern',
            ...told('pattern-alone', 'pattern', { reason: one.message, cure: one.fix }),
          });
        }
      }
    });
  return { books, compiled, problems: distinct(problems).sort(byPlace) };
};

const SHOWN = 20;

/**
 * Opens the books that `--book` names (default: the built-in ones), saying on stderr what is wrong with them.
 * `undefined` with `--strict` where there is an error, or where there is no usable book at all.
 */
export const engineFromArguments = (
  read: ReadArguments,
  bookPaths: readonly string[],
): Engine | undefined => {
  const strict = read.flags.has('strict');
  const engine = openEngine(bookPaths.length > 0 ? bookPaths : builtInPaths(), strict);
  const errors = engine.problems.filter((it) => it.level === 'error');
  for (const it of strict ? errors : errors.slice(0, SHOWN)) console.error(formatProblem(it));
  if (!strict && errors.length > SHOWN)
    console.error(`… and ${errors.length - SHOWN} more; see: tactful check`);
  if (strict && hasErrors(engine.problems)) return undefined;
  if (engine.compiled.length === 0) {
    console.error('No phrasebook could be read.');
    return undefined;
  }
  return engine;
};
