import { SECTIONS, type Section } from '@/lib/phrasebook';
import { LIST_HEADINGS } from './book-tables';
import { columnsOf } from './columns';
import { tablesToXlsx } from './write-tables';

/** What trainers write most stands first. */
const FIRST: readonly Section[] = ['scripts', 'taboos'];

/** An empty workbook to be filled in: a sheet for each part of a book, and one that explains every column. */
export const templateFile = (): Promise<Uint8Array> =>
  tablesToXlsx([
    ...[...FIRST, ...SECTIONS.filter((it) => !FIRST.includes(it))].map((name) => ({
      name,
      headings: columnsOf(name).map((it) => it.key),
      rows: [],
    })),
    { name: 'lists', headings: [...LIST_HEADINGS], rows: [] },
  ]);
