import { ALIVE, areWhole, type CodeOf, grown, newColumns, SEGMENT, sumOf, writeRow } from '@/lib/review';
import type { Changes } from '../changes';
import { dayOf } from '../day';
import { storeKeys } from '../keys';
import type { Engine, LogRow, LogSegment, Transaction } from '../tables';
import { announceLog } from './announce';
import { isOfCells } from './cells';
import { Names, namesByCode } from './names';
import { LOG_TABLES } from './writer';

/** What was found broken in the log; everything that is not named here is whole. */
export interface LogDamage {
  /** Stretches of 4,096 messages whose columns were made anew from the messages themselves. */
  rebuilt: number;
  /** Messages that are gone, by the day and the agent that their columns still name. */
  lost: readonly { day: string; agent: string; count: number }[];
  /** Days or weeks (`week 2026-01-26`) whose figures by rule could not be read; charts are without them. */
  figures: readonly string[];
  /** The newest message is of a time that has not come: this clock is slow now, or was fast then, epoch ms. */
  ahead: number | null;
}

export interface Integrity {
  /**
   * Looks through the whole log and mends what can be mended: columns from the messages, lists of words from both. Takes
   * a transaction a stretch, so nobody waits for it; stops with the signal.
   */
  check(now: number, signal?: AbortSignal): Promise<LogDamage>;
}

/** A message may be this much newer than the clock that reads it, ms: clocks of two machines differ. */
const AHEAD = 60 * 60 * 1000;

/** Whether columns are as they were written. */
export const isSound = ({ columns, count, sum }: LogSegment): boolean =>
  areWhole(columns, count) && (sum === undefined || sum === sumOf(columns));

interface Found {
  rebuilt: boolean;
  lost: { day: string; agent: string }[];
}
const NOTHING: Found = { rebuilt: false, lost: [] };

export function createIntegrity(engine: Engine, changes: Changes): Integrity {
  return {
    async check(now, signal) {
      const lost = new Map<string, { day: string; agent: string; count: number }>();
      const touched: number[] = [];
      let rebuilt = 0;
      const numbers = await engine.read(['logSegments', 'sent'], segmentNumbers);
      for (const number of numbers) {
        if (signal?.aborted) break;
        const looked = await engine.read(['logSegments', 'sent'], (tx) => isIntact(tx, number));
        if (looked) continue;
        const found = await engine.write([...LOG_TABLES], 'strict', (tx) => mend(tx, number));
        if (found === NOTHING) continue;
        touched.push(number);
        if (found.rebuilt) rebuilt += 1;
        for (const it of found.lost) {
          const key = `${it.day} ${it.agent}`;
          lost.set(key, { ...it, count: (lost.get(key)?.count ?? 0) + 1 });
        }
      }
      const figures = signal?.aborted ? [] : await dropBrokenFigures(engine);
      if (touched.length > 0) announceLog(changes, touched);
      else if (figures.length > 0) changes.announce(storeKeys.tallies);
      const [newest] = await engine.read(['sent'], (tx) =>
        tx.list('sent', { index: 'sentAt', reverse: true, limit: 1 }),
      );
      return {
        rebuilt,
        lost: [...lost.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
        figures,
        ahead: newest !== undefined && newest.sentAt > now + AHEAD ? newest.sentAt : null,
      };
    },
  };
}

/** Every stretch that columns or messages name. */
async function segmentNumbers(tx: Transaction): Promise<number[]> {
  const [last] = await tx.list('sent', { index: 'row', reverse: true, limit: 1 });
  const known = (await tx.keys('logSegments')).map(Number);
  const named = Math.floor((last?.row ?? -1) / SEGMENT);
  return [...new Set([...known, ...(named >= 0 ? [named] : [])])].sort((a, b) => a - b);
}

const rowsOf = (number: number) => ({
  index: 'row' as const,
  from: number * SEGMENT,
  to: (number + 1) * SEGMENT - 1,
});

/** How many rows of a stretch are taken. */
function alive({ columns: { marks } }: LogSegment): number {
  let rows = 0;
  for (const mark of marks) if ((mark & ALIVE) !== 0) rows += 1;
  return rows;
}

async function isIntact(tx: Transaction, number: number): Promise<boolean> {
  // A value that the browser cannot read any more fails the request alone.
  const segment = await tx.get('logSegments', number).catch(() => undefined);
  return (
    segment !== undefined && isSound(segment) && alive(segment) === (await tx.count('sent', rowsOf(number)))
  );
}

async function mend(tx: Transaction, number: number): Promise<Found> {
  const segment = await tx.get('logSegments', number).catch(() => undefined);
  const records = await tx.list('sent', rowsOf(number));
  if (segment !== undefined && isSound(segment)) {
    if (alive(segment) === records.length) return NOTHING;
    const there = new Set(records.map((it) => it.row! % SEGMENT));
    const names = namesByCode(await tx.list('logNames'));
    const lost: Found['lost'] = [];
    const { columns } = segment;
    let unplaced = false;
    for (let row = 0; row < segment.count; row++) {
      if ((columns.marks[row]! & ALIVE) === 0) {
        unplaced ||= there.has(row);
        continue;
      }
      if (there.has(row)) continue;
      lost.push({ day: dayOf(columns.at[row]! * 1000), agent: names.agent[columns.agent[row]!] ?? '' });
      columns.marks[row] = 0;
    }
    if (!unplaced) {
      await tx.put('logSegments', { ...segment, sum: sumOf(columns) });
      return { rebuilt: false, lost };
    }
  }
  if (records.length === 0) {
    await tx.delete('logSegments', number);
    return { rebuilt: true, lost: [] };
  }
  const names = await Names.read(tx);
  await tx.put('logSegments', fromRecords(number, records, names.codeOf));
  await names.write();
  return { rebuilt: true, lost: [] };
}

/** A stretch as its messages say; words are looked up in the messages until they are listed again. */
function fromRecords(number: number, records: readonly LogRow[], codeOf: CodeOf): LogSegment {
  const rows = records.map((it) => it.row! % SEGMENT);
  const count = Math.max(...rows) + 1;
  let room = 64;
  while (room < count) room *= 4;
  const columns = grown(newColumns(0), Math.min(SEGMENT, room));
  for (const [at, record] of records.entries()) writeRow(columns, rows[at]!, record, codeOf);
  return { segment: number, count, worded: false, columns, sum: sumOf(columns) };
}

/** Takes figures by rule away that are no figures any more; gives their days and weeks. */
async function dropBrokenFigures(engine: Engine): Promise<string[]> {
  const spans = await engine.read(['tallyCells'], async (tx) =>
    (await tx.list('tallyCells')).filter((it) => !isOfCells(it.data)),
  );
  if (spans.length > 0) {
    await engine.write(['tallyCells'], 'strict', async (tx) => {
      for (const { span, agent } of spans) await tx.delete('tallyCells', [span, agent]);
    });
  }
  return [...new Set(spans.map((it) => it.span))].sort();
}
