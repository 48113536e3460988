import {
  type DayCounts,
  EVERYBODY,
  NO_COUNTS,
  type Spending,
  type Tally,
  WAIT_COUNTS,
  weekOf,
} from '@/lib/review';
import type { Changes } from '../changes';
import { dayOf } from '../day';
import { storeKeys } from '../keys';
import type { Counted, DayTally, Engine, Key, Transaction } from '../tables';
import { Cells, inWords } from './cells';
import type { Tallies } from './desk';
import { namesByCode } from './names';
import { emptyTally, monthSpan, plus, spansOfDay, weekSpan, withChange } from './roll-up';

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
  ...WAIT_COUNTS,
] as const satisfies readonly (Counted & keyof DayCounts)[];

const DAY_MS = 86_400_000;

/** From the first moment of one local day to the last of another, epoch ms. */
function spanOf(from: string, to: string): { from: number; to: number } {
  const end = new Date(`${to}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return { from: new Date(`${from}T00:00:00`).getTime(), to: end.getTime() - 1 };
}

/** What an agent's day counted beside flags. */
type OwnDay = Pick<DayTally, 'counts' | 'spent'>;

/** The time zone the shop keeps its books in; `undefined`: it never said one, the machine's own counts. */
export type ShopZone = () => Promise<string | undefined>;

const NO_ZONE: ShopZone = async () => undefined;

/**
 * What this browser counted on its own days: its counters and promises by the agent's calendar, its remedies by the
 * shop's, which a budget is set by.
 */
export async function ownCounts(
  tx: Transaction,
  from: string,
  to: string,
  zone: string | undefined,
): Promise<Map<string, OwnDay>> {
  const days = new Map<string, OwnDay>();
  const dayAt = (day: string): OwnDay => {
    const own = days.get(day) ?? { counts: { ...NO_COUNTS }, spent: {} };
    days.set(day, own);
    return own;
  };
  const on = (day: string): DayCounts => dayAt(day).counts;
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
  // Two calendars differ by a day at most.
  const around = { from: span.from - DAY_MS, to: span.to + DAY_MS };
  for (const { at, amount, currency } of await tx.list('remedies', { index: 'at', ...around })) {
    const day = dayOf(at, zone);
    if (day < from || day > to) continue;
    const { counts, spent } = dayAt(day);
    counts.remedies += 1;
    counts.remedyCost += amount;
    spent[currency] = (spent[currency] ?? 0) + amount;
  }
  return days;
}

/** Times longer than this are told by whole weeks, days. */
const BY_DAYS = 21;
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

/** The rows of a time: those of its days, and of its whole weeks with the Monday for a day. */
async function rowsOf(tx: Transaction, spans: readonly Span[]): Promise<DayTally[]> {
  const rows: DayTally[] = [];
  for (const span of spans) {
    for (const it of await tx.list('tallies', span.week ? weekRange(span) : dayRange(span)))
      rows.push(span.week ? { ...it, day: it.day.slice(WEEK.length) } : it);
  }
  return rows;
}

/** What this browser counted, under the days of these spans. */
async function ownIn(
  tx: Transaction,
  spans: readonly Span[],
  zone: string | undefined,
): Promise<Map<string, OwnDay>> {
  const found = new Map<string, OwnDay>();
  for (const span of spans) {
    for (const [day, own] of await ownCounts(
      tx,
      span.from,
      span.week ? shifted(span.to, 6) : span.to,
      zone,
    )) {
      const at = span.week ? weekOf(day) : day;
      const before = found.get(at);
      found.set(
        at,
        before === undefined
          ? own
          : {
              counts: plus({ ...before.counts }, { ...own.counts }),
              spent: plus(before.spent, own.spent),
            },
      );
    }
  }
  return found;
}

/** Cells of all agents together, by day or by the Monday of a whole week. */
async function everybodysCells(tx: Transaction, spans: readonly Span[]): Promise<Map<string, Uint32Array>> {
  const found = new Map<string, Uint32Array>();
  for (const span of spans) {
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
export function createTallies(
  engine: Engine,
  changes: Changes,
  alias: () => Promise<string>,
  shopZone: ShopZone = NO_ZONE,
): Tallies {
  return {
    async list(from, to, whose) {
      const [own, zone] = await Promise.all([alias(), shopZone()]);
      return engine.read([...TALLY_TABLES, 'tallyCells', 'logNames'], async (tx) => {
        const names = namesByCode(await tx.list('logNames'));
        const days = new Map<string, Tally>();
        const on = (day: string, agent: string): Tally => {
          const known = days.get(`${day} ${agent}`) ?? {
            ...emptyTally(day, agent),
            cells: [],
            scenarios: [],
          };
          days.set(`${day} ${agent}`, known);
          return known;
        };
        const spans = whose === undefined ? spansOf(from, to) : [{ from, to, week: false }];
        for (const it of await rowsOf(tx, spans)) {
          if (whose === undefined || it.agent === whose)
            days.set(`${it.day} ${it.agent}`, { ...it, cells: [], scenarios: [] });
        }
        if (whose === undefined || whose === own) {
          for (const [day, counted] of await ownIn(tx, spans, zone)) Object.assign(on(day, own), counted);
        }
        if (whose !== undefined) {
          for (const it of await tx.list('tallyCells', dayRange({ from, to }))) {
            if (it.agent === whose) Object.assign(on(it.span, whose), inWords(it.data, names));
          }
        } else {
          for (const [day, data] of await everybodysCells(tx, spans))
            Object.assign(on(day, EVERYBODY), inWords(data, names));
        }
        return [...days.values()].sort((a, b) =>
          a.day === b.day ? (a.agent < b.agent ? -1 : 1) : a.day < b.day ? -1 : 1,
        );
      });
    },
    async spending(from, to, by) {
      const spanOf = by === 'week' ? weekSpan : monthSpan;
      const zone = await shopZone();
      return engine.read([...TALLY_TABLES], async (tx) => {
        const spent = new Map<string, Record<string, number>>();
        const add = (span: string, more: Record<string, number>): void => {
          if (Object.keys(more).length > 0) spent.set(span, plus(spent.get(span) ?? {}, more));
        };
        const first = spanOf(from);
        const last = spanOf(to);
        for (const it of await tx.list('tallies', { from: [first, ''], to: [last, '\uffff'] }))
          add(it.day, it.spent);
        // Whole weeks and months, as the rows are.
        const begin = by === 'week' ? weekOf(from) : `${from.slice(0, 7)}-01`;
        const own = await ownCounts(tx, begin, to, zone);
        for (const [day, it] of own) add(spanOf(day), it.spent);
        return [...spent]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .flatMap(([span, amounts]) =>
            Object.entries(amounts).map(
              ([currency, amount]): Spending => ({ period: span.slice(by.length + 1), currency, amount }),
            ),
          );
      });
    },
    async countMend(day, agent, rule) {
      await engine.write(['tallies'], 'relaxed', async (tx) => {
        for (const span of spansOfDay(day)) {
          const tally = (await tx.get('tallies', [span, agent])) ?? emptyTally(span, agent);
          await tx.put('tallies', withChange(tally, { mendedBy: { [rule]: 1 } }));
        }
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
