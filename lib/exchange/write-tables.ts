import Papa from 'papaparse';
import writeWorkbook, { type Sheet, type SheetData } from 'write-excel-file/universal';
import { guarded } from './cells';
import { HEADINGS } from './headings';
import type { Table } from './table';
import { INSTRUCTIONS } from './table-part';

/** A table as CSV with a byte order mark, which Excel needs to read UTF-8. */
export const tableToCsv = ({ headings, rows }: Table): string =>
  `\uFEFF${Papa.unparse([[...headings], ...rows.map((row) => row.map(guarded))], { newline: '\r\n' })}\r\n`;

/** Rows as lines of a CSV that is written piece by piece; cells that a spreadsheet would run are made harmless. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => row.map(guarded)),
    { newline: '\r\n' },
  )}\r\n`;

const WIDTHS: Readonly<Record<string, number>> = { id: 28, text: 60, why: 48, items: 48, note: 60 };

const sheetOf = ({ name, headings, rows }: Table): Sheet<never> => ({
  sheet: name,
  stickyRowsCount: 1,
  columns: headings.map((it) => ({ width: WIDTHS[it] ?? 24 })),
  data: [
    headings.map((value) => ({ value, fontWeight: 'bold' as const, type: String })),
    ...rows.map((row) =>
      row.map((value) =>
        value === ''
          ? null
          : { value: guarded(value), type: String, wrap: true, alignVertical: 'top' as const },
      ),
    ),
  ] as SheetData,
});

/** Which columns there are and what to write in them, in three languages. */
function instructions(tables: readonly Table[]): Table {
  const used = new Set(tables.flatMap((it) => it.headings));
  return {
    name: INSTRUCTIONS,
    headings: ['column', '列', '欄', 'what to write', '写什么', '寫什麼'],
    rows: [
      [
        '*',
        '*',
        '*',
        'One row is one item. Cells that hold several texts hold one a line (Alt+Enter). Rows with the same id change the same item.',
        '一行是一条。要写几句的格子，一行一句（Alt+Enter 换行）。编号相同的行改的是同一条。',
        '一列是一條。要寫幾句的格子，一行一句（Alt+Enter 換行）。編號相同的列改的是同一條。',
      ],
      ...HEADINGS.filter(({ key }) => used.has(key)).map(({ key, zhHans, zhHant, note }) => [
        key,
        zhHans,
        zhHant,
        note.en,
        note.zhHans,
        note.zhHant,
      ]),
    ],
  };
}

/** Tables as an Excel workbook, with a sheet that explains the columns in three languages. */
export async function tablesToXlsx(tables: readonly Table[]): Promise<Uint8Array> {
  return plainXlsx([...tables, instructions(tables)]);
}

/** Tables as an Excel workbook, a sheet each. */
export async function plainXlsx(tables: readonly Table[]): Promise<Uint8Array> {
  const blob = await writeWorkbook(tables.map(sheetOf)).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
