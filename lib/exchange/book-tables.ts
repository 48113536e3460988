import { type Book, type OwnBook, SECTIONS, type Section } from '@/lib/phrasebook';
import { joinCell } from './cells';
import { type Column, columnsOf } from './columns';
import type { Table } from './table';

/** Headings of the tables that are not sections. */
export const BOOK_HEADINGS = ['key', 'value'] as const;
export const LIST_HEADINGS = ['name', 'items'] as const;

const HEADER = ['id', 'name', 'language', 'version', 'license', 'extends'] as const;

const valueAt = (item: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    item,
  );

/** A text that a cell would change is written as JSON. */
const textCell = (text: string): string =>
  text !== text.trim() || text === '' || /^"|\r/.test(text) ? JSON.stringify(text) : text;

const cellOf = (value: unknown): string => {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : joinCell(value);
  if (typeof value === 'string') return textCell(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const sectionTable = (name: Section, items: readonly unknown[], columns: readonly Column[]): Table => ({
  name,
  headings: columns.map((it) => it.key),
  rows: items.map((item) => columns.map(({ path }) => cellOf(valueAt(item, path)))),
});

/** A book as tables: one for what it is, one for its lists, one for each section that holds something. */
export function bookTables(book: Book | OwnBook): Table[] {
  const header = HEADER.flatMap((key) => {
    const value = book[key];
    return value === undefined ? [] : [[key, String(value)]];
  });
  if (book.off !== undefined) header.push(['off', cellOf(book.off)]);
  const lists = Object.entries(book.lists).map(([name, items]) => [name, joinCell(items)]);
  return [
    { name: 'book', headings: BOOK_HEADINGS, rows: header },
    ...(lists.length === 0 ? [] : [{ name: 'lists', headings: LIST_HEADINGS, rows: lists }]),
    ...SECTIONS.filter((it) => book[it].length > 0).map((it) => sectionTable(it, book[it], columnsOf(it))),
  ];
}

/** One table for the whole book, for formats that hold only one; `section` says where a row belongs. */
export function oneTable(tables: readonly Table[]): Table {
  const headings = ['section', ...new Set(tables.flatMap((it) => it.headings))];
  const rows = tables.flatMap((table) => {
    const places = headings.map((it) => table.headings.indexOf(it));
    return table.rows.map((row) =>
      places.map((place, at) => (at === 0 ? table.name : place < 0 ? '' : (row[place] ?? ''))),
    );
  });
  return { name: 'book', headings, rows };
}
