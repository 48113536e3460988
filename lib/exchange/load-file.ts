import {
  headerOf,
  type LoadedBook,
  type LoadOptions,
  loadBook,
  loadParts,
  type SourceFile,
  told,
} from '@/lib/phrasebook';
import { decodeText } from './decode';
import { fileProblem } from './problems';
import { type GivenFile, isTable, readTables } from './read-tables';
import { tablePart } from './table-part';

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
  const basedOn = (id: unknown): LoadOptions =>
    typeof id === 'string' ? { ...options, base: baseOf?.(id) } : options;
  const fallback = { file: file.name, line: 1 };
  if (isTable(file.name)) {
    const { tables, problems } = await readTables(file);
    const parts = tablePart(file.name, tables);
    const unread = [...problems, ...parts.flatMap((it) => it.problems)];
    if (unread.length === 0 && tables.length === 0) {
      unread.push(fileProblem(file.name, 'shape', told('nothing-in-file', 'write-headings', {})));
    }
    const based = parts
      .map(({ part }) => (part.value as { extends?: unknown }).extends)
      .find((it) => it !== undefined);
    return loadParts(
      parts.map((it) => it.part),
      { ...basedOn(based), unread, fallback },
    );
  }
  const decoded = decodeText(file.bytes);
  if (!decoded.ok) {
    const unread = [fileProblem(file.name, 'syntax', decoded.said)];
    return loadParts([], { ...options, unread, fallback });
  }
  const source: SourceFile = { path: file.name, text: decoded.text.replace(/^\uFEFF/, '') };
  return loadBook([source], basedOn(headerOf([source]).extends));
}
