import { describe, expect, it } from 'vitest';
import {
  changePromise,
  inDueOrder,
  isSameConversation,
  type PromiseChange,
  type PromiseEntry,
  planReminders,
  reminded,
  urgencyOf,
  withClockPutRight,
} from '@/lib/ledger';
import { aFollowUp, aPromise } from './entries';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = Date.parse('2026-11-23T12:00:00Z');

const made = (it: Partial<PromiseEntry> = {}): PromiseEntry =>
  aPromise({ madeAt: NOON, due: NOON + 2 * HOUR, ...it });

describe('a promise', () => {
  it.each<[string, PromiseChange, number, Partial<PromiseEntry>, string[]]>([
    ['confirmed', { type: 'confirm' }, NOON, { confirmed: true, state: 'open' }, ['made', 'confirmed']],
    [
      'given another time',
      { type: 'edit', due: NOON + 3 * HOUR },
      NOON,
      { due: NOON + 3 * HOUR, confirmed: true, precise: true },
      ['made', 'edited'],
    ],
    [
      'worded otherwise',
      { type: 'edit', sentence: '后天发货。' },
      NOON,
      { sentence: '后天发货。', due: NOON + 2 * HOUR, confirmed: true },
      ['made', 'edited'],
    ],
    ['edited to what it was', { type: 'edit' }, NOON, { confirmed: true }, ['made', 'confirmed']],
    [
      'put off',
      { type: 'snooze', until: NOON + HOUR },
      NOON,
      { snoozedUntil: NOON + HOUR, state: 'open' },
      ['made', 'snoozed'],
    ],
    [
      'kept in time',
      { type: 'keep' },
      NOON + HOUR,
      { state: 'kept', settledAt: NOON + HOUR },
      ['made', 'kept'],
    ],
    ['kept to the minute', { type: 'keep' }, NOON + 2 * HOUR, { state: 'kept' }, ['made', 'kept']],
    ['kept late', { type: 'keep' }, NOON + 2 * HOUR + 1, { state: 'late' }, ['made', 'late']],
    ['broken', { type: 'break' }, NOON, { state: 'broken', confirmed: true }, ['made', 'broken']],
    ['discarded', { type: 'discard' }, NOON, { state: 'discarded' }, ['made', 'discarded']],
    ['reopened while open', { type: 'reopen' }, NOON, { state: 'open' }, ['made']],
  ])('is %s', (_, change, now, expected, lines) => {
    const after = changePromise(made(), change, now);
    expect(after).toMatchObject(expected);
    expect(after.history.map(({ what }) => what)).toEqual(lines);
  });

  it('without a time is kept whenever it is kept', () => {
    expect(changePromise(made({ due: null }), { type: 'keep' }, NOON + 99 * HOUR).state).toBe('kept');
  });

  it('says no more when nothing changes', () => {
    const kept = changePromise(made(), { type: 'keep' }, NOON);
    expect(changePromise(kept, { type: 'keep' }, NOON + HOUR)).toBe(kept);
    const sure = made({ confirmed: true });
    expect(changePromise(sure, { type: 'confirm' }, NOON)).toBe(sure);
  });

  it('comes back to where it was when settling is taken back', () => {
    const back = changePromise(changePromise(made(), { type: 'break' }, NOON), { type: 'reopen' }, NOON + 1);
    expect(back).toMatchObject({ state: 'open', settledAt: null });
  });

  it('keeps a bounded history, the first line always', () => {
    let entry = made();
    for (let n = 1; n < 100; n++) entry = changePromise(entry, { type: 'snooze', until: NOON + n }, NOON + n);
    expect(entry.history).toHaveLength(40);
    expect(entry.history[0]?.what).toBe('made');
    expect(entry.history.at(-1)?.at).toBe(NOON + 99);
  });

  it('is sorted by what presses most; one without a time comes after what is overdue', () => {
    const entries = [
      made({ id: 'later', due: NOON + HOUR }),
      made({ id: 'no-time', due: null }),
      made({ id: 'overdue', due: NOON - HOUR }),
    ];
    expect(inDueOrder(entries, NOON).map(({ id }) => id)).toEqual(['overdue', 'no-time', 'later']);
  });

  it.each([
    [['a', 'b'], ['b', 'c'], true],
    [['a'], ['c'], false],
    [[], [], false],
  ])('conversations %j and %j are the same: %s', (a, b, same) =>
    expect(isSameConversation({ conversation: a }, { conversation: b })).toBe(same),
  );
});

describe('reminders', () => {
  const plan = (entries: PromiseEntry[], now: number) => planReminders(entries, [], { now });
  const told = (entries: PromiseEntry[], now: number) => plan(entries, now).promises.map(({ id }) => id);

  it.each<[string, number | null, number, ReturnType<typeof urgencyOf>]>([
    ['long before', NOON + HOUR, NOON, 'later'],
    ['a quarter of an hour before', NOON + 15 * MINUTE, NOON, 'soon'],
    ['at its time', NOON, NOON, 'soon'],
    ['after it', NOON - 1, NOON, 'overdue'],
    ['without one', null, NOON, 'no-time'],
  ])('%s', (_, due, now, urgency) => expect(urgencyOf({ due }, now)).toBe(urgency));

  it('tells a promise a quarter of an hour before its time, once, and again when it is missed', () => {
    const due = NOON + 2 * HOUR;
    expect(told([made()], due - 16 * MINUTE)).toEqual([]);
    expect(told([made()], due - 15 * MINUTE)).toEqual(['promise-1']);
    const once = reminded(made(), due - 15 * MINUTE);
    expect(told([once], due - 14 * MINUTE)).toEqual([]);
    expect(told([once], due)).toEqual(['promise-1']);
    expect(told([reminded(once, due)], due + HOUR)).toEqual([]);
  });

  it('tells a promise of ten minutes at half time', () => {
    const short = made({ due: NOON + 10 * MINUTE });
    expect(told([short], NOON + 4 * MINUTE)).toEqual([]);
    expect(told([short], NOON + 5 * MINUTE)).toEqual(['promise-1']);
  });

  it('asks after an hour about a wait nobody gave a time for', () => {
    const vague = made({ due: null });
    expect(told([vague], NOON + 59 * MINUTE)).toEqual([]);
    expect(told([vague], NOON + HOUR)).toEqual(['promise-1']);
  });

  it('is quiet until a snooze is over', () => {
    const snoozed = changePromise(made({ due: NOON }), { type: 'snooze', until: NOON + HOUR }, NOON);
    expect(plan([snoozed], NOON + MINUTE)).toMatchObject({ badge: 0, promises: [] });
    expect(told([snoozed], NOON + HOUR)).toEqual(['promise-1']);
    expect(plan([snoozed], NOON + HOUR)).toMatchObject({ badge: 1, overdue: true });
  });

  it('settled promises are neither told nor counted', () => {
    const settled = (['kept', 'late', 'broken', 'discarded'] as const).map((state) =>
      made({ state, due: NOON - 1 }),
    );
    expect(plan(settled, NOON)).toEqual({ promises: [], visits: [], badge: 0, overdue: false, next: null });
  });

  it('counts what is overdue or soon, and visits that are due', () => {
    const entries = [
      made({ id: 'a', due: NOON - 1 }),
      made({ id: 'b', due: NOON + MINUTE }),
      made({ id: 'c' }),
    ];
    const visits = [
      aFollowUp({ due: NOON - 1, madeAt: 0 }),
      aFollowUp({ id: 'v2', due: NOON + HOUR, madeAt: NOON }),
    ];
    const now = planReminders(entries, visits, { now: NOON });
    expect(now).toMatchObject({ badge: 3, overdue: true });
    expect(now.visits.map(({ id }) => id)).toEqual(['visit-1']);
  });

  it('looks again at the next time that matters, at the latest in half an hour', () => {
    expect(plan([made()], NOON).next).toBe(NOON + 30 * MINUTE);
    expect(plan([made({ due: NOON + 20 * MINUTE })], NOON).next).toBe(NOON + 10 * MINUTE);
    expect(plan([], NOON).next).toBeNull();
  });
});

describe('time travel', () => {
  it('a laptop that slept across the time tells on waking and counts it overdue', () => {
    const woken = NOON + 26 * HOUR;
    const plan = planReminders([made()], [], { now: woken });
    expect(plan.promises.map(({ id }) => id)).toEqual(['promise-1']);
    expect(plan).toMatchObject({ badge: 1, overdue: true });
    expect(changePromise(made(), { type: 'keep' }, woken).state).toBe('late');
  });

  it('a laptop that slept across the first telling tells only once on waking', () => {
    const woken = NOON + 3 * HOUR;
    const told = reminded(made(), woken);
    expect(planReminders([told], [], { now: woken + MINUTE }).promises).toEqual([]);
  });

  it('a clock that was a day ahead is put right: what it dated moves back with it', () => {
    const ahead = 24 * HOUR;
    const wrong = made({ madeAt: NOON + ahead, due: NOON + ahead + 2 * HOUR });
    const moved = withClockPutRight([wrong], NOON, NOON + ahead);
    expect(moved).toMatchObject([{ madeAt: NOON, due: NOON + 2 * HOUR, remindedAt: null }]);
    expect(moved[0]?.history.at(-1)).toEqual({ at: NOON, what: 'edited', due: NOON + 2 * HOUR });
  });

  it('what was made earlier under the wrong clock keeps its distance', () => {
    const ahead = 24 * HOUR;
    const first = made({ id: 'first', madeAt: NOON + ahead - HOUR, due: NOON + ahead + HOUR });
    const [moved] = withClockPutRight([first], NOON, NOON + ahead);
    expect(moved).toMatchObject({ madeAt: NOON - HOUR, due: NOON + HOUR });
  });

  it('leaves alone what was made before the clock went wrong, and what is settled', () => {
    const ahead = 24 * HOUR;
    const right = made({ id: 'right', madeAt: NOON - HOUR, due: NOON + 48 * HOUR });
    const settled = made({ id: 'settled', madeAt: NOON + ahead, state: 'kept' });
    expect(withClockPutRight([right, settled], NOON, NOON + ahead)).toEqual([]);
  });

  it('an ordinary correction of seconds moves nothing', () => {
    expect(withClockPutRight([made({ madeAt: NOON + 30_000 })], NOON, NOON + 60_000)).toEqual([]);
  });

  it('a clock that was behind and is put right shows the promise as overdue, never loses it', () => {
    const behind = made({ madeAt: NOON - 365 * 24 * HOUR, due: NOON - 365 * 24 * HOUR + HOUR });
    expect(withClockPutRight([behind], NOON, NOON - 365 * 24 * HOUR)).toEqual([]);
    expect(planReminders([behind], [], { now: NOON })).toMatchObject({ badge: 1, overdue: true });
  });
});
