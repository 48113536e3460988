import type { Changes } from './changes';
import { storeKeys } from './keys';
import type { Counted, Counter, Engine, ScriptUsage } from './tables';

/** Numbers per day: what remains of drafts that were checked and mended. */
export interface Counters {
  add(day: string, amounts: Partial<Record<Counted, number>>): Promise<void>;
  /** Both days included, oldest first. */
  list(from: string, to: string): Promise<Counter[]>;
  clear(): Promise<void>;
}

export function createCounters(engine: Engine, changes: Changes): Counters {
  return {
    async add(day, amounts) {
      await engine.write(['counters'], 'relaxed', async (tx) => {
        for (const [name, by] of Object.entries(amounts) as [Counted, number][]) {
          const before = await tx.get('counters', [day, name]);
          await tx.put('counters', { day, name, count: (before?.count ?? 0) + by });
        }
      });
      changes.announce(storeKeys.counters);
    },
    list: (from, to) =>
      // The highest code unit ends the day: no name of a counter comes after it.
      engine.read(['counters'], (tx) => tx.list('counters', { from: [from], to: [to, '\uffff'] })),
    async clear() {
      await engine.write(['counters'], 'relaxed', (tx) => tx.clear('counters'));
      changes.announce(storeKeys.counters);
    },
  };
}

/** How often each script was inserted: the panel ranks by it. */
export interface ScriptUses {
  add(script: string, at: number): Promise<void>;
  /** It was taken out of the draft again: that speaks against it. */
  takeBack(script: string, at: number): Promise<void>;
  /** Most used first. */
  list(limit?: number): Promise<ScriptUsage[]>;
  clear(): Promise<void>;
}

export function createScriptUses(engine: Engine, changes: Changes): ScriptUses {
  const note = async (script: string, at: number, what: 'count' | 'removed'): Promise<void> => {
    await engine.write(['scriptUsage'], 'relaxed', async (tx) => {
      const before = (await tx.get('scriptUsage', script)) ?? { script, count: 0, lastUsedAt: at };
      await tx.put('scriptUsage', { ...before, [what]: (before[what] ?? 0) + 1, lastUsedAt: at });
    });
    changes.announce(storeKeys.scriptUsage);
  };
  return {
    add: (script, at) => note(script, at, 'count'),
    takeBack: (script, at) => note(script, at, 'removed'),
    list: (limit) =>
      engine.read(['scriptUsage'], (tx) => tx.list('scriptUsage', { index: 'count', reverse: true, limit })),
    async clear() {
      await engine.write(['scriptUsage'], 'relaxed', (tx) => tx.clear('scriptUsage'));
      changes.announce(storeKeys.scriptUsage);
    },
  };
}
