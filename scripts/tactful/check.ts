import { type BookProblem, byPlace, checkBook, formatProblem } from '@/lib/phrasebook';
import { readArguments } from './arguments';
import { BookOpener, builtInPaths, distinct } from './book-files';

export const CHECK_USAGE = `check [PATH…] [--errors] [--json]
  Everything a book must pass: shape, patterns, examples, suggestions, overlaps. PATH is a file, a folder with a
  book.yaml, or a folder of such folders (default: the built-in books). --errors leaves warnings out.`;

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** Runs the command; the exit code: 0, or 1 where a book has an error. */
export const checkCommand = (given: readonly string[]): number => {
  const read = readArguments(given, { errors: 'flag', json: 'flag' });
  const opened = new BookOpener(true).open(read.words.length > 0 ? read.words : builtInPaths());
  const problems: BookProblem[] = [];
  const said: string[] = [];
  for (const { book, locate, path, problems: found } of opened) {
    problems.push(...found);
    if (book === undefined) continue;
    problems.push(...checkBook(book, { locate }));
    const { taboos, absences, scenarios, scripts } = book;
    said.push(
      `${book.id} (${path}): ${plural(taboos.length, 'taboo')}, ${plural(absences.length, 'absence')}, ${plural(scenarios.length, 'scenario')}, ${plural(scripts.length, 'script')}`,
    );
  }
  const all = distinct(problems).sort(byPlace);
  const errors = all.filter((it) => it.level === 'error');
  const shown = read.flags.has('errors') ? errors : all;
  if (read.flags.has('json')) for (const it of shown) console.log(JSON.stringify(it));
  else {
    for (const it of shown) console.log(formatProblem(it));
    for (const it of said) console.log(it);
    console.log(
      `${plural(opened.length, 'book')}: ${plural(errors.length, 'error')}, ${plural(all.length - errors.length, 'warning')}`,
    );
  }
  return errors.length > 0 ? 1 : 0;
};
