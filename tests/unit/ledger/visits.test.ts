import { describe, expect, it } from 'vitest';
import { changeVisit, DEFAULT_TEAM, type ShopHours, visitDue, wallAt } from '@/lib/ledger';
import { seeded } from '@/lib/ledger/visits';
import { aFollowUp } from './entries';

const shop: ShopHours = {
  timeZone: 'Asia/Shanghai',
  days: [1, 2, 3, 4, 5],
  opens: 540,
  closes: 1080,
  closedOn: [],
};
const MONDAY = Date.parse('2026-11-23T14:20:00+08:00');
const ids = Array.from({ length: 500 }, (_, n) => `visit-${n}`);

describe('a follow-up visit', () => {
  const due = (id: string, kind: 'complaint' | 'purchase' = 'complaint') =>
    visitDue(id, kind, MONDAY, DEFAULT_TEAM.visits, shop);

  it('always falls on the same time for the same visit', () => {
    for (const id of ids) expect(due(id)).toBe(due(id));
  });

  it('comes on a working day, within the shop’s hours, within its jitter', () => {
    for (const id of ids) {
      const { day, month, minutes } = wallAt(due(id), shop.timeZone);
      expect(month).toBe(11);
      expect([25, 26, 27]).toContain(day);
      expect(minutes).toBeGreaterThanOrEqual(11 * 60);
      expect(minutes).toBeLessThanOrEqual(16 * 60);
    }
  });

  it('is spread: not everybody is written to on one day', () => {
    const days = new Map<number, number>();
    for (const id of ids) {
      const { day } = wallAt(due(id), shop.timeZone);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    for (const day of [25, 26, 27]) expect(days.get(day)).toBeGreaterThan(100);
  });

  it('moves on from days on which the shop is closed', () => {
    const closedOn = ['2026-11-25', '2026-11-26', '2026-11-27'];
    const plan = { ...DEFAULT_TEAM.visits, jitterDays: 0 };
    const at = visitDue('visit-1', 'complaint', MONDAY, plan, { ...shop, closedOn });
    expect(wallAt(at, shop.timeZone)).toMatchObject({ month: 11, day: 30 });
  });

  it('never comes on the day itself', () => {
    const plan = { ...DEFAULT_TEAM.visits, complaint: { on: true, afterDays: 1 }, jitterDays: 3 };
    for (const id of ids) {
      expect(wallAt(visitDue(id, 'complaint', MONDAY, plan, shop), shop.timeZone).day).toBeGreaterThan(23);
    }
  });

  it('numbers from ids lie between nought and one', () => {
    for (const id of ids) {
      expect(seeded(id)).toBeGreaterThanOrEqual(0);
      expect(seeded(id)).toBeLessThan(1);
    }
  });

  it('keeps its outcome, and can be taken back', () => {
    const done = changeVisit(aFollowUp(), { type: 'done', outcome: 'happy' }, 5000);
    expect(done).toMatchObject({ state: 'done', outcome: 'happy', settledAt: 5000 });
    const back = changeVisit(done, { type: 'reopen' }, 6000);
    expect(back).toMatchObject({ state: 'planned', outcome: null, settledAt: null });
    expect(back.history.map(({ what }) => what)).toEqual(['made', 'done', 'reopened']);
  });

  it('moved or put off is told again', () => {
    const told = aFollowUp({ remindedAt: 10_000 });
    expect(changeVisit(told, { type: 'move', due: 20_000 }, 11_000)).toMatchObject({
      due: 20_000,
      remindedAt: null,
    });
    expect(changeVisit(told, { type: 'snooze', until: 30_000 }, 11_000)).toMatchObject({ remindedAt: null });
  });
});
