/** A sheet as plain text; the first row of a file is row 1 and holds the headings. */
export interface Table {
  /** Name of the sheet; for CSV the file's name without its ending. */
  name: string;
  headings: readonly string[];
  rows: readonly (readonly string[])[];
  /** Row in the file on which each of `rows` begins, from 1; missing where rows simply follow the headings. */
  rowNumbers?: readonly number[];
}

/** Row in the file, from 1, of `rows[index]`. */
export const rowNumber = (table: Table, index: number): number => table.rowNumbers?.[index] ?? index + 2;

/** Name of a column as spreadsheets show it: A, B … Z, AA. */
export const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

/** What is read at most; what a person writes stays far below, and what does not would stop the page. */
export const TABLE_LIMITS = {
  /** Bytes of a file. */
  file: 60_000_000,
  /** Bytes of everything in a workbook, unpacked. */
  unpacked: 300_000_000,
  rows: 200_000,
  columns: 200,
  /** UTF-16 units of one cell. */
  cell: 32_767,
} as const;
