import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/universal';
import { type BookProblem, told } from '@/lib/phrasebook';
import { unguarded } from './cells';
import { decodeText } from './decode';
import { fileProblem, megabytes } from './problems';
import { columnName, TABLE_LIMITS, type Table } from './table';

/** A file from a person's disk. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

export interface ReadTables {
  tables: Table[];
  problems: BookProblem[];
}

const failed = (problem: BookProblem): ReadTables => ({ tables: [], problems: [problem] });

export const isWorkbook = (name: string): boolean => /\.xlsx$/i.test(name);
export const isTable = (name: string): boolean => /\.(csv|tsv|xlsx)$/i.test(name);

export const tooLarge = ({ name, bytes }: GivenFile): BookProblem | undefined =>
  bytes.length <= TABLE_LIMITS.file
    ? undefined
    : fileProblem(
        name,
        'limit',
        told('file-too-large', 'split-files', {
          size: megabytes(bytes.length),
          most: megabytes(TABLE_LIMITS.file),
        }),
      );

/** What a workbook would take unpacked, as its own directory says; the reader gets no more than that. */
const unpackedSize = (bytes: Uint8Array): number | undefined => {
  let size = 0;
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        size += entry.originalSize;
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return size;
};

/** Cells as text, without what a spreadsheet leaves around them; complaints about cells that are too long. */
function toTable(
  file: string,
  name: string,
  cells: readonly (readonly unknown[])[],
  problems: BookProblem[],
  startOf: (row: number) => number,
): Table | undefined {
  const at = cells.findIndex((row) => row.some((cell) => String(cell ?? '').trim() !== ''));
  if (at < 0) return undefined;
  const headings = (cells[at] ?? []).map((it) => String(it ?? '').trim());
  if (headings.length > TABLE_LIMITS.columns) {
    problems.push(
      fileProblem(
        file,
        'limit',
        told('too-many-columns', 'delete-columns', {
          sheet: name,
          count: headings.length,
          most: TABLE_LIMITS.columns,
        }),
      ),
    );
    return undefined;
  }
  const rows: string[][] = [];
  const rowNumbers: number[] = [];
  for (let row = at + 1; row < cells.length; row++) {
    const texts = (cells[row] ?? []).map(cellText);
    if (texts.every((it) => it.trim() === '')) continue;
    if (rows.length === TABLE_LIMITS.rows) {
      problems.push(
        fileProblem(
          file,
          'limit',
          told('too-many-rows', 'split-files', { sheet: name, most: TABLE_LIMITS.rows }),
        ),
      );
      return undefined;
    }
    const long = texts.findIndex((it) => it.length > TABLE_LIMITS.cell);
    if (long >= 0) {
      problems.push({
        file,
        line: startOf(row),
        column: long + 1,
        path: `${name}!${columnName(long)}${startOf(row)}`,
        level: 'error',
        kind: 'limit',
        ...told('cell-too-long', 'one-a-line', { count: texts[long]!.length, most: TABLE_LIMITS.cell }),
      });
      continue;
    }
    rows.push(texts.map(unguarded));
    rowNumbers.push(startOf(row));
  }
  return { name, headings, rows, rowNumbers };
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell : String(cell);
};

function readText(file: GivenFile): ReadTables {
  const decoded = decodeText(file.bytes);
  if (!decoded.ok) return failed(fileProblem(file.name, 'syntax', decoded.said));
  // Rows are numbered as an editor numbers lines: a cell may span several.
  const starts: number[] = [];
  const cells: string[][] = [];
  const problems: BookProblem[] = [];
  let line = 1;
  let cursor = 0;
  const text = decoded.text.replace(/^\uFEFF/, '');
  Papa.parse<string[]>(text, {
    delimiter: /\.tsv$/i.test(file.name) ? '\t' : '',
    delimitersToGuess: [',', '\t', ';'],
    step: ({ data, errors, meta }) => {
      starts.push(line);
      cells.push(data);
      for (const it of errors) {
        if (it.type !== 'Quotes') continue;
        problems.push({
          file: file.name,
          line,
          level: 'error',
          kind: 'syntax',
          ...told('open-quote', 'double-quote', {}),
        });
      }
      for (; cursor < meta.cursor; cursor++) if (text.charCodeAt(cursor) === 10) line++;
    },
  });
  if (problems.length > 0) return { tables: [], problems: problems.slice(0, 20) };
  const name = file.name.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
  const table = toTable(file.name, name, cells, problems, (row) => starts[row] ?? row + 1);
  return { tables: table === undefined ? [] : [table], problems };
}

async function readXlsx(file: GivenFile): Promise<ReadTables> {
  const size = unpackedSize(file.bytes);
  const unreadable = fileProblem(file.name, 'syntax', told('no-workbook', 'save-xlsx', {}));
  if (size === undefined) return failed(unreadable);
  if (size > TABLE_LIMITS.unpacked) {
    return failed(
      fileProblem(
        file.name,
        'limit',
        told('unpacked-too-large', 'copy-rows', {
          size: megabytes(size),
          most: megabytes(TABLE_LIMITS.unpacked),
        }),
      ),
    );
  }
  const problems: BookProblem[] = [];
  try {
    const sheets = await readWorkbook(file.bytes.slice().buffer);
    const tables = sheets.flatMap(({ sheet, data }) => {
      const table = toTable(`${file.name} (${sheet})`, sheet, data, problems, (row) => row + 1);
      return table === undefined ? [] : [table];
    });
    return { tables, problems };
  } catch {
    return failed(unreadable);
  }
}

/** Reads CSV, TSV or XLSX into tables, never throwing; every complaint names file and row. */
export async function readTables(file: GivenFile): Promise<ReadTables> {
  const large = tooLarge(file);
  if (large !== undefined) return failed(large);
  return isWorkbook(file.name) ? readXlsx(file) : readText(file);
}
