import type { Changes } from './changes';
import { storeKeys } from './keys';
import type { Engine, PracticeResult } from './tables';

/** Grades of practice conversations: the agent's own, shown nowhere else and part of no report. */
export interface PracticeResults {
  /** Newest first. */
  list(limit?: number): Promise<PracticeResult[]>;
  add(result: PracticeResult): Promise<void>;
  clear(): Promise<void>;
}

export function createPracticeResults(engine: Engine, changes: Changes): PracticeResults {
  const changed = (): void => changes.announce(storeKeys.practiceResults);
  return {
    list: (limit) =>
      engine.read(['practiceResults'], (tx) =>
        tx.list('practiceResults', { index: 'at', reverse: true, limit }),
      ),
    async add(result) {
      await engine.write(['practiceResults'], 'strict', (tx) => tx.put('practiceResults', result));
      changed();
    },
    async clear() {
      await engine.write(['practiceResults'], 'strict', (tx) => tx.clear('practiceResults'));
      changed();
    },
  };
}
