// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { EVERYBODY } from '@/lib/review';
import { eraseKept, exportKept, keptAmounts, type Repositories } from '@/lib/store';
import { LOG_TABLES, LogWriter } from '@/lib/store/review/writer';
import { settings } from '@/lib/store/settings';
import { fakeBrowser } from '../fake-extension';
import { aFollowUp, aGap, anEscalation, aPromise, aRemedy } from '../ledger/entries';
import { aNewRecord, aRecord } from '../review/records';
import { ENGINES } from './support';

beforeEach(() => fakeBrowser.reset());

async function record(own: Repositories): Promise<void> {
  await own.sent.add(aNewRecord());
  await own.corrections.add({
    id: 'c-1',
    at: 1,
    site: null,
    language: null,
    customer: [],
    guessed: null,
    scenario: 'other',
  });
  await own.counters.add('2026-01-01', { mended: 1, flagged: 1 });
  await own.counters.add('2026-01-02', { mended: 1 });
  await own.scriptUses.add('apology-1', 1);
  await own.bookDays.add('2026-01-02', 'en', 'scripts', 'apology-1');
  await own.ledger.promises.add(aPromise({ id: 'p-1' }));
  await own.ledger.remedies.add(aRemedy({ id: 'r-1' }));
  await own.ledger.gaps.add(aGap({ id: 'g-1' }));
  await own.ledger.escalations.add(anEscalation({ id: 'e-1' }));
  await own.ledger.followUps.add(aFollowUp({ id: 'f-1' }));
  await own.practiceResults.add({
    id: 'p-1',
    at: 1,
    played: 'puzzle-en',
    score: 95,
    ending: 'settled',
    replies: 2,
    flags: 0,
  });
  await own.verdicts.add({
    id: 'v-1',
    at: 1,
    site: null,
    language: null,
    scenario: null,
    reading: 'zh',
    said: 'right',
    category: 'blame',
    text: '',
    before: '',
    after: '',
    mark: 'a',
  });
  await own.goodReplies.add({
    id: 'good-0001',
    at: 1,
    agent: 'Mei',
    language: 'en',
    scenario: null,
    text: 'Sorry about that. I will send a new one today.',
    moves: ['apology', 'remedy'],
    grade: 70,
    origin: 'own',
  });
  const message = { text: 'a', who: 'agent', at: null, verdict: null, scenario: null } as const;
  const set = { id: 's-1', name: 'Chats', savedAt: 1, count: 2, agents: 2, judged: 0 };
  await own.savedMessages.save(set, [message, message]);
  await own.dismissals.add({ id: 'd-1', createdAt: 1, madeOn: null, kind: 'rule', rule: 'blame/you' }, 1);
}

describe.each(ENGINES)('what is kept, on %s', (_, open) => {
  it('is summed up', async () => {
    const own = open();
    await record(own);
    expect(await keptAmounts(own)).toEqual({
      sent: 1,
      corrections: 1,
      days: 2,
      scripts: 1,
      practice: 1,
      verdicts: 1,
      replies: 1,
      savedChats: 2,
      promises: 1,
      remedies: 1,
      requests: 2,
      visits: 1,
    });
  });

  it('can be taken along, all of it', async () => {
    const own = open();
    await record(own);
    const data = await exportKept(own, 99);
    expect(data).toMatchObject({ format: 'tactful-data', version: 1, exportedAt: 99 });
    const { format: _, version, exportedAt, tallies, ...tables } = data;
    expect(tallies).toContainEqual(expect.objectContaining({ agent: 'Mei', records: 1 }));
    expect(version + exportedAt).toBe(100);
    expect(Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length]))).toEqual({
      sent: 1,
      reviews: 0,
      contests: 0,
      corrections: 1,
      dismissals: 1,
      counters: 3,
      scriptUses: 1,
      bookDays: 1,
      practiceResults: 1,
      modelVerdicts: 1,
      goodReplies: 1,
      savedChats: 1,
      promises: 1,
      remedies: 1,
      gaps: 1,
      escalations: 1,
      followUps: 1,
    });
  });

  it('is erased without what other agents handed over', async () => {
    const own = open();
    await record(own);
    await own.store.write(LOG_TABLES, 'relaxed', async (tx) => {
      const writer = await LogWriter.on(tx);
      await writer.add(aRecord({ id: 'theirs-1', agent: 'Bo', origin: 'ab12' }));
      await writer.write();
    });
    await eraseKept(own);
    expect((await own.desk.queue({ limit: 9 })).records.map((it) => it.id)).toEqual(['theirs-1']);
    expect((await own.tallies.list('0000-01-01', '9999-12-31')).map((it) => it.agent)).toEqual([
      EVERYBODY,
      'Bo',
    ]);
  });

  it('can be erased; choices stay', async () => {
    const own = open();
    await record(own);
    await eraseKept(own);
    expect(Object.values(await keptAmounts(own))).toEqual(Array(12).fill(0));
    expect(await own.tallies.list('0000-01-01', '9999-12-31')).toEqual([]);
    expect(await own.bookDays.list('0000-01-01', '9999-12-31')).toEqual([]);
    expect(await own.dismissals.list()).toHaveLength(1);
    expect((await settings.dismissals.getValue()).rules).toHaveLength(1);
  });
});
