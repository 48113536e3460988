// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { INCOMING, type Incoming, type Repositories, settleIncoming } from '@/lib/store';
import { fakeBrowser } from '../fake-extension';
import { aGap } from '../ledger/entries';
import { aFlag, aNewRecord } from '../review/records';
import { ENGINES } from './support';

const NOW = Date.UTC(2026, 0, 31, 13);
const OUTCOME = { at: NOW, by: 'Lin', as: 'script', book: 'own/shop', item: 'answer' } as const;

beforeEach(() => fakeBrowser.reset());

const judge = (own: Repositories, record: string, verdict: 'uphold' | 'dismiss' | 'coach', at = NOW) =>
  own.reviews.give(
    { records: [record], reviewer: 'Kim', verdict, reason: 'So.', cause: null, scorecard: null },
    at,
  );

async function sent(own: Repositories, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) await own.sent.add(aNewRecord({ id, flags: [aFlag(), aFlag({ rule: 'other' })] }));
}

async function contest(own: Repositories): Promise<void> {
  await sent(own, 'sent-1');
  await judge(own, 'sent-1', 'uphold');
  await own.contests.raise('sent-1', { by: 'Mei', comment: 'No.' }, NOW + 1);
  const [raised] = await own.contests.list('open');
  await own.contests.decide(raised!.id, { by: 'Lou', upheld: true, decision: '' }, NOW + 2);
}

const SENDERS: Readonly<Record<keyof typeof INCOMING, (own: Repositories) => Promise<unknown>>> = {
  dismissal: (own) =>
    own.dismissals.add({ id: 'd', createdAt: 1, madeOn: null, kind: 'phrase', rule: 'r', text: 'w' }, 1),
  contest,
  async verdict(own) {
    await sent(own, 'sent-1');
    await judge(own, 'sent-1', 'dismiss');
  },
  correction: (own) =>
    own.corrections.add({
      id: 'c',
      at: 1,
      site: null,
      language: null,
      customer: ['Hi'],
      guessed: null,
      scenario: 'other',
    }),
  gap: (own) => own.ledger.gaps.add(aGap({ id: 'g' })),
  async reply(own) {
    await own.goodReplies.add({
      id: 'reply-1',
      at: 1,
      agent: 'Mei',
      language: null,
      scenario: null,
      text: 'A new one goes out today.',
      moves: ['remedy'],
      grade: 70,
      origin: 'own',
    });
    await own.goodReplies.pick('reply-1', 'Kim', 2);
  },
};
const KINDS = Object.keys(SENDERS) as (keyof typeof INCOMING)[];

describe.each(ENGINES)('what is sent to the trainers, on %s', (_, open) => {
  it.each(KINDS)('%s: waits, is settled, and waits again', async (kind) => {
    const own = open();
    await SENDERS[kind](own);
    const read = (): Promise<Incoming[]> => INCOMING[kind](own);
    const [first, ...more] = await read();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ settled: null, ours: true, item: { from: kind } });
    await settleIncoming(own, first!.item, OUTCOME);
    expect(await read()).toEqual([{ ...first, settled: OUTCOME }]);
    await settleIncoming(own, first!.item, null);
    expect(await read()).toEqual([first]);
  });

  it('are verdicts that a book can learn from, each as it stands now', async () => {
    const own = open();
    await sent(own, 'upheld-1', 'coached-1', 'wrong-1', 'changed-1', 'undone-1');
    await judge(own, 'upheld-1', 'uphold');
    await judge(own, 'coached-1', 'coach', NOW + 1);
    await judge(own, 'wrong-1', 'dismiss', NOW + 2);
    await judge(own, 'changed-1', 'dismiss', NOW + 3);
    await judge(own, 'changed-1', 'uphold', NOW + 4);
    const { batch } = await judge(own, 'undone-1', 'dismiss', NOW + 5);
    await own.reviews.undo(batch, NOW + 6);
    const shown = (await INCOMING.verdict(own)).map(({ item }) => (item.from === 'verdict' ? item : null));
    expect(shown).toMatchObject([
      { wrong: true, by: 'Kim', comment: 'So.', rule: 'got-extra/anyway', at: NOW + 2 },
      { wrong: false, at: NOW + 1 },
    ]);
  });

  it('leaves the customer’s answer to the agent when a gap is settled', async () => {
    const own = open();
    await SENDERS.gap(own);
    const [gap] = await INCOMING.gap(own);
    await settleIncoming(own, gap!.item, OUTCOME);
    expect(await own.ledger.gaps.get('g')).toMatchObject({ state: 'open', outcome: OUTCOME });
  });
});
