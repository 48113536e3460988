import type { Outcome } from '@/lib/phrasebook/vocabulary';
import type { Changes } from './changes';
import { storeKeys } from './keys';
import { withOutcome } from './outcome';
import type { Correction, Engine } from './tables';

/** Scenario corrections, each a labelled example for the trainer. */
export interface Corrections {
  /** Newest first. */
  list(limit?: number): Promise<Correction[]>;
  add(correction: Correction): Promise<void>;
  /** Keeps what a trainer made of it; `null`: it waits again. */
  settle(id: string, outcome: Outcome | null): Promise<void>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}

export function createCorrections(engine: Engine, changes: Changes): Corrections {
  const changed = (): void => changes.announce(storeKeys.corrections);
  return {
    list: (limit) =>
      engine.read(['corrections'], (tx) => tx.list('corrections', { index: 'at', reverse: true, limit })),
    async add(correction) {
      await engine.write(['corrections'], 'strict', (tx) => tx.put('corrections', correction));
      changed();
    },
    async settle(id, outcome) {
      await engine.write(['corrections'], 'strict', async (tx) => {
        const it = await tx.get('corrections', id);
        if (it !== undefined) await tx.put('corrections', withOutcome(it, outcome));
      });
      changed();
    },
    async remove(id) {
      await engine.write(['corrections'], 'strict', (tx) => tx.delete('corrections', id));
      changed();
    },
    async clear() {
      await engine.write(['corrections'], 'strict', (tx) => tx.clear('corrections'));
      changed();
    },
  };
}
