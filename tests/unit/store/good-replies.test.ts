// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { replyGrade } from '@/lib/review';
import type { Repositories } from '@/lib/store';
import { fakeBrowser } from '../fake-extension';
import { ENGINES } from './support';

type NewReply = Parameters<Repositories['goodReplies']['add']>[0];
const aReply = (id: string, over: Partial<NewReply> = {}): NewReply => ({
  id,
  at: 10,
  agent: 'Mei',
  language: 'zh-Hans',
  scenario: 'damaged',
  text: `让您久等了，今天就给您补发。${id}`,
  moves: ['apology', 'remedy'],
  grade: 70,
  origin: 'own',
  ...over,
});

beforeEach(() => fakeBrowser.reset());

describe('a grade', () => {
  it.each([
    [[], 0],
    [['remedy'], 40],
    [['remedy', 'remedy', 'apology'], 48],
    [['acknowledge', 'empathy', 'apology', 'thanks'], 32],
    [['acknowledge', 'apology', 'remedy', 'choice', 'follow-up'], 72],
    [
      [
        'acknowledge',
        'empathy',
        'apology',
        'thanks',
        'ownership',
        'remedy',
        'choice',
        'commitment',
        'follow-up',
      ],
      95,
    ],
  ] as const)('of the moves %j is %i', (moves, grade) => {
    expect(replyGrade(moves)).toBe(grade);
  });
});

describe.each(ENGINES)('good replies on %s', (_, open) => {
  it('come best first, and the same words once', async () => {
    const own = open();
    expect(await own.goodReplies.add(aReply('reply-a'))).toBe(true);
    expect(await own.goodReplies.add(aReply('reply-b', { grade: 90 }))).toBe(true);
    expect(await own.goodReplies.add(aReply('reply-c', { text: aReply('reply-a').text }))).toBe(false);
    expect((await own.goodReplies.best(0)).map((it) => it.id)).toEqual(['reply-b', 'reply-a']);
    expect(await own.goodReplies.best(11)).toEqual([]);
  });

  it('go to the trainers when they are picked, and with the consent when they are not', async () => {
    const own = open();
    await own.goodReplies.add(aReply('reply-a'));
    await own.goodReplies.add(aReply('reply-b'));
    await own.goodReplies.add(aReply('reply-c', { origin: 'ab12' }));
    await own.goodReplies.pick('reply-a', 'Kim', 20);
    expect((await own.goodReplies.picked()).map((it) => it.picked)).toEqual([{ by: 'Kim', at: 20 }]);
    await own.goodReplies.forget('own', 'unpicked');
    expect((await own.goodReplies.best(0)).map((it) => it.id).sort()).toEqual(['reply-a', 'reply-c']);
    await own.goodReplies.unpick('reply-a');
    expect(await own.goodReplies.purge(15)).toBe(2);
  });

  it('travel with an agent’s file, masked anew, and keep what was made of them', async () => {
    const mei = open();
    await mei.goodReplies.add(aReply('reply-a', { text: '给您补发，联系 13812345678' }));
    const file = await mei.bundles.exportRecords('Mei', { from: 0, to: 100 });
    const again = await mei.bundles.exportRecords('Mei', { from: 0, to: 100 });
    const { publicKey } = await mei.bundles.ownKey();
    const qa = open();
    await qa.bundles.trust(publicKey, { name: 'Mei', role: 'agent' }, 1);
    expect((await qa.bundles.take(file, 2)).ok).toBe(true);
    const [reply] = await qa.goodReplies.best(0);
    expect(reply?.text).not.toContain('13812345678');
    expect(reply).toMatchObject({ agent: 'Mei', grade: replyGrade(['apology', 'remedy']), picked: null });
    await qa.goodReplies.pick('reply-a', 'Kim', 3);
    expect((await qa.bundles.take(again, 4)).ok).toBe(true);
    expect((await qa.goodReplies.picked()).map((it) => it.id)).toEqual(['reply-a']);
  });
});
