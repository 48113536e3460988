import type { PersonalScript } from '@/lib/personal';
import type { Changes } from './changes';
import { storeKeys } from './keys';
import type { Engine } from './tables';

/** The agent's own sentences. */
export interface PersonalScripts {
  /** Newest first. */
  list(): Promise<PersonalScript[]>;
  save(...scripts: readonly PersonalScript[]): Promise<void>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}

export function createPersonalScripts(engine: Engine, changes: Changes): PersonalScripts {
  const changed = (): void => changes.announce(storeKeys.personalScripts);
  return {
    list: () =>
      engine.read(['personalScripts'], (tx) =>
        tx.list('personalScripts', { index: 'savedAt', reverse: true }),
      ),
    async save(...scripts) {
      await engine.write(['personalScripts'], 'strict', async (tx) => {
        for (const it of scripts) await tx.put('personalScripts', it);
      });
      changed();
    },
    async remove(id) {
      await engine.write(['personalScripts'], 'strict', (tx) => tx.delete('personalScripts', id));
      changed();
    },
    async clear() {
      await engine.write(['personalScripts'], 'strict', (tx) => tx.clear('personalScripts'));
      changed();
    },
  };
}
