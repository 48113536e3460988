// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { ledgerActions } from '@/components/agent/live/ledger-actions';
import type { Repositories } from '@/lib/store';
import { changeTeam } from '@/lib/store/settings';
import { fakeBrowser } from '../fake-extension';
import { aGap, aPromise } from '../ledger/entries';
import { ENGINES } from '../store/support';

const here = { site: null, language: 'en', scenario: 'price-drop' } as const;
const HOUR = 3_600_000;

describe.each(ENGINES)('the ledger, on %s', (_, open) => {
  let own: Repositories;
  const actions = () => ledgerActions(own, ['My order 230517882 came too late']);
  beforeEach(() => {
    fakeBrowser.reset();
    own = open();
  });

  it('undo takes back its own change and none that came after it', async () => {
    const due = Date.now() + HOUR;
    await own.ledger.promises.add(aPromise({ due, sentence: 'It ships today.' }));
    const undo = await actions().changePromise('promise-1', { type: 'edit', due: due + HOUR });
    await actions().changePromise('promise-1', { type: 'edit', sentence: 'It ships by eight.' });
    expect(await undo()).toBe(true);
    expect(await own.ledger.promises.get('promise-1')).toMatchObject({
      due,
      sentence: 'It ships by eight.',
      history: [{ what: 'made' }, { what: 'edited' }],
    });
  });

  it('undo leaves a promise alone that was settled otherwise since', async () => {
    await own.ledger.promises.add(aPromise({ due: Date.now() + HOUR }));
    const undo = await actions().changePromise('promise-1', { type: 'break' });
    await actions().changePromise('promise-1', { type: 'reopen' });
    await actions().changePromise('promise-1', { type: 'keep' });
    expect(await undo()).toBe(false);
    expect(await own.ledger.promises.get('promise-1')).toMatchObject({ state: 'kept' });
  });

  it('undo of a settling opens it again', async () => {
    await own.ledger.promises.add(aPromise({ due: Date.now() + HOUR }));
    const undo = await actions().changePromise('promise-1', { type: 'keep' });
    await undo();
    expect(await own.ledger.promises.get('promise-1')).toMatchObject({
      state: 'open',
      settledAt: null,
      confirmed: false,
      history: [{ what: 'made' }],
    });
  });

  it('undo of words leaves the others', async () => {
    await own.ledger.gaps.add(aGap());
    const undo = await actions().changeGap('gap-1', { missing: 'a rule' });
    await actions().changeGap('gap-1', { suggested: 'an answer' });
    await undo();
    expect(await own.ledger.gaps.get('gap-1')).toMatchObject({ missing: '', suggested: 'an answer' });
  });

  it('undo of a remedy takes its visit along, unless the customer was visited meanwhile', async () => {
    await changeTeam((team) => ({
      ...team,
      visits: { ...team.visits, complaint: { on: true, afterDays: 3 } },
    }));
    const choice = { kind: 'gift', remedy: 'gift', amount: 500, currency: 'CNY', order: '' } as const;
    const undo = await actions().give(choice, here);
    await undo();
    expect([await own.ledger.remedies.count(), await own.ledger.followUps.count()]).toEqual([0, 0]);

    const again = await actions().give(choice, here);
    const [visit] = await own.ledger.followUps.list();
    await actions().changeVisit(visit!.id, { type: 'done', outcome: 'happy' });
    expect(await again()).toBe(false);
    expect([await own.ledger.remedies.count(), await own.ledger.followUps.count()]).toEqual([0, 1]);
  });

  it('undo of a question takes the promise along, unless it was kept meanwhile', async () => {
    const gap = { question: 'In pebbles?', due: Date.now() + HOUR, said: 'I will find out.' };
    const first = await actions().recordGap(gap, here);
    expect(await first.undo()).toBe(true);
    expect([await own.ledger.gaps.count(), await own.ledger.promises.count()]).toEqual([0, 0]);

    const second = await actions().recordGap(gap, here);
    await actions().changePromise(`${second.id}-promise`, { type: 'keep' });
    expect(await second.undo()).toBe(false);
    expect([await own.ledger.gaps.count(), await own.ledger.promises.count()]).toEqual([0, 1]);
  });

  it('an order is known again however its number is written, and never by the number', async () => {
    const mark = await actions().markOrder('2305-17882');
    expect(await actions().markOrder(' 230517882 ')).toBe(mark);
    expect(mark).not.toContain('230517882');
    expect(await actions().markOrder(' ')).toBeNull();
    await actions().give(
      { kind: 'gift', remedy: 'gift', amount: 500, currency: 'CNY', order: '230517882' },
      here,
    );
    expect(await own.ledger.remedies.list()).toMatchObject([{ order: mark }]);
  });
});
