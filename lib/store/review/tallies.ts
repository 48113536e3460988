import { type DayCounts, NO_COUNTS, type Tally } from '@/lib/review';
import type { Changes } from '../changes';
import { dayOf } from '../day';
import { storeKeys } from '../keys';
import type { Counted, Engine, Transaction } from '../tables';
import type { Tallies } from './desk';

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

const emptyTally = (day: string, agent: string): Tally => ({
  day,
  agent,
  records: 0,
  cells: [],
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

export const TALLY_TABLES = ['tallies', 'counters', 'promises', 'remedies'] as const;

/** @param alias how the agent of this browser is called now; the counters of this browser are hers. */
export function createTallies(engine: Engine, changes: Changes, alias: () => Promise<string>): Tallies {
  return {
    async list(from, to) {
      const agent = await alias();
      return engine.read(TALLY_TABLES, async (tx) => {
        const tallies = await tx.list('tallies', { from: [from, ''], to: [to, '\uffff'] });
        for (const [day, counts] of await ownCounts(tx, from, to)) {
          let own = tallies.find((it) => it.day === day && it.agent === agent);
          if (own === undefined) {
            own = emptyTally(day, agent);
            tallies.push(own);
          }
          own.counts = counts;
        }
        return tallies.sort((a, b) =>
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
    rules: () =>
      engine.read(['logNames'], async (tx) =>
        (await tx.list('logNames', { from: ['rule', 0], to: ['rule', 100_000] })).flatMap(
          ({ name, counts }) => (counts === undefined ? [] : [{ rule: name, ...counts }]),
        ),
      ),
  };
}
