// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueueDesk, type DeskNews } from '@/components/review/queue/queue-desk';
import { createQueueList, PAGE } from '@/components/review/queue/queue-list';
import { DEFAULT_CARD, type SentRecord, STANDING_AFTER } from '@/lib/review';
import type { GivenVerdict } from '@/lib/store';
import { recordOf } from './records';

/** A store of records in memory, as far as the queue asks it. */
function fakeStore(count: number) {
  const rows = new Map(
    Array.from({ length: count }, (_, at) => {
      const id = `r${String(at).padStart(4, '0')}`;
      return [id, recordOf(id)] as const;
    }),
  );
  const given: GivenVerdict[] = [];
  const stand = (id: string, standing: SentRecord['standing']): void => {
    rows.set(id, { ...rows.get(id)!, standing });
  };
  const fitting = (standings: readonly string[] | undefined) =>
    [...rows.values()].filter((it) => !standings || standings.includes(it.standing));
  return {
    given,
    rows,
    desk: {
      queue: async ({
        filter,
        offset = 0,
        limit,
      }: {
        filter?: { standings?: readonly string[] };
        offset?: number;
        limit: number;
      }) => {
        const all = fitting(filter?.standings);
        return { total: all.length, exact: true, records: all.slice(offset, offset + limit) };
      },
      ids: async (filter: { standings?: readonly string[] }) => fitting(filter.standings).map((it) => it.id),
      sample: async ({ size }: { size: number }) => [...rows.keys()].slice(0, size),
      get: async (ids: readonly string[]) => ids.flatMap((id) => rows.get(id) ?? []),
    },
    reviews: {
      give: async (said: GivenVerdict) => {
        given.push(said);
        for (const id of said.records) stand(id, STANDING_AFTER[said.verdict]);
        return { batch: String(given.length - 1), given: said.records.length };
      },
      undo: async (batch: string) => {
        const { records } = given[Number(batch)]!;
        for (const id of records) stand(id, 'open');
        return records.length;
      },
    },
  };
}

function open(count: number, reviewer = 'Wang') {
  const store = fakeStore(count);
  const news: DeskNews[] = [];
  const desk = createQueueDesk({
    ...store,
    now: () => 0,
    reviewer: () => reviewer,
    tell: (it) => news.push(it),
  });
  return { ...store, desk, news };
}

describe('the queue at work', () => {
  let at: ReturnType<typeof open>;
  beforeEach(async () => {
    at = open(250);
    await vi.waitFor(() => expect(at.desk.open.value?.id).toBe('r0000'));
  });

  it('moves on at once: quick keys never judge the same message twice', async () => {
    for (let i = 0; i < 20; i++) at.desk.act({ kind: 'verdict', verdict: 'uphold' });
    await vi.waitFor(() => expect(at.news).toHaveLength(20));
    expect(at.given.map((it) => it.records)).toEqual(
      Array.from({ length: 20 }, (_, i) => [`r${String(i).padStart(4, '0')}`]),
    );
    expect(at.desk.open.value?.id).toBe('r0020');
    expect(at.desk.list.value.rowAt(3)?.standing).toBe('upheld');
  });

  it('takes the last verdict back and returns to it', async () => {
    await at.desk.verdict('dismiss');
    await at.desk.verdict('coach');
    await at.desk.undo();
    expect(at.desk.open.value).toMatchObject({ id: 'r0001', standing: 'open' });
    expect(at.rows.get('r0000')?.standing).toBe('dismissed');
    await at.desk.undo();
    await at.desk.undo();
    expect(at.news.at(-1)).toEqual({ kind: 'nothing-to-undo' });
  });

  it('leaves out nothing on pages that are read after verdicts', async () => {
    for (let i = 0; i < 30; i++) await at.desk.verdict('uphold');
    at.desk.openAt(PAGE);
    await vi.waitFor(() => expect(at.desk.open.value?.id).toBe(`r0${PAGE}`));
  });

  it('gives one verdict to all that are picked, without a score', async () => {
    at.desk.card.value = DEFAULT_CARD;
    await at.desk.pickAll();
    at.desk.act({ kind: 'score' });
    await at.desk.verdict('dismiss');
    expect(at.given[0]).toMatchObject({ verdict: 'dismiss', scorecard: null });
    expect(at.given[0]?.records).toHaveLength(250);
    expect(at.desk.picked.value.size).toBe(0);
  });

  it('keeps a confirmed score with the verdict, and none where the cause is not the agent’s', async () => {
    at.desk.card.value = DEFAULT_CARD;
    at.desk.act({ kind: 'score' });
    await at.desk.verdict('uphold');
    expect(at.given[0]?.scorecard).toMatchObject({ card: 'default', version: 1, points: { attitude: 25 } });
    at.desk.act({ kind: 'score' });
    at.desk.act({ kind: 'cause', index: 5 });
    await at.desk.verdict('uphold');
    expect(at.given[1]).toMatchObject({ cause: 'carrier', scorecard: null });
  });

  it('scores the whole conversation with its reasons, and says of how many messages', async () => {
    const [before, after] = [
      recordOf('before', { conversation: 'c', sentAt: -1, flags: [], moves: ['apology', 'ownership'] }),
      recordOf('after', { conversation: 'c', sentAt: 1, flags: [], moves: ['remedy', 'thanks'] }),
    ];
    at.rows.set('r0000', recordOf('r0000', { conversation: 'c', flags: at.rows.get('r0000')!.flags }));
    at.desk.refresh();
    await vi.waitFor(() => expect(at.desk.open.value?.conversation).toBe('c'));
    at.desk.card.value = DEFAULT_CARD;
    at.desk.conversation.value = [before, after, recordOf('stray', { conversation: 'another' })];
    expect(at.desk.entered.value.points).toMatchObject({ ownership: 0, solution: 0, accuracy: 0 });
    at.desk.draft.value = { ...at.desk.draft.value, whole: true, note: ' twice sorry ', confirmed: true };
    expect(at.desk.scored.value.map((it) => it.id)).toEqual(['before', 'r0000', 'after']);
    expect(at.desk.entered.value.points).toMatchObject({ ownership: 20, solution: 13, accuracy: 0 });
    await at.desk.verdict('coach');
    expect(at.given[0]?.scorecard).toMatchObject({
      messages: 3,
      note: 'twice sorry',
      points: { solution: 13 },
    });
    // The next message starts on its own.
    expect(at.desk.scored.value.map((it) => it.id)).toEqual(['r0001']);
  });

  it('draws a sample and goes back to everything', async () => {
    await at.desk.drawSample({ kind: 'random', size: 7, seed: 1 });
    await vi.waitFor(() => expect(at.desk.list.value.total.value).toBe(7));
    await at.desk.drawSample(null);
    await vi.waitFor(() => expect(at.desk.list.value.total.value).toBe(250));
  });

  it('asks for a name before the first verdict', async () => {
    const nameless = open(3, '');
    await vi.waitFor(() => expect(nameless.desk.open.value).toBeDefined());
    await nameless.desk.verdict('uphold');
    expect(nameless.news).toEqual([{ kind: 'no-name' }]);
    expect(nameless.given).toEqual([]);
  });
});

describe('a list', () => {
  it('says that it could not be read, and can be asked again', async () => {
    let broken = true;
    const list = createQueueList(
      async () => {
        if (broken) throw new Error('gone');
        return { total: 1, records: [recordOf('a')] };
      },
      () => true,
    );
    await list.load(0);
    expect(list.failed.value).toBe(true);
    broken = false;
    expect((await list.load(0))?.id).toBe('a');
  });
});
