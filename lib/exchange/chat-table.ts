import { type BookProblem, told } from '@/lib/phrasebook';
import { decodeText } from './decode';
import { fileProblem } from './problems';
import { type GivenFile, isTable, type ReadTables, readTables, tooLarge } from './read-tables';
import { TABLE_LIMITS, type Table } from './table';

/** Endings of files that chats are exported as. */
export const CHAT_ENDINGS = ['csv', 'tsv', 'xlsx', 'jsonl', 'ndjson', 'txt'] as const;

const endingOf = (name: string): string => /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** A file that complains about every line is not read to its end. */
const MOST_COMPLAINTS = 20;

/** Reads a chat export into tables, never throwing; every complaint names file and row. */
export async function readChats(file: GivenFile): Promise<ReadTables> {
  if (isTable(file.name)) return readTables(file);
  const large = tooLarge(file);
  if (large !== undefined) return { tables: [], problems: [large] };
  const ending = endingOf(file.name);
  if (!CHAT_ENDINGS.some((it) => it === ending)) {
    return refused(
      fileProblem(
        file.name,
        'shape',
        told('no-chat-file', 'export-chats', { names: CHAT_ENDINGS.join(', ') }),
      ),
    );
  }
  const decoded = decodeText(file.bytes);
  if (!decoded.ok) return refused(fileProblem(file.name, 'syntax', decoded.said));
  const text = decoded.text.replace(/^\uFEFF/, '');
  const name = file.name.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
  const read = ending === 'txt' ? talkRows(text) : jsonRows(text, file.name);
  const { headings, rows, rowNumbers, problems } = read;
  if (problems.length >= MOST_COMPLAINTS) return { tables: [], problems: problems.slice(0, MOST_COMPLAINTS) };
  if (rows.length > TABLE_LIMITS.rows) {
    const most = TABLE_LIMITS.rows;
    return refused(
      fileProblem(file.name, 'limit', told('too-many-rows', 'split-files', { sheet: name, most })),
    );
  }
  const sound = rows.map((row, index) => {
    const long = row.find((it) => it.length > TABLE_LIMITS.cell);
    if (long === undefined) return true;
    problems.push({
      ...fileProblem(
        file.name,
        'limit',
        told('message-too-long', 'one-message-a-line', { count: long.length, most: TABLE_LIMITS.cell }),
      ),
      line: rowNumbers[index] ?? 1,
    });
    return false;
  });
  const table: Table = {
    name,
    headings,
    rows: rows.filter((_, index) => sound[index]),
    rowNumbers: rowNumbers.filter((_, index) => sound[index]),
  };
  return { tables: table.rows.length === 0 ? [] : [table], problems };
}

const refused = (problem: BookProblem): ReadTables => ({ tables: [], problems: [problem] });

interface Rows {
  headings: string[];
  rows: string[][];
  rowNumbers: number[];
  problems: BookProblem[];
}

const cellOf = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** One JSON object a line; the keys in the order in which they are first met are the columns. */
function jsonRows(text: string, file: string): Rows {
  const columns = new Map<string, number>();
  const found: Rows = { headings: [], rows: [], rowNumbers: [], problems: [] };
  const lines = text.split(/\r\n|\r|\n/);
  for (let at = 0; at < lines.length && found.problems.length < MOST_COMPLAINTS; at++) {
    const line = lines[at]!.trim();
    if (line === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      value = undefined;
    }
    if (typeof value === 'string') value = { text: value };
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      found.problems.push({
        ...fileProblem(
          file,
          'syntax',
          told('no-json-object', 'one-object-a-line', { form: '{"text": "…"}' }),
        ),
        line: at + 1,
      });
      continue;
    }
    const row: string[] = [];
    for (const [key, cell] of Object.entries(value)) {
      let column = columns.get(key);
      if (column === undefined) {
        if (columns.size >= TABLE_LIMITS.columns) continue;
        column = columns.size;
        columns.set(key, column);
      }
      row[column] = cellOf(cell);
    }
    found.rows.push(Array.from(row, (cell) => cell ?? ''));
    found.rowNumbers.push(at + 1);
  }
  found.headings = [...columns.keys()];
  return found;
}

const TIME = String.raw`[\[（(]?(?<at>\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ T]?(?:\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}:\d{2}(?::\d{2})?)[\]）)]?`;
const WHO = String.raw`(?<who>[^\s:：,，。！？!?][^:：。！？!?\n]{0,30}?)`;
/** How chat programs write who said what and when, in the order in which they are tried. */
const SAID: readonly RegExp[] = [
  new RegExp(`^${TIME}[ ,，-]*${WHO} ?[:：] ?(?<text>.*)$`, 'u'),
  new RegExp(`^${WHO}[ ,，]*${TIME} ?[:：]? *(?<text>.*)$`, 'u'),
  new RegExp(`^${WHO} ?[:：] ?(?<text>.*)$`, 'u'),
];
/** Share of lines that must look alike before they are taken for a transcript. */
const TRANSCRIPT = 0.4;

/** A transcript ("10:02 Mia: hello", also over two lines) or simply one message a line. */
function talkRows(text: string): Rows {
  const lines = text.split(/\r\n|\r|\n/);
  const filled = lines.filter((it) => it.trim() !== '');
  const sample = filled.slice(0, 400);
  const [shape] = SAID.map((said) => ({
    said,
    share: sample.filter((line) => said.test(line.trim())).length / Math.max(1, sample.length),
  })).filter((it) => it.share >= TRANSCRIPT);
  const found: Rows = { headings: ['text'], rows: [], rowNumbers: [], problems: [] };
  if (shape !== undefined) found.headings = ['text', 'who', 'time'];
  lines.forEach((raw, index) => {
    const line = raw.trim();
    if (line === '') return;
    const said = shape?.said.exec(line)?.groups;
    const before = found.rows.at(-1);
    if (shape === undefined || (said === undefined && before === undefined)) {
      found.rows.push([line]);
      found.rowNumbers.push(index + 1);
    } else if (said === undefined && before !== undefined) {
      before[0] = before[0] === '' ? line : `${before[0]}\n${line}`;
    } else {
      found.rows.push([said?.text ?? '', (said?.who ?? '').trim(), said?.at ?? '']);
      found.rowNumbers.push(index + 1);
    }
  });
  return found;
}
