// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { newSigningKey, sealBundle } from '@/lib/review';
import { dayOf, type Repositories } from '@/lib/store';
import { fakeBrowser } from '../fake-extension';
import { aFlag, aNewRecord } from '../review/records';
import { ENGINES } from './support';

const [, openMemory] = ENGINES[1]!;
const NOW = Date.UTC(2026, 1, 1, 12);
const SPAN = { from: NOW - 30 * 86_400_000, to: NOW };
const AT = aNewRecord().sentAt;

let agent: Repositories;
let qa: Repositories;
beforeEach(() => {
  fakeBrowser.reset();
  agent = openMemory();
  qa = openMemory();
});

async function fill(own: Repositories): Promise<void> {
  await own.sent.add(aNewRecord({ id: 'one-0001', agent: 'Mei' }));
  await own.sent.add(
    aNewRecord({ id: 'two-0002', agent: 'Mei', flags: [aFlag({ rule: 'r/2', book: 'my-shop@9' })] }),
  );
  await own.counters.add(dayOf(AT), { sent: 40, mended: 3, replies: 10, replySeconds: 300 });
}

async function trust(own: Repositories, other: Repositories, name: string, role: 'agent' | 'reviewer') {
  await own.bundles.trust((await other.bundles.ownKey()).publicKey, { name, role }, NOW);
}

describe('a bundle of records', () => {
  it('asks first whose key it is, then brings records and counts', async () => {
    await fill(agent);
    const file = await agent.bundles.exportRecords('Mei', SPAN);
    const asked = await qa.bundles.take(file, NOW);
    const key = await agent.bundles.ownKey();
    expect(asked).toMatchObject({
      ok: false,
      why: { kind: 'unknown-key', ...key, role: 'agent', agent: 'Mei' },
    });
    await trust(qa, agent, 'Mei', 'agent');
    expect(await qa.bundles.take(file, NOW)).toEqual({
      ok: true,
      taken: { agent: 'Mei', kind: 'records', added: 2, known: 0, books: ['builtin-en@3', 'my-shop@9'] },
    });
    const { records } = await qa.desk.queue({ limit: 10 });
    expect(records.map((it) => [it.id, it.agent, it.origin, it.standing]).sort()).toEqual([
      ['one-0001', 'Mei', key.fingerprint, 'open'],
      ['two-0002', 'Mei', key.fingerprint, 'open'],
    ]);
    const tally = (await qa.tallies.list('2026-01-01', '2026-02-28')).find((it) => it.agent === 'Mei');
    expect(tally).toMatchObject({
      agent: 'Mei',
      records: 2,
      counts: { sent: 40, mended: 3, replySeconds: 300 },
    });
  });

  it('taken in a second time under another id adds nothing', async () => {
    await fill(agent);
    await trust(qa, agent, 'Mei', 'agent');
    await qa.bundles.take(await agent.bundles.exportRecords('Mei', SPAN), NOW);
    await agent.sent.add(aNewRecord({ id: 'three-03', agent: 'Mei' }));
    await agent.counters.add(dayOf(AT), { sent: 2 });
    const again = await qa.bundles.take(await agent.bundles.exportRecords('Mei', SPAN), NOW);
    expect(again).toMatchObject({ ok: true, taken: { added: 1, known: 2 } });
    expect(await qa.desk.count()).toBe(3);
    const tally = (await qa.tallies.list('2026-01-01', '2026-02-28')).find((it) => it.agent === 'Mei');
    expect(tally).toMatchObject({ records: 3, counts: { sent: 42 } });
  });

  it('is masked anew, whatever its maker left in it', async () => {
    const pair = await newSigningKey();
    const record = {
      ...aNewRecord({ text: 'call me at 13812345678 anyway', flags: [aFlag({ start: 23, end: 29 })] }),
      conversation: null,
      risk: 0,
      origin: 'own',
      standing: 'dismissed' as const,
    };
    const content = { records: [record], days: [], reviews: [], contests: [], replies: [] };
    const file = await sealBundle({ id: 'b-1', kind: 'records', made: NOW, agent: 'Mei', ...content }, pair);
    const asked = await qa.bundles.take(file, NOW);
    if (asked.ok || asked.why.kind !== 'unknown-key') throw new Error('not asked');
    await qa.bundles.trust(asked.why.publicKey, { name: 'Mei', role: 'agent' }, NOW);
    await qa.bundles.take(file, NOW);
    const [kept] = (await qa.desk.queue({ limit: 1 })).records;
    expect(kept).toMatchObject({ text: 'call me at [PHONE] anyway', standing: 'open' });
    expect(kept!.text.slice(kept!.flags[0]!.start, kept!.flags[0]!.end)).toBe('anyway');
  });
});

describe('a bundle is refused whole', () => {
  const changed = (file: string, change: (sealed: Record<string, unknown>) => void): string => {
    const sealed = JSON.parse(file) as Record<string, unknown>;
    change(sealed);
    return JSON.stringify(sealed);
  };
  const CASES: readonly [name: string, make: (file: string) => string | Promise<string>, why: string][] = [
    ['cut off', (file) => file.slice(0, -40), 'unreadable'],
    ['something else', () => '{"hello":1}', 'unreadable'],
    ['no JSON', () => 'PK\u0003\u0004', 'unreadable'],
    ['a changed word', (file) => file.replace('anyway', 'anyhow'), 'forged'],
    ['another name', (file) => file.replace('\\"agent\\":\\"Mei\\"', '\\"agent\\":\\"Ann\\"'), 'forged'],
    [
      'a signature of nothing',
      (file) => changed(file, (it) => Object.assign(it, { signature: 'AAAA' })),
      'forged',
    ],
    ['no base64', (file) => changed(file, (it) => Object.assign(it, { key: '%%%' })), 'forged'],
    ['from the future', (file) => changed(file, (it) => Object.assign(it, { version: 2 })), 'newer'],
    ['huge', (file) => file + ' '.repeat(32_000_001), 'oversized'],
    [
      'signed nonsense',
      async () => sealBundle({ records: 'all' } as never, await newSigningKey()),
      'invalid',
    ],
  ];

  it.each(CASES)('%s', async (_, make, why) => {
    await fill(agent);
    await trust(qa, agent, 'Mei', 'agent');
    const file = await make(await agent.bundles.exportRecords('Mei', SPAN));
    expect(await qa.bundles.take(file, NOW)).toMatchObject({ ok: false, why: { kind: why } });
    expect(await qa.desk.count()).toBe(0);
    expect(await qa.bundles.history()).toEqual([]);
  });

  it('when it came before', async () => {
    await fill(agent);
    await trust(qa, agent, 'Mei', 'agent');
    const file = await agent.bundles.exportRecords('Mei', SPAN);
    await qa.bundles.take(file, NOW);
    expect(await qa.bundles.take(file, NOW + 1)).toEqual({ ok: false, why: { kind: 'replayed', at: NOW } });
  });

  it('when its key is somebody else’s', async () => {
    await fill(agent);
    await trust(qa, agent, 'Ann', 'agent');
    const file = await agent.bundles.exportRecords('Mei', SPAN);
    expect(await qa.bundles.take(file, NOW)).toEqual({
      ok: false,
      why: { kind: 'other-agent', agent: 'Mei', known: 'Ann' },
    });
  });

  it('when an agent sends verdicts', async () => {
    await trust(qa, agent, 'Mei', 'agent');
    const file = await agent.bundles.exportVerdicts('Mei', 0);
    expect(await qa.bundles.take(file, NOW)).toEqual({
      ok: false,
      why: { kind: 'not-a-reviewer', known: 'Mei' },
    });
  });
});

describe('the way back', () => {
  it('a verdict reaches the agent, her contest reaches QA, and the decision comes home', async () => {
    await fill(agent);
    await trust(qa, agent, 'Mei', 'agent');
    await trust(agent, qa, 'Kim', 'reviewer');
    await qa.bundles.take(await agent.bundles.exportRecords('Mei', SPAN), NOW);
    const verdict = {
      verdict: 'uphold',
      reason: 'tel 13812345678',
      cause: 'wording',
      scorecard: null,
    } as const;
    await qa.reviews.give({ records: ['one-0001'], reviewer: 'Kim', ...verdict }, NOW);
    await agent.bundles.take(await qa.bundles.exportVerdicts('Mei', 0), NOW);
    expect(await agent.sent.get('one-0001')).toMatchObject({ standing: 'upheld' });
    expect(await agent.reviews.history('one-0001')).toMatchObject([
      { reviewer: 'Kim', reason: 'tel [PHONE]' },
    ]);

    const raised = await agent.contests.raise('one-0001', { by: 'Mei', comment: 'He asked for it' }, NOW + 1);
    expect(raised.ok).toBe(true);
    await qa.bundles.take(await agent.bundles.exportRecords('Mei', SPAN), NOW + 2);
    const [contest] = await qa.contests.list('open');
    expect(contest).toMatchObject({ record: 'one-0001', by: 'Mei', comment: 'He asked for it' });
    const decided = { upheld: true, decision: 'right' };
    expect(await qa.contests.decide(contest!.id, { by: 'Kim', ...decided }, NOW + 3)).toEqual({
      ok: false,
      why: 'same-reviewer',
    });
    await qa.contests.decide(contest!.id, { by: 'Lou', ...decided }, NOW + 3);
    expect((await qa.contests.forTrainers()).map((it) => it.record?.id)).toEqual(['one-0001']);
    await agent.bundles.take(await qa.bundles.exportVerdicts('Mei', 0), NOW + 4);
    expect(await agent.sent.get('one-0001')).toMatchObject({ standing: 'cleared' });
    expect(await qa.tallies.rules()).toMatchObject([
      { rule: 'got-extra/anyway', right: 0, wrong: 1, contests: 1, overturned: 1 },
    ]);

    const outcome = { by: 'Lin', as: 'exception', book: 'own/shop', item: 'got-extra/anyway' } as const;
    await qa.contests.settle(contest!.id, { at: NOW + 5, ...outcome });
    const told = await qa.bundles.exportVerdicts('Mei', 0);
    await agent.bundles.take(told, NOW + 6);
    expect((await agent.contests.of('one-0001'))[0]).toMatchObject({ state: 'upheld', outcome });
  });

  it('what a trainer made of a verdict comes home, and an older file takes nothing back', async () => {
    await fill(agent);
    await trust(qa, agent, 'Mei', 'agent');
    await trust(agent, qa, 'Kim', 'reviewer');
    await qa.bundles.take(await agent.bundles.exportRecords('Mei', SPAN), NOW);
    const verdict = { verdict: 'dismiss', reason: '', cause: null, scorecard: null } as const;
    await qa.reviews.give({ records: ['one-0001'], reviewer: 'Kim', ...verdict }, NOW);
    const before = await qa.bundles.exportVerdicts('Mei', 0);
    const [found] = await qa.reviews.forTrainers(9);
    const outcome = { at: NOW + 1, by: 'Lin', as: 'pass', book: 'own/shop', item: 'a' } as const;
    await qa.reviews.settle(found!.review.id, outcome);
    await agent.bundles.take(await qa.bundles.exportVerdicts('Mei', 0), NOW + 2);
    await agent.bundles.take(before, NOW + 3);
    expect(await agent.reviews.history('one-0001')).toMatchObject([{ verdict: 'dismiss', outcome }]);
  });
});
