import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { FORMATS, formatOf, loadFile, saveFile } from '@/lib/exchange';
import { formatProblem, hasErrors } from '@/lib/phrasebook';
import { readArguments, UsageError } from './arguments';
import { BookOpener } from './book-files';

export const CONVERT_USAGE = `convert IN OUT
  Writes a book in another form: YAML, JSON, CSV or XLSX, by the endings of the names. IN may also be a folder that
  holds a book. A book with errors is not written. What a book inherits stays in the book that it extends.`;

export const convertCommand = async (given: readonly string[]): Promise<number> => {
  const { words } = readArguments(given, {});
  const [from, to, ...rest] = words;
  if (from === undefined || to === undefined || rest.length > 0)
    throw new UsageError('convert needs IN and OUT');
  const format = formatOf(to);
  if (format === undefined)
    throw new UsageError(`OUT ends in one of: ${FORMATS.map((it) => `.${it}`).join(', ')}`);
  const stats = statSync(from, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`There is no file or folder ${from}`);
  const opener = new BookOpener(false);
  const isFile = stats.isFile() && formatOf(from) !== undefined;
  const [loaded, ...others] =
    isFile && !/\.(ya?ml|json)$/i.test(from)
      ? [await loadFile({ name: from, bytes: readFileSync(from) }, { baseOf: (id) => opener.base(id) })]
      : opener.open([from]);
  if (others.length > 0) throw new UsageError(`${from} holds ${others.length + 1} books; name one of them`);
  for (const it of loaded?.problems ?? []) if (it.level === 'error') console.error(formatProblem(it));
  if (loaded?.own === undefined || hasErrors(loaded.problems)) return 1;
  writeFileSync(to, await saveFile(loaded.own, format));
  return 0;
};
