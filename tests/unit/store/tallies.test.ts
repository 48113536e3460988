// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_TEAM, type RemedyEntry } from '@/lib/ledger';
import { EVERYBODY, type SentRecord, STANDINGS, seeded, type Tally, weekOf } from '@/lib/review';
import { dayOf, type Repositories } from '@/lib/store';
import { LOG_TABLES, LogWriter } from '@/lib/store/review/writer';
import { teamSetting } from '@/lib/store/settings';
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

type Sums = Record<string, number>;
const add = (sums: Sums, key: string, count = 1): void => {
  if (count !== 0) sums[key] = (sums[key] ?? 0) + count;
};

/** Everything that is told of flags, however it was grouped. */
function summed(tallies: readonly Tally[]): Sums {
  const sums: Sums = {};
  for (const { cells, scenarios, records, agent, flags } of tallies) {
    if (agent !== EVERYBODY) {
      add(sums, `records of ${agent}`, records);
      add(sums, `flags of ${agent}`, flags);
    }
    for (const it of scenarios) add(sums, `in ${it.scenario}`, it.flags);
    for (const it of cells) {
      const rule = `${it.rule} ${it.category} ${it.severity} ${it.book}`;
      add(sums, rule, it.flags);
      for (const [standing, count] of Object.entries(it.standings)) add(sums, `${rule} ${standing}`, count);
      for (const [how, count] of Object.entries(it.hows)) add(sums, `${rule} ${how}`, count);
    }
  }
  return sums;
}

/** The same by a look at every record. */
function scanned(records: readonly SentRecord[]): Sums {
  const sums: Sums = {};
  for (const { agent, flags, scenario, standing, how } of records) {
    add(sums, `records of ${agent}`);
    add(sums, `flags of ${agent}`, flags.length);
    for (const flag of flags) {
      const rule = `${flag.rule} ${flag.category} ${flag.severity} ${flag.book}`;
      add(sums, `in ${scenario}`);
      add(sums, rule);
      if (standing !== 'open') add(sums, `${rule} ${standing}`);
      if (how !== 'unguarded') add(sums, `${rule} ${how}`);
    }
  }
  return sums;
}

beforeEach(() => fakeBrowser.reset());

describe.each(ENGINES)('tallies on %s', (_, open) => {
  const records = manyRecords(300);
  const expected = scanned(records);

  it.each([
    ['by days', '0000-01-01', '9999-12-31'],
    ['by weeks with days at both ends', '2025-12-20', '2026-04-01'],
  ])('count every flag once, %s', async (_, from, to) => {
    const own = open();
    await fill(own, records);
    const tallies = await own.tallies.list(from, to);
    expect(summed(tallies)).toEqual(expected);
    expect(tallies.every((it) => it.agent === EVERYBODY || it.cells.length === 0)).toBe(true);
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
    expect(summed(tallies)).toEqual(expected);
  });

  it('are what a look at every record gives, after any run of records, verdicts, deletions and retention', async () => {
    const random = seeded(3);
    const int = (below: number): number => Math.floor(random() * below);
    const own = open();
    const all = manyRecords(160, 9);
    /** Everything ever written as it stands, gone or not, and what can still be judged. */
    const written: SentRecord[] = [];
    const kept = new Map<string, SentRecord>();
    const batches: { batch: string; before: SentRecord[] }[] = [];
    for (let step = 0; step < 24; step++) {
      const records = all.slice(written.length, written.length + 1 + int(14));
      if (records.length > 0 && random() < 0.7) {
        await fill(own, records);
        for (const it of records.map((record) => ({ ...record }))) {
          written.push(it);
          kept.set(it.id, it);
        }
      }
      const some = [...kept.values()].filter(() => random() < 0.2);
      const what = random();
      if (what < 0.5) {
        const verdict = (['uphold', 'coach', 'dismiss'] as const)[int(3)]!;
        const said = { reviewer: 'Kim', reason: '', cause: null, scorecard: null };
        const { batch } = await own.reviews.give(
          { records: some.map((it) => it.id), verdict, ...said },
          step,
        );
        batches.push({ batch, before: some.map((it) => ({ ...it })) });
        for (const it of some)
          it.standing = STANDINGS[{ uphold: 1, coach: 2, dismiss: 3 }[verdict]] ?? 'open';
      } else if (what < 0.65 && batches.length > 0) {
        const { batch, before } = batches.pop()!;
        await own.reviews.undo(batch, step);
        for (const { id, standing } of before) {
          const record = kept.get(id);
          if (record !== undefined) record.standing = standing;
        }
      } else if (what < 0.85) {
        await own.sent.remove(some.map((it) => it.id));
        for (const { id } of some) kept.delete(id);
      } else {
        const oldest = [...kept.values()].map((it) => it.sentAt).sort((a, b) => a - b);
        const before = oldest[int(Math.ceil(oldest.length / 3))] ?? 0;
        await own.sent.purge(before);
        for (const [id, it] of kept) if (it.sentAt < before) kept.delete(id);
      }
    }
    expect(written.length).toBeGreaterThan(100);
    expect(kept.size).toBeGreaterThan(5);
    for (const [from, to] of [
      ['0000-01-01', '9999-12-31'],
      ['2025-12-20', '2026-04-01'],
    ] as const) {
      expect(summed(await own.tallies.list(from, to))).toEqual(scanned(written));
    }
    // A time of its own, with broken weeks at both ends.
    const within = written.filter(
      (it) => dayOf(it.sentAt) >= '2026-01-08' && dayOf(it.sentAt) <= '2026-02-17',
    );
    expect(summed(await own.tallies.list('2026-01-08', '2026-02-17'))).toEqual(scanned(within));
    const open_ = [...kept.values()].filter((it) => it.standing === 'open');
    const queue = await own.desk.queue({ filter: { standings: ['open'] }, limit: 400 });
    expect(queue.total).toBe(open_.length);
    expect(queue.records.map((it) => it.id)).toEqual(
      (await own.desk.queue({ filter: { standings: ['open'], from: 0 }, limit: 400 })).records.map(
        (it) => it.id,
      ),
    );
    expect(new Set(queue.records.map((it) => it.id))).toEqual(new Set(open_.map((it) => it.id)));
  });

  it('tell what was given by week and month, own and handed over', async () => {
    const own = open();
    const at = (day: string) => new Date(`${day}T12:00:00`).getTime();
    const given = (id: string, day: string, amount: number, currency: string): RemedyEntry => ({
      id,
      at: at(day),
      kind: 'coupon',
      remedy: null,
      amount,
      currency,
      order: null,
      role: 'agent',
      site: null,
      language: null,
      scenario: null,
      conversation: [],
    });
    await own.ledger.remedies.add(given('a', '2026-01-31', 500, 'CNY'));
    await own.ledger.remedies.add(given('b', '2026-02-01', 700, 'CNY'));
    await own.ledger.remedies.add(given('c', '2026-02-03', 900, 'TWD'));
    await own.store.write(LOG_TABLES, 'relaxed', async (tx) => {
      const writer = await LogWriter.on(tx);
      await writer.countDay('2026-02-01', 'Mei', { spent: { CNY: 40 } });
      await writer.write();
    });
    expect(await own.tallies.spending('2026-01-05', '2026-02-20', 'month')).toEqual([
      { period: '2026-01', currency: 'CNY', amount: 500 },
      { period: '2026-02', currency: 'CNY', amount: 740 },
      { period: '2026-02', currency: 'TWD', amount: 900 },
    ]);
    expect(await own.tallies.spending('2026-01-28', '2026-02-20', 'week')).toEqual([
      { period: weekOf('2026-01-31'), currency: 'CNY', amount: 1240 },
      { period: '2026-02-02', currency: 'TWD', amount: 900 },
    ]);
  });

  it.each([
    // The last evening of January in New York is February in Shanghai and still January in Honolulu.
    ['Asia/Shanghai', '2026-02'],
    ['Pacific/Honolulu', '2026-01'],
  ])('tell what was given by the calendar of a shop in %s, not of the machine', async (timeZone, month) => {
    const own = open();
    const { shop, ...team } = DEFAULT_TEAM;
    await teamSetting.setValue({ ...team, shop: { ...shop, timeZone } });
    await own.ledger.remedies.add({
      id: 'a',
      at: Date.UTC(2026, 0, 31, 23, 30),
      kind: 'coupon',
      remedy: null,
      amount: 500,
      currency: 'CNY',
      order: null,
      role: 'agent',
      site: null,
      language: null,
      scenario: null,
      conversation: [],
    });
    const wanted = [{ period: month, currency: 'CNY', amount: 500 }];
    expect(await own.tallies.spending('2026-01-05', '2026-02-20', 'month')).toEqual(wanted);
    const days = await own.tallies.list('2026-01-05', '2026-02-20', '');
    expect(days.map((it) => it.day)).toEqual([month === '2026-02' ? '2026-02-01' : '2026-01-31']);
  });
});
