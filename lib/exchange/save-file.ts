import { stringify } from 'yaml';
import type { Book, OwnBook } from '@/lib/phrasebook';
import { bookTables, oneTable } from './book-tables';
import { tablesToXlsx, tableToCsv } from './write-tables';

/** What a book can be written as. */
export const FORMATS = ['yaml', 'json', 'csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

/** The format that a file's name ends in; `undefined` where it is none of ours. */
export const formatOf = (name: string): Format | undefined => {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'yml' ? 'yaml' : FORMATS.find((it) => it === ending);
};

/** Leaves out what is empty, as a person would. */
const written = (book: Book | OwnBook): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(book).filter(
      ([, value]) =>
        value !== undefined &&
        !(Array.isArray(value) && value.length === 0) &&
        !(
          typeof value === 'object' &&
          value !== null &&
          !Array.isArray(value) &&
          Object.keys(value).length === 0
        ),
    ),
  );

/** A book as the bytes of a file. Reading them again gives the same book. */
export async function saveFile(book: Book | OwnBook, format: Format): Promise<Uint8Array> {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  if (format === 'json') return bytes(`${JSON.stringify(written(book), null, 2)}\n`);
  if (format === 'yaml') return bytes(stringify(written(book), { lineWidth: 0 }));
  const tables = bookTables(book);
  return format === 'csv' ? bytes(tableToCsv(oneTable(tables))) : tablesToXlsx(tables);
}
