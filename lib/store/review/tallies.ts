import { type DayCounts, EVERYBODY, NO_COUNTS, type Tally, weekOf } from '@/lib/review';
import type { Changes } from '../changes';
import { dayOf } from '../day';
import { storeKeys } from '../keys';
import type { Counted, DayTally, Engine, Key, Transaction } from '../tables';
import { Cells, cellsOf } from './cells';
import type { Tallies } from './desk';
import { namesByCode } from './names';
import { weekSpan } from './writer';

/** Counters that stand in a day's counts under the same name. */
const SAME = [
  'sent',
  'checked',
  'flagged',
  'mended',
  'dismissed',
  'inserted',
  'replies',
  'replySeconds',
] as const satisfies readonly (Counted & keyof DayCounts)[];

const emptyTally = (day: string, agent: string): DayTally => ({
  day,
  agent,
  records: 0,
  flags: 0,
  counts: { ...NO_COUNTS },
  mendedBy: {},
});

/** From the first moment of one local day to the last of another, epoch ms. */
function spanOf(from: string, to: string): { from: number; to: number } {
  const end = new Date(`${to}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return { from: new Date(`${from}T00:00:00`).getTime(), to: end.getTime() - 1 };
}

/** What this browser counted on its own days: its counters, its promises and its remedies. */
export async function ownCounts(tx: Transaction, from: string, to: string): Promise<Map<string, DayCounts>> {
  const days = new Map<string, DayCounts>();
  const on = (day: string): DayCounts => {
    const counts = days.get(day) ?? { ...NO_COUNTS };
    days.set(day, counts);
    return counts;
  };
  for (const { day, name, count } of await tx.list('counters', { from: [from], to: [to, '\uffff'] })) {
    const same = SAME.find((it) => it === name);
    if (same !== undefined) on(day)[same] += count;
  }
  const span = spanOf(from, to);
  for (const promise of await tx.list('promises', { index: 'madeAt', ...span })) {
    if (promise.state === 'discarded') continue;
    const counts = on(dayOf(promise.madeAt));
    counts.promised += 1;
    if (promise.state === 'kept') counts.promisesKept += 1;
    if (promise.state === 'late' || promise.state === 'broken') counts.promisesLate += 1;
  }
  for (const { at, amount } of await tx.list('remedies', { index: 'at', ...span })) {
    const counts = on(dayOf(at));
    counts.remedies += 1;
    counts.remedyCost += amount;
  }
  return days;
}

/** Times longer than this are told by whole weeks, days. */
const BY_DAYS = 21;
const DAY_MS = 86_400_000;
const WEEK = 'week ';
const ALL_DAYS = { from: '0000', to: '9999' };

interface Days {
  from: string;
  to: string;
}
interface Span extends Days {
  week: boolean;
}

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** A time in spans: all of its days, or its whole weeks with the days before and after them. */
function spansOf(from: string, to: string): Span[] {
  const length = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
  // What is no calendar day (all days there are) is told by days.
  if (!(length > BY_DAYS) || from < '1970') return [{ from, to, week: false }];
  const first = weekOf(from) === from ? from : shifted(weekOf(from), 7);
  const after = weekOf(shifted(to, 1));
  return [
    { from, to: shifted(first, -1), week: false },
    { from: first, to: shifted(after, -7), week: true },
    { from: after, to, week: false },
  ].filter((it) => it.from <= it.to);
}

const dayRange = ({ from, to }: Days): { from: Key; to: Key } => ({ from: [from, ''], to: [to, '\uffff'] });
const weekRange = ({ from, to }: Days): { from: Key; to: Key } => ({
  from: [WEEK + from, ''],
  to: [WEEK + to, '\uffff'],
});

/** Cells of all agents together, by day or by the Monday of a whole week. */
async function everybodysCells(tx: Transaction, from: string, to: string): Promise<Map<string, Uint32Array>> {
  const found = new Map<string, Uint32Array>();
  for (const span of spansOf(from, to)) {
    if (span.week) {
      for (const it of await tx.list('tallyCells', weekRange(span)))
        found.set(it.span.slice(WEEK.length), it.data);
      continue;
    }
    const days = new Map<string, Cells>();
    for (const { span: day, data } of await tx.list('tallyCells', dayRange(span))) {
      const cells = days.get(day) ?? new Cells();
      days.set(day, cells);
      cells.merge(data, 1);
    }
    for (const [day, cells] of days) found.set(day, cells.data);
  }
  return found;
}

export const TALLY_TABLES = ['tallies', 'counters', 'promises', 'remedies'] as const;

/** @param alias how the agent of this browser is called now; the counters of this browser are hers. */
export function createTallies(engine: Engine, changes: Changes, alias: () => Promise<string>): Tallies {
  return {
    async list(from, to, whose) {
      const own = await alias();
      return engine.read([...TALLY_TABLES, 'tallyCells', 'logNames'], async (tx) => {
        const names = namesByCode(await tx.list('logNames'));
        const days = new Map<string, Tally>();
        const on = (day: string, agent: string): Tally => {
          const known = days.get(`${day} ${agent}`) ?? { ...emptyTally(day, agent), cells: [] };
          days.set(`${day} ${agent}`, known);
          return known;
        };
        for (const it of await tx.list('tallies', { from: [from, ''], to: [to, '\uffff'] })) {
          if (whose === undefined || it.agent === whose)
            days.set(`${it.day} ${it.agent}`, { ...it, cells: [] });
        }
        if (whose === undefined || whose === own) {
          for (const [day, counts] of await ownCounts(tx, from, to)) on(day, own).counts = counts;
        }
        if (whose !== undefined) {
          for (const it of await tx.list('tallyCells', dayRange({ from, to }))) {
            if (it.agent === whose) on(it.span, whose).cells = cellsOf(it.data, names);
          }
        } else {
          for (const [day, data] of await everybodysCells(tx, from, to))
            on(day, EVERYBODY).cells = cellsOf(data, names);
        }
        return [...days.values()].sort((a, b) =>
          a.day === b.day ? (a.agent < b.agent ? -1 : 1) : a.day < b.day ? -1 : 1,
        );
      });
    },
    async countMend(day, agent, rule) {
      await engine.write(['tallies'], 'relaxed', async (tx) => {
        const tally = (await tx.get('tallies', [day, agent])) ?? emptyTally(day, agent);
        tally.mendedBy[rule] = (tally.mendedBy[rule] ?? 0) + 1;
        await tx.put('tallies', tally);
      });
      changes.announce(storeKeys.tallies);
    },
    async erase(agent) {
      await engine.write(['tallies', 'tallyCells'], 'strict', async (tx) => {
        for (const { span, agent: whose, data } of await tx.list('tallyCells', dayRange(ALL_DAYS))) {
          if (whose !== agent) continue;
          await tx.delete('tallyCells', [span, agent]);
          const week = weekSpan(span);
          const all = await tx.get('tallyCells', [week, EVERYBODY]);
          if (all === undefined) continue;
          const left = new Cells(all.data);
          left.merge(data, -1);
          await tx.put('tallyCells', { ...all, data: left.data });
        }
        for (const it of await tx.list('tallies'))
          if (it.agent === agent) await tx.delete('tallies', [it.day, agent]);
      });
      changes.announce(storeKeys.tallies);
    },
    rules: () =>
      engine.read(['logNames'], async (tx) =>
        (await tx.list('logNames', { from: ['rule', 0], to: ['rule', 100_000] })).flatMap(
          ({ name, counts }) => (counts === undefined ? [] : [{ rule: name, ...counts }]),
        ),
      ),
  };
}
