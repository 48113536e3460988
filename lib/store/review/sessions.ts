import { DEFAULT_CARD, maskText, type Scorecard } from '@/lib/review';
import type { Changes } from '../changes';
import { storeKeys } from '../keys';
import { StoreError } from '../open';
import type { Engine } from '../tables';
import type { Calibrations, Scorecards } from './desk';

const newId = (): string => crypto.randomUUID();

export function createCalibrations(engine: Engine, changes: Changes): Calibrations {
  const changed = (): void => changes.announce(storeKeys.calibrations);
  const change = async (
    id: string,
    work: (session: Awaited<ReturnType<Calibrations['start']>>) => void,
  ): Promise<void> => {
    await engine.write(['calibrations'], 'strict', async (tx) => {
      const session = await tx.get('calibrations', id);
      if (session === undefined) throw new StoreError({ kind: 'missing', table: 'calibrations', key: id });
      work(session);
      await tx.put('calibrations', session);
    });
    changed();
  };
  return {
    list: () =>
      engine.read(['calibrations'], (tx) => tx.list('calibrations', { index: 'madeAt', reverse: true })),
    get: (id) => engine.read(['calibrations'], (tx) => tx.get('calibrations', id)),
    async start(session, at) {
      const made = { ...session, id: newId(), madeAt: at, verdicts: {}, closedAt: null };
      await engine.write(['calibrations'], 'strict', (tx) => tx.put('calibrations', made));
      changed();
      return made;
    },
    judge: (id, { record, reviewer, verdict, note }, at) =>
      change(id, (session) => {
        if (session.closedAt !== null || !session.records.includes(record))
          throw new StoreError({ kind: 'conflict', table: 'calibrations', key: id });
        const own = new Map(Object.entries(session.verdicts));
        own.set(reviewer, { ...own.get(reviewer), [record]: { verdict, at, note: maskText(note) } });
        session.verdicts = Object.fromEntries(own);
      }),
    close: (id, at) =>
      change(id, (session) => {
        session.closedAt ??= at;
      }),
    async remove(id) {
      await engine.write(['calibrations'], 'strict', (tx) => tx.delete('calibrations', id));
      changed();
    },
  };
}

/** Score cards by version; the built-in one is there without being written. */
export function createScorecards(engine: Engine, changes: Changes): Scorecards {
  const versions = async (id: string): Promise<Scorecard[]> => {
    const saved = await engine.read(['scorecards'], (tx) =>
      tx.list('scorecards', { from: [id, 0], to: [id, Number.MAX_SAFE_INTEGER] }),
    );
    return id === DEFAULT_CARD.id ? [DEFAULT_CARD, ...saved] : saved;
  };
  return {
    versions,
    async list() {
      const saved = await engine.read(['scorecards'], (tx) => tx.list('scorecards'));
      const newest = new Map<string, Scorecard>([[DEFAULT_CARD.id, DEFAULT_CARD]]);
      for (const it of saved) newest.set(it.id, it);
      return [...newest.values()];
    },
    get: async (id, version) => (await versions(id)).find((it) => it.version === version),
    async save({ id, name, items, savedBy }, at) {
      const card = await engine.write(['scorecards'], 'strict', async (tx) => {
        const before = await tx.list('scorecards', { from: [id, 0], to: [id, Number.MAX_SAFE_INTEGER] });
        const last = before.at(-1)?.version ?? (id === DEFAULT_CARD.id ? DEFAULT_CARD.version : 0);
        const made: Scorecard = { id, version: last + 1, name, items, savedAt: at, savedBy };
        await tx.put('scorecards', made);
        return made;
      });
      changes.announce(storeKeys.scorecards);
      return card;
    },
  };
}
