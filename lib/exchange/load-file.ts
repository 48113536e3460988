import { type LoadedBook, type LoadOptions, loadParts } from '@/lib/phrasebook';
import { readParts } from './read-parts';
import type { GivenFile } from './read-tables';

interface Header {
  extends?: unknown;
}

export interface LoadFileOptions extends Omit<LoadOptions, 'base'> {
  /** The book that the file's `extends` names. */
  baseOf?: (id: string) => LoadOptions['base'];
}

/**
 * Reads a book from one file of any kind that books come in: YAML, JSON, CSV, TSV, XLSX. Never throws; complaints name
 * file, row and column. With `lenient` the sound items are given even where others are broken.
 */
export async function loadFile(
  file: GivenFile,
  { baseOf, ...options }: LoadFileOptions = {},
): Promise<LoadedBook> {
  const { parts, unread } = await readParts(file);
  const based = parts
    .map(({ value }) => (typeof value === 'object' && value !== null ? (value as Header).extends : undefined))
    .find((it) => it !== undefined);
  return loadParts(parts, {
    ...options,
    ...(typeof based === 'string' ? { base: baseOf?.(based) } : {}),
    unread,
    fallback: { file: file.name, line: 1 },
  });
}
