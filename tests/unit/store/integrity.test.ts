// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { SEGMENT, type SentRecord } from '@/lib/review';
import type { LogDamage, Repositories } from '@/lib/store';
import { LOG_TABLES, LogWriter } from '@/lib/store/review/writer';
import type { LogSegment } from '@/lib/store/tables';
import { fakeBrowser } from '../fake-extension';
import { manyRecords } from '../review/many';
import { ENGINES } from './support';

const RECORDS = 40;
const records = manyRecords(RECORDS);
const NOW = Math.max(...records.map((it) => it.sentAt)) + 1000;
const WHOLE: LogDamage = { rebuilt: 0, lost: [], figures: [], ahead: null };

async function fill(own: Repositories, some: readonly SentRecord[]): Promise<void> {
  await own.store.write(LOG_TABLES, 'relaxed', async (tx) => {
    const writer = await LogWriter.on(tx);
    for (const record of some) await writer.add(record);
    await writer.write();
  });
}

/** Changes the only stretch on disk as a fault would. */
async function breakSegment(own: Repositories, change: (segment: LogSegment) => void): Promise<void> {
  await own.store.write(['logSegments'], 'relaxed', async (tx) => {
    const segment = (await tx.get('logSegments', 0))!;
    change(segment);
    await tx.put('logSegments', segment);
  });
}

const FAULTS: readonly [
  name: string,
  spoil: (own: Repositories) => Promise<void>,
  found: Partial<LogDamage>,
][] = [
  [
    'a column that was cut off',
    (own) =>
      breakSegment(own, ({ columns }) => {
        columns.risk = columns.risk.slice(0, 3);
      }),
    { rebuilt: 1 },
  ],
  [
    'a column that is missing',
    (own) => breakSegment(own, ({ columns }) => void Reflect.deleteProperty(columns, 'marks')),
    { rebuilt: 1 },
  ],
  [
    'a column of another kind',
    (own) => breakSegment(own, ({ columns }) => void Object.assign(columns, { rules: 'nothing' })),
    { rebuilt: 1 },
  ],
  [
    'one changed number',
    (own) =>
      breakSegment(own, ({ columns }) => {
        columns.agent[7]! += 1;
      }),
    { rebuilt: 1 },
  ],
  [
    'more rows than there is room for',
    (own) =>
      breakSegment(own, (segment) => {
        segment.count = SEGMENT + 1;
      }),
    { rebuilt: 1 },
  ],
  [
    'columns that are gone',
    (own) => own.store.write(['logSegments'], 'relaxed', (tx) => tx.delete('logSegments', 0)),
    { rebuilt: 1 },
  ],
  [
    'figures that are no figures',
    (own) =>
      own.store.write(['tallyCells'], 'relaxed', async (tx) => {
        const [cells] = await tx.list('tallyCells');
        await tx.put('tallyCells', { ...cells!, span: '2026-02-03', data: Uint32Array.of(1, 2, 3) });
      }),
    { figures: ['2026-02-03'] },
  ],
];

beforeEach(() => fakeBrowser.reset());

describe.each(ENGINES)('a log on %s', (_, open) => {
  it('is whole when nothing happened to it', async () => {
    const own = open();
    await fill(own, records);
    expect(await own.integrity.check(NOW)).toEqual(WHOLE);
    await own.sent.remove([records[3]!.id]);
    expect(await own.integrity.check(NOW)).toEqual(WHOLE);
  });

  it.each(FAULTS)('with %s is mended, and every message is found again', async (_, spoil, found) => {
    const own = open();
    await fill(own, records);
    await spoil(own);
    // What is broken takes nothing else along.
    await own.desk.count();
    expect(await own.integrity.check(NOW)).toEqual({ ...WHOLE, ...found });
    expect(await own.desk.count()).toBe(RECORDS);
    const agents = new Map<string, number>();
    for (const { agent } of records) agents.set(agent, (agents.get(agent) ?? 0) + 1);
    expect(new Map((await own.desk.facets()).agents)).toEqual(agents);
    expect(await own.integrity.check(NOW)).toEqual(WHOLE);
  });

  it('names messages that are gone by day and agent, and keeps the others', async () => {
    const own = open();
    await fill(own, records);
    const gone = records[5]!;
    await own.store.write(['sent'], 'relaxed', (tx) => tx.delete('sent', gone.id));
    const { lost } = await own.integrity.check(NOW);
    expect(lost).toMatchObject([{ agent: gone.agent, count: 1 }]);
    expect(lost[0]!.day).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(await own.desk.count()).toBe(RECORDS - 1);
    expect(await own.integrity.check(NOW)).toEqual(WHOLE);
  });

  it('says when messages are of a time that has not come', async () => {
    const own = open();
    await fill(own, records);
    const back = NOW - 400 * 86_400_000;
    expect(await own.integrity.check(back)).toEqual({ ...WHOLE, ahead: NOW - 1000 });
  });
});
