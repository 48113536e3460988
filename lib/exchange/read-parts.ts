import { type BookProblem, type Part, readPart, told } from '@/lib/phrasebook';
import { decodeText } from './decode';
import { headingKey } from './headings';
import { fileProblem } from './problems';
import { type GivenFile, isTable, readTables, tooLarge } from './read-tables';
import { tablePart } from './table-part';

/** A file of any kind that books come in, read as far as it can be read. */
export interface ReadParts {
  parts: Part[];
  unread: BookProblem[];
}

/** Reads YAML, JSON, CSV, TSV or XLSX into parts of a book; never throws. */
export async function readParts(file: GivenFile): Promise<ReadParts> {
  if (isTable(file.name)) {
    const { tables, problems } = await readTables(file);
    const parts = tablePart(file.name, tables);
    const unread = [...problems, ...parts.flatMap((it) => it.problems)];
    if (unread.length === 0 && tables.length === 0) {
      unread.push(fileProblem(file.name, 'shape', told('nothing-in-file', 'write-headings', {})));
    }
    return { parts: parts.map((it) => it.part), unread };
  }
  const large = tooLarge(file);
  if (large !== undefined) return { parts: [], unread: [large] };
  const decoded = decodeText(file.bytes);
  if (!decoded.ok) return { parts: [], unread: [fileProblem(file.name, 'syntax', decoded.said)] };
  const { part, problems } = readPart({ path: file.name, text: decoded.text.replace(/^\uFEFF/, '') });
  return { parts: part === undefined ? [] : [part], unread: problems };
}

/** Phrases of a plain list, one a line, each once. */
export const phrasesIn = (text: string): string[] => [
  ...new Set(
    text
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\r|\n/)
      .map((it) => it.trim())
      .filter((it) => it !== ''),
  ),
];

/**
 * What somebody pasted: cells of a spreadsheet where the first line holds headings we know, else a plain list, for which
 * `null` is given.
 */
export function givenText(name: string, text: string): GivenFile | null {
  const [first = ''] = text.split(/\r\n|\r|\n/, 1);
  const cells = first.split('\t');
  const known = cells.filter(
    (it) => headingKey(it) !== it.trim() || /^(id|text|flag|name|items|section|key)$/.test(it.trim()),
  );
  if (cells.length < 2 || known.length < 2) return null;
  return { name: `${name}.tsv`, bytes: new TextEncoder().encode(text) };
}
