import {
  type BookProblem,
  type DataPath,
  nearest,
  type Part,
  pathText,
  SECTIONS,
  type Section,
  type ToldProblem,
  told,
} from '@/lib/phrasebook';
import { splitCell } from './cells';
import { type Column, columnsOf } from './columns';
import { headingKey } from './headings';
import { columnName, rowNumber, type Table } from './table';

const PARTS = ['book', 'lists', ...SECTIONS] as const;
type PartName = (typeof PARTS)[number];

const isPart = (name: string): name is PartName => PARTS.some((it) => it === name);

/** What a value was read from: row and column of a table. */
interface Cell {
  row: number;
  columns: ReadonlyMap<string, number>;
}

/** What a cell says, by the kind of its column; a number that is none stays text, for the schema to complain. */
function cellValue(cell: string, kind: Column['kind']): unknown {
  const text = cell.trim();
  if (kind === 'list') return text === '[]' ? [] : splitCell(cell);
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (kind === 'boolean')
    return /^(true|yes|1|是)$/i.test(text) ? true : /^(false|no|0|否)$/i.test(text) ? false : text;
  if (kind === 'json' || /^"/.test(text)) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text;
    }
  }
  return text;
}

function put(item: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = item;
  for (const key of path.slice(0, -1)) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  at[path[path.length - 1]!] = value;
}

/** Collects the rows of tables into what a book's file would hold, and remembers where each came from. */
class RowsToBook {
  readonly value: Record<string, unknown> = {};
  readonly problems: BookProblem[] = [];
  private readonly cells = new Map<string, Cell>();
  private table!: Table;

  constructor(private readonly file: string) {}

  add(table: Table): void {
    this.table = table;
    const columns = new Map<string, number>();
    table.headings.forEach((heading, index) => {
      const key = headingKey(heading);
      if (key !== '' && !columns.has(key)) columns.set(key, index);
    });
    const section = columns.get('section');
    const name = headingKey(table.name);
    const fallback = isPart(name) ? name : guessPart(columns);
    if (section === undefined && fallback === undefined) {
      this.say(
        1,
        undefined,
        told('sheet-unknown', 'name-sheet', { sheet: table.name, names: { names: PARTS } }),
      );
      return;
    }
    if (section === undefined) this.unknownHeadings(fallback!, columns);
    table.rows.forEach((row, index) => {
      const said = section === undefined ? fallback! : headingKey(row[section] ?? '') || fallback;
      if (said === undefined || !isPart(said)) {
        const meant = nearest(String(said ?? ''), [...PARTS]);
        this.say(
          rowNumber(table, index),
          section,
          told('section-unknown', meant === undefined ? 'write-one-of' : 'near', {
            section: row[section ?? 0] ?? '',
            near: meant ?? '',
            names: { names: PARTS },
          }),
        );
        return;
      }
      this.addRow(said, row, columns, rowNumber(table, index));
    });
  }

  /** A misspelt heading would silently lose a column. */
  private unknownHeadings(part: PartName, columns: ReadonlyMap<string, number>): void {
    const known = knownKeys(part);
    for (const [key, column] of columns) {
      if (known.includes(key)) continue;
      const meant = nearest(key, known);
      this.say(
        1,
        column,
        told('heading-unknown', meant === undefined ? 'known' : 'near-or-delete', {
          heading: this.table.headings[column] ?? key,
          sheet: this.table.name,
          near: meant ?? '',
          names: { names: known },
        }),
      );
    }
  }

  private say(line: number, column: number | undefined, said: ToldProblem): void {
    this.problems.push({
      file: this.file,
      line,
      ...(column === undefined ? {} : { column: column + 1 }),
      level: 'error',
      kind: 'shape',
      ...said,
    });
  }

  private addRow(
    part: PartName,
    row: readonly string[],
    columns: ReadonlyMap<string, number>,
    line: number,
  ): void {
    const cell = (key: string): string => row[columns.get(key) ?? -1] ?? '';
    const remember = (path: DataPath, renamed: ReadonlyMap<string, number> = columns): void => {
      this.cells.set(pathText(path), { row: line, columns: renamed });
    };
    if (part === 'book') {
      const key = cell('key').trim();
      if (key === '') return;
      const text = cell('value');
      this.value[key] =
        key === 'off' ? cellValue(text, 'list') : cellValue(text, key === 'version' ? 'number' : 'text');
      remember([key]);
    } else if (part === 'lists') {
      const name = cell('name').trim().replace(/^@/, '');
      this.value.lists ??= Object.create(null) as Record<string, unknown>;
      const lists = this.value.lists as Record<string, unknown[]>;
      lists[name] = [...(lists[name] ?? []), ...splitCell(cell('items'))];
      remember(['lists', name]);
    } else {
      this.value[part] ??= [];
      const items = this.value[part] as unknown[];
      remember([part, items.length]);
      items.push(this.item(part, row, columns));
    }
  }

  private item(part: Section, row: readonly string[], columns: ReadonlyMap<string, number>): unknown {
    const item: Record<string, unknown> = {};
    for (const { key, path, kind } of columnsOf(part)) {
      const cell = row[columns.get(key) ?? -1] ?? '';
      if (cell.trim() !== '') put(item, path, cellValue(cell, kind));
    }
    return item;
  }

  /** Row, and column where the path leads to one. */
  place(path: DataPath): { file: string; line: number; column?: number; path?: string } {
    for (let length = path.length; length > 0; length--) {
      const cell = this.cells.get(pathText(path.slice(0, length)));
      if (cell === undefined) continue;
      const keys = path.slice(length).filter((it) => typeof it === 'string');
      let column: number | undefined;
      for (let used = keys.length; used > 0 && column === undefined; used--) {
        column = cell.columns.get(keys.slice(0, used).join('.'));
      }
      if (column === undefined && path[0] === 'lists') column = cell.columns.get('items');
      return {
        file: this.file,
        line: cell.row,
        ...(column === undefined ? {} : { column: column + 1, path: `${columnName(column)}${cell.row}` }),
      };
    }
    return { file: this.file, line: 1 };
  }
}

const knownKeys = (part: PartName): string[] =>
  part === 'book'
    ? ['key', 'value']
    : part === 'lists'
      ? ['name', 'items']
      : columnsOf(part).map((it) => it.key);

/** What a table without a telling name holds: the part most of whose required columns it has. */
function guessPart(columns: ReadonlyMap<string, number>): PartName | undefined {
  if (columns.has('items') && columns.has('name')) return 'lists';
  return SECTIONS.map((section) => {
    const required = columnsOf(section).filter((it) => it.required && it.key !== 'id');
    const there = required.filter((it) => columns.has(it.key)).length;
    return { section, there, share: there / required.length };
  })
    .filter((it) => it.share >= 0.5)
    .sort((a, b) => b.share - a.share || b.there - a.there)[0]?.section;
}

/** The rows of tables as part of a book, each value with its row and column. */
export function tablePart(file: string, tables: readonly Table[]): { part: Part; problems: BookProblem[] }[] {
  return tables
    .filter((table) => !isInstructions(table))
    .map((table) => {
      const name = tables.length === 1 ? file : `${file} (${table.name})`;
      const rows = new RowsToBook(name);
      rows.add(table);
      return {
        part: { file: name, value: rows.value, place: (path) => rows.place(path) },
        problems: rows.problems,
      };
    });
}

/** The sheet that explains the others. */
export const INSTRUCTIONS = 'README 说明 說明';
const isInstructions = (table: Table): boolean => table.name === INSTRUCTIONS;
