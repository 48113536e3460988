import { riskOf, type SentRecord } from '@/lib/review';
import type { Changes } from './changes';
import { announceLog } from './review/announce';
import { emptied } from './review/held';
import { LOG_TABLES, LogWriter } from './review/writer';
import type { Engine, LogRow, Transaction } from './tables';

/** What a page reports of a message, before the log knows who and how risky it is. */
export type NewRecord = Omit<SentRecord, 'risk' | 'standing' | 'conversation' | 'origin'>;

/** Messages sent with a flag standing: what QA works on and what the agent can see about herself. */
export interface SentLog {
  /** Keeps a record; one with the same id is kept only once. Gives `false` when it was there already. */
  add(record: NewRecord): Promise<boolean>;
  get(id: string): Promise<SentRecord | undefined>;
  /** Newest first; `before` (epoch ms, exclusive) for the next page. */
  list(options?: { before?: number; limit?: number }): Promise<SentRecord[]>;
  count(): Promise<number>;
  /** Deletes what was sent before that time, with all that was said of it; gives how many. */
  purge(before: number): Promise<number>;
  /** Deletes records with all that was said of them; gives how many were there. */
  remove(ids: readonly string[]): Promise<number>;
  clear(): Promise<void>;
}

const SAID = ['reviews', 'contests'] as const;
/** The newest records that are looked at for the same conversation. */
const RECENT = 40;
/** Records deleted in one transaction: about half a second. */
const AT_ONCE = 2000;

/** Everything about a record but the columns' own fields. */
export function recordOf({ row: _, open: __, ...record }: LogRow): SentRecord {
  return record;
}

/** Deletes a record and everything said of it. */
export async function dropRecord(tx: Transaction, writer: LogWriter, record: LogRow): Promise<void> {
  await writer.drop(record);
  for (const table of SAID) {
    for (const { id } of await tx.list(table, { index: 'record', from: record.id, to: record.id })) {
      await tx.delete(table, id);
    }
  }
}

export function createSentLog(engine: Engine, changes: Changes): SentLog {
  /** Deletes in batches what `next` finds, until it finds nothing. */
  const dropAll = async (next: (tx: Transaction) => Promise<LogRow[]>): Promise<number> => {
    let gone = 0;
    for (;;) {
      const batch = await engine.write([...LOG_TABLES, ...SAID], 'strict', async (tx) => {
        const rows = await next(tx);
        if (rows.length === 0) return { dropped: 0, touched: [] };
        const writer = await LogWriter.on(tx);
        for (const row of rows) await dropRecord(tx, writer, row);
        return { dropped: rows.length, touched: await writer.write() };
      });
      gone += batch.dropped;
      if (batch.dropped < AT_ONCE) break;
    }
    if (gone > 0) announceLog(changes);
    return gone;
  };
  return {
    async add(record) {
      const touched = await engine.write(LOG_TABLES, 'strict', async (tx) => {
        if ((await tx.get('sent', record.id)) !== undefined) return null;
        const writer = await LogWriter.on(tx);
        const recent =
          record.marks.length === 0
            ? []
            : await tx.list('sent', { index: 'sentAt', reverse: true, limit: RECENT });
        const same = recent.find((it) => it.marks.some((mark) => record.marks.includes(mark)));
        await writer.add({
          ...record,
          conversation: same?.conversation ?? record.marks[0] ?? null,
          risk: riskOf(record, (rule) => writer.names.ruleCounts(rule)),
          origin: 'own',
          standing: 'open',
        });
        return writer.write();
      });
      if (touched !== null) announceLog(changes, touched);
      return touched !== null;
    },
    get: async (id) => {
      const row = await engine.read(['sent'], (tx) => tx.get('sent', id));
      return row && recordOf(row);
    },
    list: async ({ before, limit } = {}) =>
      (
        await engine.read(['sent'], (tx) =>
          tx.list('sent', {
            index: 'sentAt',
            reverse: true,
            limit,
            ...(before === undefined ? {} : { to: before - 1 }),
          }),
        )
      ).map(recordOf),
    count: () => engine.read(['sent'], (tx) => tx.count('sent')),
    purge: (before) => dropAll((tx) => tx.list('sent', { index: 'sentAt', to: before - 1, limit: AT_ONCE })),
    async remove(ids) {
      let gone = 0;
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        gone += await engine.write([...LOG_TABLES, ...SAID], 'strict', async (tx) => {
          const writer = await LogWriter.on(tx);
          let dropped = 0;
          for (const id of ids.slice(from, from + AT_ONCE)) {
            const row = await tx.get('sent', id);
            if (row === undefined) continue;
            await dropRecord(tx, writer, row);
            dropped += 1;
          }
          await writer.write();
          return dropped;
        });
      }
      if (gone > 0) announceLog(changes);
      return gone;
    },
    async clear() {
      await engine.write([...LOG_TABLES, ...SAID], 'strict', async (tx) => {
        await emptied(tx, async () => {
          for (const table of [...LOG_TABLES, ...SAID]) await tx.clear(table);
        });
      });
      announceLog(changes);
    },
  };
}
