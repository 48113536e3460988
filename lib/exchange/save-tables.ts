import type { Table } from './table';
import { plainXlsx, tableToCsv } from './write-tables';

/**
 * Tables of figures as the bytes of a file; cells that a spreadsheet would run are made harmless. A CSV holds the tables
 * one under another, each under its name.
 */
export async function saveTables(tables: readonly Table[], format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  if (format === 'xlsx') return plainXlsx(tables);
  const rows = tables.flatMap((it) => [[it.name], [...it.headings], ...it.rows, []]);
  return new TextEncoder().encode(tableToCsv({ name: '', headings: rows[0] ?? [], rows: rows.slice(1) }));
}
