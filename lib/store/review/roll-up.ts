import { NO_COUNTS, weekOf } from '@/lib/review';
import type { DayTally } from '../tables';

/** Names of the rows that hold a whole week or month of one agent, or of everybody. */
export const weekSpan = (day: string): string => `week ${weekOf(day)}`;
export const monthSpan = (day: string): string => `month ${day.slice(0, 7)}`;

/** The rows a day is counted in: its own, and the sums that charts of long times are read from. */
export const spansOfDay = (day: string): readonly string[] => [day, weekSpan(day), monthSpan(day)];

export const emptyTally = (day: string, agent: string): DayTally => ({
  day,
  agent,
  records: 0,
  flags: 0,
  counts: { ...NO_COUNTS },
  mendedBy: {},
  spent: {},
});

/** What is added to a day, or taken from it. */
export type TallyChange = Partial<Pick<DayTally, 'records' | 'flags' | 'mendedBy' | 'spent'>> & {
  counts?: Partial<DayTally['counts']>;
};

/** Both added up name by name. */
export function plus<Sums extends Readonly<Record<string, number>>>(
  a: Sums,
  b: Readonly<Record<string, number>> = {},
): Sums {
  const sums: Record<string, number> = { ...a };
  for (const [name, count] of Object.entries(b)) sums[name] = (sums[name] ?? 0) + count;
  return sums as Sums;
}

/** How much more than `known` was told, name by name; never less than nothing. */
export function more(
  known: Readonly<Record<string, number>>,
  told: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(told).flatMap(([name, count]) => {
      const added = count - (known[name] ?? 0);
      return added > 0 ? [[name, added] as const] : [];
    }),
  );
}

/** A row with a change in it. */
export const withChange = (tally: DayTally, change: TallyChange): DayTally => ({
  ...tally,
  records: tally.records + (change.records ?? 0),
  flags: tally.flags + (change.flags ?? 0),
  counts: plus({ ...tally.counts }, change.counts as Record<string, number> | undefined),
  mendedBy: plus(tally.mendedBy, change.mendedBy),
  spent: plus(tally.spent, change.spent),
});
