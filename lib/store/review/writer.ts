import {
  ALIVE,
  EVERYBODY,
  grown,
  newColumns,
  queuePlace,
  rulesOf,
  SEGMENT,
  type SentRecord,
  type Standing,
  standingCode,
  sumOf,
  writeRow,
} from '@/lib/review';
import { dayOf } from '../day';
import type { DayTally, LogRow, LogSegment, RuleCounts, TableName, Transaction } from '../tables';
import { Cells } from './cells';
import { countHeld } from './held';
import { Names } from './names';
import { emptyTally, spansOfDay, type TallyChange, weekSpan, withChange } from './roll-up';
import { forgetWords } from './words';

/** Every table a write to the log may touch: records, columns, names, words and tallies change together or not at all. */
export const LOG_TABLES = [
  'sent',
  'logSegments',
  'logNames',
  'logWords',
  'tallies',
  'tallyCells',
  'logTasks',
] as const satisfies readonly TableName[];

/** Room of a segment when it is new. */
const FIRST_ROOM = 64;

/** What a standing says of the rules of its record. */
function countsOf(standing: Standing): RuleCounts {
  const right = standing === 'upheld' || standing === 'coached' || standing === 'confirmed' ? 1 : 0;
  const wrong = standing === 'dismissed' || standing === 'cleared' ? 1 : 0;
  const contests = standing === 'contested' || standing === 'cleared' || standing === 'confirmed' ? 1 : 0;
  return { right, wrong, contests, overturned: standing === 'cleared' ? 1 : 0 };
}

const less = (a: RuleCounts, b: RuleCounts): RuleCounts => ({
  right: a.right - b.right,
  wrong: a.wrong - b.wrong,
  contests: a.contests - b.contests,
  overturned: a.overturned - b.overturned,
});

/** Changes the log inside one transaction and keeps columns, names and tallies in step with its records. */
export class LogWriter {
  readonly #tx: Transaction;
  readonly names: Names;
  readonly #segments = new Map<number, LogSegment>();
  readonly #touched = new Set<number>();
  readonly #tallies = new Map<string, DayTally>();
  readonly #cells = new Map<string, { span: string; agent: string; cells: Cells }>();
  readonly #dead = new Map<number, number[]>();
  #last: number | null = null;
  /** By how much the number of open records changed. */
  #open = 0;
  #added = 0;
  #dropped = 0;

  private constructor(tx: Transaction, names: Names) {
    this.#tx = tx;
    this.names = names;
  }

  static async on(tx: Transaction): Promise<LogWriter> {
    return new LogWriter(tx, await Names.read(tx));
  }

  /** Puts a record at the end of the columns; it must not be there yet. */
  async add(record: SentRecord): Promise<void> {
    await this.place(record);
    await this.#count(record, record.standing);
  }

  /** Like `add` for a record whose day is counted already. */
  async place(record: LogRow): Promise<void> {
    const segment = await this.#lastSegment();
    const at = segment.count;
    const room = segment.columns.at.length;
    if (at >= room) segment.columns = grown(segment.columns, Math.min(SEGMENT, room * 4));
    writeRow(segment.columns, at, record, this.names.codeOf);
    segment.count += 1;
    this.#touched.add(segment.segment);
    this.#added += 1;
    await this.#put({ ...record, row: segment.segment * SEGMENT + at });
  }

  /** Moves a record to another standing. */
  async restand(record: LogRow, standing: Standing): Promise<void> {
    const before = record.standing;
    if (before === standing) return;
    const counts = less(countsOf(standing), countsOf(before));
    for (const rule of new Set(record.flags.map((it) => it.rule))) this.names.countRule(rule, counts);
    for (const cells of await this.#cellsOf(record)) {
      for (const flag of record.flags)
        cells.count(record, flag, this.names.codeOf, { [before]: -1, [standing]: 1 });
    }
    if (record.row !== undefined) {
      const segment = await this.#segment(Math.floor(record.row / SEGMENT));
      if (segment !== undefined) {
        segment.columns.standing[record.row % SEGMENT] = standingCode(standing);
        this.#touched.add(segment.segment);
      }
    }
    await this.#put({ ...record, standing });
  }

  /** Deletes a record for good. What its day counted stays: it holds no words. */
  async drop(record: LogRow): Promise<void> {
    await this.#tx.delete('sent', record.id);
    this.#dropped += 1;
    if (record.open !== undefined) this.#open -= 1;
    if (record.row === undefined) return;
    const number = Math.floor(record.row / SEGMENT);
    const segment = await this.#segment(number);
    if (segment === undefined) return;
    const at = record.row % SEGMENT;
    for (const column of Object.values(segment.columns) as Uint32Array[]) {
      const wide = column.length / segment.columns.at.length;
      column.fill(0, at * wide, (at + 1) * wide);
    }
    this.#touched.add(number);
    this.#dead.set(number, [...(this.#dead.get(number) ?? []), at]);
  }

  /** The row of one agent's day. */
  tallyOf(day: string, agent: string): Promise<Readonly<DayTally>> {
    return this.#tally(day, agent);
  }

  /** Counts on one agent's day, and in the week and month it lies in. */
  async countDay(day: string, agent: string, change: TallyChange): Promise<void> {
    for (const span of spansOfDay(day)) {
      this.#tallies.set(`${span} ${agent}`, withChange(await this.#tally(span, agent), change));
    }
  }

  /** Writes what changed; gives the segments that did. */
  async write(): Promise<number[]> {
    await this.names.write();
    const newest = this.#last ?? (await this.#newestSegment());
    for (const number of this.#touched) {
      const segment = this.#segments.get(number)!;
      const dead = this.#dead.get(number) ?? [];
      const empty = number !== newest && !segment.columns.marks.some((it) => (it & ALIVE) !== 0);
      if (dead.length > 0 && segment.worded) await forgetWords(this.#tx, number, empty ? null : dead);
      if (empty) await this.#tx.delete('logSegments', number);
      else await this.#tx.put('logSegments', { ...segment, sum: sumOf(segment.columns) });
    }
    if (this.#open !== 0) {
      const before = await this.#tx.get('logTasks', 'open');
      const count = (before?.name === 'open' ? before.count : 0) + this.#open;
      await this.#tx.put('logTasks', { name: 'open', count });
      this.#open = 0;
    }
    if (this.#added > 0 || this.#dropped > 0) {
      await countHeld(this.#tx, this.#added, this.#dropped);
      this.#added = 0;
      this.#dropped = 0;
    }
    for (const tally of this.#tallies.values()) await this.#tx.put('tallies', tally);
    for (const { span, agent, cells } of this.#cells.values())
      await this.#tx.put('tallyCells', { span, agent, data: cells.data });
    return [...this.#touched];
  }

  async #put(row: LogRow): Promise<void> {
    const { open: before, ...rest } = row;
    const open = row.standing === 'open' ? queuePlace(row) : undefined;
    this.#open += Number(open !== undefined) - Number(before !== undefined);
    await this.#tx.put('sent', open === undefined ? rest : { ...rest, open });
  }

  async #count(record: SentRecord, standing: Standing): Promise<void> {
    await this.countDay(dayOf(record.sentAt), record.agent, { records: 1, flags: record.flags.length });
    for (const cells of await this.#cellsOf(record)) {
      for (const flag of record.flags)
        cells.count(record, flag, this.names.codeOf, { flags: 1, [`how:${record.how}`]: 1, [standing]: 1 });
    }
    if (standing !== 'open')
      for (const rule of rulesOf(record)) this.names.countRule(rule, countsOf(standing));
  }

  /** The cells a record is counted in: its agent's day, and everybody's week. */
  async #cellsOf(record: SentRecord): Promise<Cells[]> {
    const day = dayOf(record.sentAt);
    return [await this.#spanCells(day, record.agent), await this.#spanCells(weekSpan(day), EVERYBODY)];
  }

  async #spanCells(span: string, agent: string): Promise<Cells> {
    const key = `${span} ${agent}`;
    const known = this.#cells.get(key);
    if (known !== undefined) return known.cells;
    const cells = new Cells((await this.#tx.get('tallyCells', [span, agent]))?.data);
    this.#cells.set(key, { span, agent, cells });
    return cells;
  }

  async #tally(day: string, agent: string): Promise<DayTally> {
    const key = `${day} ${agent}`;
    return this.#tallies.get(key) ?? (await this.#tx.get('tallies', [day, agent])) ?? emptyTally(day, agent);
  }

  async #segment(number: number): Promise<LogSegment | undefined> {
    const known = this.#segments.get(number) ?? (await this.#tx.get('logSegments', number));
    if (known !== undefined) this.#segments.set(number, known);
    return known;
  }

  async #newestSegment(): Promise<number | null> {
    const [newest] = await this.#tx.list('logSegments', { reverse: true, limit: 1 });
    return newest?.segment ?? null;
  }

  async #lastSegment(): Promise<LogSegment> {
    if (this.#last === null) this.#last = await this.#newestSegment();
    const last = this.#last === null ? undefined : await this.#segment(this.#last);
    if (last !== undefined && last.count < SEGMENT) return last;
    const made: LogSegment = {
      segment: (last?.segment ?? -1) + 1,
      count: 0,
      worded: false,
      columns: newColumns(FIRST_ROOM),
    };
    this.#segments.set(made.segment, made);
    this.#last = made.segment;
    return made;
  }
}
