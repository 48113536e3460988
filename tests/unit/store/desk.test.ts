// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { fits, inOrder, RECORD_ORDERS, type RecordFilter, type SentRecord } from '@/lib/review';
import type { Repositories } from '@/lib/store';
import { LOG_TABLES, LogWriter } from '@/lib/store/review/writer';
import { fakeBrowser } from '../fake-extension';
import { manyRecords } from '../review/many';
import { ENGINES } from './support';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

const FILTERS: readonly [name: string, filter: RecordFilter][] = [
  ['everything', {}],
  ['one rule', { rules: ['rule/3'] }],
  ['two rules', { rules: ['rule/3', 'rule/5'] }],
  ['a rule nobody broke', { rules: ['rule/none'] }],
  ['a category', { categories: ['got-extra', 'compliance'] }],
  ['a severity', { severities: ['critical'] }],
  ['a scenario', { scenarios: ['price-drop'] }],
  ['no known scenario', { scenarios: [null] }],
  ['an agent', { agents: ['小林'] }],
  ['the agent without a name', { agents: [''] }],
  ['an agent nobody knows', { agents: ['Zoe'] }],
  ['a page of ours', { sites: [null] }],
  ['a site', { sites: ['https://b.example'] }],
  ['a language', { languages: ['zh-Hant', null] }],
  ['how it left', { hows: ['elsewhere', 'reasoned'] }],
  ['found by the second look', { by: 'model' }],
  ['moves', { makes: ['apology'], lacks: ['remedy', 'choice'] }],
  ['days', { from: START + 10 * DAY, to: START + 20 * DAY }],
  ['a conversation', { conversation: 'c7' }],
  ['Chinese words', { text: '多给您' }],
  ['Chinese words in the other script', { text: '多給您' }],
  ['the beginning of an English word', { text: 'refu' }],
  ['words of both', { text: 'parcel 退款' }],
  ['one character', { text: '规' }],
  ['words nobody wrote', { text: '绝对没有' }],
  [
    'much at once',
    { agents: ['Mei', 'Bo'], severities: ['high', 'critical'], text: '快递', lacks: ['thanks'] },
  ],
];

async function fill(own: Repositories, records: readonly SentRecord[]): Promise<void> {
  await own.store.write(LOG_TABLES, 'relaxed', async (tx) => {
    const writer = await LogWriter.on(tx);
    for (const record of records) await writer.add(record);
    await writer.write();
  });
}

beforeEach(() => fakeBrowser.reset());

describe.each(ENGINES)('the queue on %s', (_, open) => {
  const records = manyRecords(400);
  const expected = (filter: RecordFilter, order: (typeof RECORD_ORDERS)[number]) =>
    records.filter((it) => fits(it, filter)).sort(inOrder(order));

  it.each(FILTERS)('finds what a look at every record finds: %s', async (_, filter) => {
    const own = open();
    await fill(own, records);
    const found = await own.desk.queue({ filter, limit: 1000 });
    expect(found.records.map((it) => it.id).sort()).toEqual(
      expected(filter, 'newest')
        .map((it) => it.id)
        .sort(),
    );
    expect(found.total).toBe(found.records.length);
  });

  it.each(RECORD_ORDERS)('gives pages in order: %s', async (order) => {
    const own = open();
    await fill(own, records);
    const key = (it: SentRecord) => [
      order === 'risk' ? it.risk : order === 'agent' ? it.agent : order === 'scenario' ? it.scenario : '',
      it.sentAt,
    ];
    const wanted = order === 'scenario' || order === 'rule' ? null : expected({}, order);
    const pages = await Promise.all(
      [0, 7, 14, 390].map((offset) => own.desk.queue({ order, offset, limit: 7 })),
    );
    expect(pages.map((it) => it.records.length)).toEqual([7, 7, 7, 7]);
    if (wanted === null) return;
    const got = pages.flatMap((it) => it.records.map(key));
    expect(got).toEqual([0, 7, 14, 390].flatMap((at) => wanted.slice(at, at + 7)).map(key));
  });

  it('counts beside each choice', async () => {
    const own = open();
    await fill(own, records);
    const filter: RecordFilter = { severities: ['high', 'critical'] };
    const facets = await own.desk.facets(filter);
    const fitting = expected(filter, 'newest');
    expect(facets.total).toBe(fitting.length);
    for (const agent of ['', 'Mei', '小林'])
      expect(facets.agents.get(agent)).toBe(fitting.filter((it) => it.agent === agent).length);
    expect(facets.rules.get('rule/3')).toBe(
      fitting.filter((it) => it.flags.some((flag) => flag.rule === 'rule/3')).length,
    );
    expect(facets.scenarios.get('')).toBe(fitting.filter((it) => it.scenario === null).length);
    expect(facets.standings.get('open')).toBe(fitting.length);
  });

  it('draws the same sample with the same seed, and another with another', async () => {
    const own = open();
    await fill(own, records);
    const [a, again, b] = [
      await own.desk.sample({ size: 30, seed: 7 }),
      await own.desk.sample({ size: 30, seed: 7 }),
      await own.desk.sample({ size: 30, seed: 8 }),
    ];
    expect(new Set(a).size).toBe(30);
    expect(again).toEqual(a);
    expect(b).not.toEqual(a);
    const byAgent = await own.desk.sample({ size: 20, seed: 7, by: 'agent' });
    const agents = (await own.desk.get(byAgent)).map((it) => it.agent);
    expect(new Set(agents).size).toBe(5);
  });

  it('sees what changed since it was asked last', async () => {
    const own = open();
    await fill(own, records.slice(0, 10));
    expect(await own.desk.count()).toBe(10);
    await own.sent.add({ ...records[20]!, marks: [] });
    expect(await own.desk.count()).toBe(11);
    await own.reviews.give(
      {
        records: [records[3]!.id],
        reviewer: 'Kim',
        verdict: 'dismiss',
        reason: '',
        cause: null,
        scorecard: null,
      },
      1,
    );
    expect(await own.desk.count({ standings: ['dismissed'] })).toBe(1);
    await own.sent.purge(Number.MAX_SAFE_INTEGER);
    expect(await own.desk.count()).toBe(0);
  });
});
