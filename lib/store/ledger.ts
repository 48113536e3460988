import {
  type EscalationEntry,
  type FollowUpEntry,
  type GapEntry,
  newSalt,
  type PromiseEntry,
  type RemedyEntry,
} from '@/lib/ledger';
import type { Changes } from './changes';
import {
  createEntries,
  createOpenEntries,
  type Entries,
  type EntryTable,
  type EntryTables,
  type OpenEntries,
} from './entries';
import { storeKeys } from './keys';
import type { Engine } from './tables';

const TABLES = ['promises', 'remedies', 'gaps', 'escalations', 'followUps'] as const;

/** Promises, remedies, gaps, escalations and visits: what the shop owes its customers and what it gave them. */
export interface Ledger {
  promises: OpenEntries<PromiseEntry>;
  remedies: Entries<RemedyEntry>;
  gaps: OpenEntries<GapEntry>;
  escalations: OpenEntries<EscalationEntry>;
  followUps: OpenEntries<FollowUpEntry>;
  /** Keeps a gap or an escalation together with what the customer was promised about it: both or neither. */
  addGap(gap: GapEntry, promise: PromiseEntry | null): Promise<void>;
  addEscalation(escalation: EscalationEntry, promise: PromiseEntry | null): Promise<void>;
  /** Keeps a remedy together with the visit that asks about it later. */
  addRemedy(remedy: RemedyEntry, visit: FollowUpEntry | null): Promise<void>;
  /** The salt of this browser's marks, made at first use. */
  salt(): Promise<string>;
  /** Deletes what was settled before that time; remedies, which hold no words, stay as long as a budget needs them. */
  purge(before: number, remediesBefore: number): Promise<number>;
  clear(): Promise<void>;
}

/** When an entry came to its end; `null` while it is open. */
function endOf(entry: PromiseEntry | GapEntry | EscalationEntry | FollowUpEntry): number | null {
  if (entry.state === 'open' || entry.state === 'planned') return null;
  return entry.history.at(-1)?.at ?? null;
}

type Kept = readonly [EntryTable, EntryTables[EntryTable]];

export function createLedger(engine: Engine, changes: Changes): Ledger {
  const announceAll = (): void =>
    changes.announce(...TABLES.map((table): readonly string[] => storeKeys[table]));

  /** Two entries that belong together: both are on disk or neither. */
  const addBoth = async (
    [table, entry]: Kept,
    [besideTable, beside]: readonly [EntryTable, EntryTables[EntryTable] | null],
  ): Promise<void> => {
    await engine.write([table, besideTable], 'strict', async (tx) => {
      await tx.put<EntryTable>(table, entry);
      if (beside !== null) await tx.put<EntryTable>(besideTable, beside);
    });
    changes.announce(storeKeys[table], storeKeys[besideTable]);
  };

  return {
    promises: createOpenEntries(engine, changes, {
      table: 'promises',
      made: 'madeAt',
      key: storeKeys.promises,
    }),
    remedies: createEntries(engine, changes, { table: 'remedies', made: 'at', key: storeKeys.remedies }),
    gaps: createOpenEntries(engine, changes, { table: 'gaps', made: 'at', key: storeKeys.gaps }),
    escalations: createOpenEntries(engine, changes, {
      table: 'escalations',
      made: 'at',
      key: storeKeys.escalations,
    }),
    followUps: createOpenEntries(engine, changes, {
      table: 'followUps',
      made: 'madeAt',
      key: storeKeys.followUps,
    }),
    addGap: (gap, promise) => addBoth(['gaps', gap], ['promises', promise]),
    addEscalation: (escalation, promise) => addBoth(['escalations', escalation], ['promises', promise]),
    addRemedy: (remedy, visit) => addBoth(['remedies', remedy], ['followUps', visit]),
    salt: () =>
      engine.write(['secrets'], 'strict', async (tx) => {
        const kept = await tx.get('secrets', 'marks');
        if (kept?.name === 'marks') return kept.value;
        const value = newSalt();
        await tx.put('secrets', { name: 'marks', value });
        return value;
      }),
    async purge(before, remediesBefore) {
      const gone = await engine.write(TABLES, 'strict', async (tx) => {
        let count = 0;
        for (const table of ['promises', 'gaps', 'escalations', 'followUps'] as const) {
          for (const entry of await tx.list(table)) {
            if ((endOf(entry) ?? before) >= before) continue;
            await tx.delete(table, entry.id);
            count += 1;
          }
        }
        for (const { id } of await tx.list('remedies', { index: 'at', to: remediesBefore - 1 })) {
          await tx.delete('remedies', id);
          count += 1;
        }
        return count;
      });
      if (gone > 0) announceAll();
      return gone;
    },
    async clear() {
      // The salt too: marks that might be kept elsewhere lead nowhere afterwards.
      await engine.write([...TABLES, 'secrets'], 'strict', async (tx) => {
        for (const table of [...TABLES, 'secrets'] as const) await tx.clear(table);
      });
      announceAll();
    },
  };
}
