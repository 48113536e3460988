import type { Changes } from './changes';
import { storeKeys } from './keys';
import { forgetFine, forgetFineClauses, rememberFine } from './settings';
import type { Engine, ModelVerdict } from './tables';

/** What agents said of the trained model's marks. Clauses found fine are mirrored in the settings, for consoles. */
export interface Verdicts {
  /** Newest first. */
  list(limit?: number): Promise<ModelVerdict[]>;
  count(): Promise<number>;
  /** Replaces what was said of the same clause before. */
  add(verdict: ModelVerdict): Promise<void>;
  /** Gives what was taken back, `undefined` when it was not there. */
  undo(id: string): Promise<ModelVerdict | undefined>;
  clear(): Promise<void>;
}

export function createVerdicts(engine: Engine, changes: Changes): Verdicts {
  const changed = (): void => changes.announce(storeKeys.modelVerdicts);
  return {
    list: (limit) =>
      engine.read(['modelVerdicts'], (tx) => tx.list('modelVerdicts', { index: 'at', reverse: true, limit })),
    count: () => engine.read(['modelVerdicts'], (tx) => tx.count('modelVerdicts')),
    async add(verdict) {
      const { mark } = verdict;
      await engine.write(['modelVerdicts'], 'strict', async (tx) => {
        const same = await tx.list('modelVerdicts', { index: 'mark', from: mark, to: mark });
        for (const { id } of same) await tx.delete('modelVerdicts', id);
        await tx.put('modelVerdicts', verdict);
      });
      if (verdict.said === 'fine') await rememberFine(mark);
      else await forgetFine(mark);
      changed();
    },
    async undo(id) {
      const found = await engine.write(['modelVerdicts'], 'strict', async (tx) => {
        const it = await tx.get('modelVerdicts', id);
        if (it !== undefined) await tx.delete('modelVerdicts', id);
        return it;
      });
      if (found !== undefined) await forgetFine(found.mark);
      changed();
      return found;
    },
    async clear() {
      await engine.write(['modelVerdicts'], 'strict', (tx) => tx.clear('modelVerdicts'));
      await forgetFineClauses();
      changed();
    },
  };
}
