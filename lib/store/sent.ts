import type { Changes } from './changes';
import { storeKeys } from './keys';
import type { Engine, SentRecord } from './tables';

/** Messages sent with a flag standing: what QA works on and what the agent can see about herself. */
export interface SentLog {
  /** Keeps a record; one with the same id is kept only once. Gives `false` when it was there already. */
  add(record: SentRecord): Promise<boolean>;
  get(id: string): Promise<SentRecord | undefined>;
  /** Newest first; `before` (epoch ms, exclusive) for the next page. */
  list(options?: { before?: number; limit?: number }): Promise<SentRecord[]>;
  count(): Promise<number>;
  /** Deletes what was sent before that time; gives how many. */
  purge(before: number): Promise<number>;
  clear(): Promise<void>;
}

export function createSentLog(engine: Engine, changes: Changes): SentLog {
  return {
    async add(record) {
      const added = await engine.write(['sent'], 'strict', async (tx) => {
        if ((await tx.get('sent', record.id)) !== undefined) return false;
        await tx.put('sent', record);
        return true;
      });
      if (added) changes.announce(storeKeys.sent);
      return added;
    },
    get: (id) => engine.read(['sent'], (tx) => tx.get('sent', id)),
    list: ({ before, limit } = {}) =>
      engine.read(['sent'], (tx) =>
        tx.list('sent', {
          index: 'sentAt',
          reverse: true,
          limit,
          ...(before === undefined ? {} : { to: before - 1 }),
        }),
      ),
    count: () => engine.read(['sent'], (tx) => tx.count('sent')),
    async purge(before) {
      const gone = await engine.write(['sent'], 'strict', async (tx) => {
        const old = await tx.list('sent', { index: 'sentAt', to: before - 1 });
        await Promise.all(old.map((it) => tx.delete('sent', it.id)));
        return old.length;
      });
      if (gone > 0) changes.announce(storeKeys.sent);
      return gone;
    },
    async clear() {
      await engine.write(['sent'], 'strict', (tx) => tx.clear('sent'));
      changes.announce(storeKeys.sent);
    },
  };
}
