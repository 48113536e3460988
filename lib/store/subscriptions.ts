import type { Subscription } from '@/lib/subscription';
import type { Changes } from './changes';
import { storeKeys } from './keys';
import type { Engine, KeptKey } from './tables';

/** Addresses that books are fetched from. */
export interface Subscriptions {
  list(): Promise<Subscription[]>;
  get(url: string): Promise<Subscription | undefined>;
  /** Keeps a new one; `false` where that address is subscribed to already. */
  add(subscription: Subscription): Promise<boolean>;
  /** Changes one on what it is now, in one step; `undefined` where it is gone. */
  change(url: string, change: (it: Subscription) => Subscription): Promise<Subscription | undefined>;
  remove(url: string): Promise<void>;
}

export function createSubscriptions(engine: Engine, changes: Changes): Subscriptions {
  const TABLE = 'subscriptions';
  const changed = (): void => changes.announce(storeKeys.subscriptions);
  return {
    list: () => engine.read([TABLE], (tx) => tx.list(TABLE)),
    get: (url) => engine.read([TABLE], (tx) => tx.get(TABLE, url)),
    async add(subscription) {
      const added = await engine.write([TABLE], 'strict', async (tx) => {
        if ((await tx.get(TABLE, subscription.url)) !== undefined) return false;
        await tx.put(TABLE, subscription);
        return true;
      });
      if (added) changed();
      return added;
    },
    async change(url, change) {
      const after = await engine.write([TABLE], 'strict', async (tx) => {
        const before = await tx.get(TABLE, url);
        if (before === undefined) return undefined;
        const next = change(before);
        await tx.put(TABLE, next);
        return next;
      });
      if (after !== undefined) changed();
      return after;
    },
    async remove(url) {
      await engine.write([TABLE], 'strict', (tx) => tx.delete(TABLE, url));
      changed();
    },
  };
}

/** Keys that a trainer signs with at this browser. */
export interface SigningKeys {
  list(): Promise<KeptKey[]>;
  keep(key: KeptKey): Promise<void>;
  remove(fingerprint: string): Promise<void>;
}

export function createSigningKeys(engine: Engine, changes: Changes): SigningKeys {
  const TABLE = 'signingKeys';
  const changed = (): void => changes.announce(storeKeys.signingKeys);
  return {
    list: () => engine.read([TABLE], (tx) => tx.list(TABLE)),
    async keep(key) {
      await engine.write([TABLE], 'strict', (tx) => tx.put(TABLE, key));
      changed();
    },
    async remove(fingerprint) {
      await engine.write([TABLE], 'strict', (tx) => tx.delete(TABLE, fingerprint));
      changed();
    },
  };
}
