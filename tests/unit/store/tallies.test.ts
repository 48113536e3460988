// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { EVERYBODY, type SentRecord, type TallyCell } from '@/lib/review';
import type { Repositories } from '@/lib/store';
import { LOG_TABLES, LogWriter } from '@/lib/store/review/writer';
import { fakeBrowser } from '../fake-extension';
import { manyRecords } from '../review/many';
import { aRecord } from '../review/records';
import { ENGINES } from './support';

async function fill(own: Repositories, records: readonly SentRecord[]): Promise<void> {
  await own.store.write(LOG_TABLES, 'relaxed', async (tx) => {
    const writer = await LogWriter.on(tx);
    for (const record of records) await writer.add(record);
    await writer.write();
  });
}

/** Flags by rule, scenario and standing, however they were grouped. */
function summed(cells: readonly TallyCell[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const cell of cells) {
    const key = `${cell.rule} ${cell.category} ${cell.severity} ${cell.scenario}`;
    sums.set(key, (sums.get(key) ?? 0) + cell.flags);
  }
  return sums;
}

beforeEach(() => fakeBrowser.reset());

describe.each(ENGINES)('tallies on %s', (_, open) => {
  const records = manyRecords(300);
  const expected = summed(
    records.flatMap((it) =>
      it.flags.map(({ rule, category, severity, book }) => ({
        rule,
        category,
        severity,
        book,
        scenario: it.scenario,
        flags: 1,
        standings: {},
        hows: {},
      })),
    ),
  );

  it.each([
    ['by days', '0000-01-01', '9999-12-31'],
    ['by weeks with days at both ends', '2025-12-20', '2026-04-01'],
  ])('count every flag once, %s', async (_, from, to) => {
    const own = open();
    await fill(own, records);
    const tallies = await own.tallies.list(from, to);
    expect(summed(tallies.flatMap((it) => it.cells))).toEqual(expected);
    expect(tallies.reduce((sum, it) => sum + it.records, 0)).toBe(records.length);
    expect(tallies.every((it) => it.agent === EVERYBODY || it.cells.length === 0)).toBe(true);
    expect(tallies.reduce((sum, it) => sum + (it.flags ?? 0), 0)).toBe(
      records.reduce((sum, it) => sum + it.flags.length, 0),
    );
  });

  it('of one agent are hers alone, and are taken out of everybody’s when they are erased', async () => {
    const own = open();
    await fill(own, records);
    const hers = await own.tallies.list('0000-01-01', '9999-12-31', '小林');
    const flags = records.filter((it) => it.agent === '小林').flatMap((it) => it.flags).length;
    const counted = (tallies: typeof hers) =>
      tallies.flatMap((it) => it.cells).reduce((sum, it) => sum + it.flags, 0);
    expect(counted(hers)).toBe(flags);
    const before = counted(await own.tallies.list('2025-12-20', '2026-04-01'));
    await own.tallies.erase('小林');
    expect(counted(await own.tallies.list('2025-12-20', '2026-04-01'))).toBe(before - flags);
    expect(await own.tallies.list('0000-01-01', '9999-12-31', '小林')).toEqual([]);
  });

  it('follow a record through its verdicts', async () => {
    const own = open();
    await fill(own, [aRecord({ id: 'one-0001' })]);
    const cell = async () =>
      (await own.tallies.list('0000-01-01', '9999-12-31')).flatMap((it) => it.cells)[0]!;
    expect(await cell()).toMatchObject({
      flags: 1,
      standings: {},
      hows: { confirmed: 1 },
      book: 'builtin-en@3',
    });
    const said = { records: ['one-0001'], reviewer: 'Kim', reason: '', cause: null, scorecard: null };
    await own.reviews.give({ ...said, verdict: 'uphold' }, 1);
    const { batch } = await own.reviews.give({ ...said, verdict: 'dismiss' }, 2);
    expect((await cell()).standings).toEqual({ dismissed: 1 });
    await own.reviews.undo(batch, 3);
    expect((await cell()).standings).toEqual({ upheld: 1 });
    expect(await own.tallies.rules()).toMatchObject([{ right: 1, wrong: 0 }]);
    expect((await own.reviews.history('one-0001')).map((it) => [it.verdict, it.undoneAt])).toEqual([
      ['uphold', null],
      ['dismiss', 3],
    ]);
  });

  it('outlive the records they were counted from', async () => {
    const own = open();
    await fill(own, records);
    await own.sent.purge(Number.MAX_SAFE_INTEGER);
    expect(await own.desk.count()).toBe(0);
    const tallies = await own.tallies.list('0000-01-01', '9999-12-31');
    expect(summed(tallies.flatMap((it) => it.cells))).toEqual(expected);
  });
});
