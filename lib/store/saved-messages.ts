import type { MessageSet, SavedMessage } from '@/lib/workbench';
import type { Changes } from './changes';
import { storeKeys } from './keys';
import type { Engine, Key, MessagePart } from './tables';

/** Chats that rules are tried on. Whoever keeps them has masked them. */
export interface SavedMessages {
  /** Newest first. */
  sets(): Promise<MessageSet[]>;
  /** The messages of a set in their order; none where there is no such set. */
  read(set: string): Promise<SavedMessage[]>;
  /** Keeps a set with all its messages or nothing of it; one with the same id is replaced. */
  save(set: MessageSet, messages: readonly SavedMessage[]): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Messages of one record. */
const PART = 2000;

const partsOf = (set: string): { from: Key; to: Key } => ({
  from: [set, 0],
  to: [set, Number.MAX_SAFE_INTEGER],
});

export function createSavedMessages(engine: Engine, changes: Changes): SavedMessages {
  const changed = (): void => changes.announce(storeKeys.messageSets);
  const tables = ['messageSets', 'savedMessages'] as const;
  return {
    sets: () =>
      engine.read(['messageSets'], (tx) => tx.list('messageSets', { index: 'savedAt', reverse: true })),
    async read(set) {
      const parts = await engine.read(['savedMessages'], (tx) => tx.list('savedMessages', partsOf(set)));
      return parts.flatMap((it) => it.messages);
    },
    async save(set, messages) {
      await engine.write(tables, 'strict', async (tx) => {
        const old = await tx.list('savedMessages', partsOf(set.id));
        for (const { part } of old) await tx.delete('savedMessages', [set.id, part]);
        for (let part = 0; part * PART < messages.length; part++) {
          const record: MessagePart = {
            set: set.id,
            part,
            messages: messages.slice(part * PART, (part + 1) * PART),
          };
          await tx.put('savedMessages', record);
        }
        await tx.put('messageSets', set);
      });
      changed();
    },
    async remove(id) {
      await engine.write(tables, 'strict', async (tx) => {
        const parts = await tx.list('savedMessages', partsOf(id));
        for (const { part } of parts) await tx.delete('savedMessages', [id, part]);
        await tx.delete('messageSets', id);
      });
      changed();
    },
  };
}
