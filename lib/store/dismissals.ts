import type { Outcome } from '@/lib/phrasebook/vocabulary';
import type { Changes } from './changes';
import { storeKeys } from './keys';
import { withOutcome } from './outcome';
import { type ActiveDismissals, changeSite, inTurn, settings } from './settings';
import type { Dismissal, Engine } from './tables';

/**
 * What the agent dismissed for longer than one message. The record stands in the store; what a console must know at
 * once is mirrored in `settings.dismissals` (phrases, rules) and `settings.sites` (sites).
 */
export interface Dismissals {
  /** Newest first. */
  list(): Promise<Dismissal[]>;
  /** A second report with the same id changes nothing. */
  add(dismissal: Dismissal, now: number): Promise<void>;
  /** Takes it back; gives what was taken back, `undefined` when it was not there. */
  undo(id: string, now: number): Promise<Dismissal | undefined>;
  /** Keeps what a trainer made of it, `null`: it waits again; nothing where it was taken back meanwhile. */
  settle(id: string, outcome: Outcome | null): Promise<void>;
  /** Makes the mirror what the records say: after a restore, or when a context ended between the two writes. */
  reconcile(): Promise<void>;
}

/** The mirror with one more dismissal; kinds that are mirrored elsewhere leave it as it is. */
export function withDismissal(active: ActiveDismissals, it: Dismissal): ActiveDismissals {
  const without = withoutDismissal(active, it.id);
  if (it.kind === 'phrase') {
    return { ...without, phrases: [...without.phrases, { id: it.id, rule: it.rule, text: it.text }] };
  }
  return it.kind === 'rule'
    ? { ...without, rules: [...without.rules, { id: it.id, rule: it.rule }] }
    : active;
}

export function withoutDismissal(active: ActiveDismissals, id: string): ActiveDismissals {
  return {
    phrases: active.phrases.filter((it) => it.id !== id),
    rules: active.rules.filter((it) => it.id !== id),
  };
}

function changeMirror(change: (active: ActiveDismissals) => ActiveDismissals): Promise<void> {
  return inTurn('dismissals', async () =>
    settings.dismissals.setValue(change(await settings.dismissals.getValue())),
  );
}

export function createDismissals(engine: Engine, changes: Changes): Dismissals {
  const list = (): Promise<Dismissal[]> =>
    engine.read(['dismissals'], (tx) => tx.list('dismissals', { index: 'createdAt', reverse: true }));
  return {
    list,
    async add(dismissal, now) {
      await engine.write(['dismissals'], 'strict', (tx) => tx.put('dismissals', dismissal));
      if (dismissal.kind === 'site') await changeSite(dismissal.site, { type: 'off', now });
      else await changeMirror((active) => withDismissal(active, dismissal));
      changes.announce(storeKeys.dismissals);
    },
    async undo(id, now) {
      const found = await engine.write(['dismissals'], 'strict', async (tx) => {
        const it = await tx.get('dismissals', id);
        if (it !== undefined) await tx.delete('dismissals', id);
        return it;
      });
      if (found?.kind === 'site') await changeSite(found.site, { type: 'on', now });
      // Also when no record was found: in memory mode after a restart only the mirror remembers.
      else await changeMirror((active) => withoutDismissal(active, id));
      changes.announce(storeKeys.dismissals);
      return found;
    },
    async settle(id, outcome) {
      await engine.write(['dismissals'], 'strict', async (tx) => {
        const it = await tx.get('dismissals', id);
        if (it !== undefined) await tx.put('dismissals', withOutcome(it, outcome));
      });
      changes.announce(storeKeys.dismissals);
    },
    async reconcile() {
      const records = await list();
      await changeMirror(() =>
        records.toReversed().reduce<ActiveDismissals>(withDismissal, { phrases: [], rules: [] }),
      );
    },
  };
}
