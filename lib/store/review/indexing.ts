import { riskOf, SEGMENT } from '@/lib/review';
import type { Changes } from '../changes';
import type { Engine } from '../tables';
import { announceLog } from './announce';
import { writeWords } from './words';
import { LOG_TABLES, LogWriter } from './writer';

/** Records indexed in one transaction. */
const AT_ONCE = 1000;

/**
 * Does what a migration left to be done: records of an older version are put into columns and tallies, a thousand at a
 * time. What is interrupted goes on at the next call.
 */
export async function indexLog(engine: Engine, changes: Changes): Promise<void> {
  const task = await engine.read(['logTasks'], (tx) => tx.get('logTasks', 'index'));
  if (task === undefined) return;
  const ids = await engine.read(['sent'], async (tx) =>
    (await tx.list('sent')).filter((it) => it.row === undefined).map((it) => it.id),
  );
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    await engine.write(LOG_TABLES, 'strict', async (tx) => {
      const writer = await LogWriter.on(tx);
      for (const id of ids.slice(from, from + AT_ONCE)) {
        const row = await tx.get('sent', id);
        if (row === undefined || row.row !== undefined) continue;
        await writer.add({ ...row, risk: riskOf(row, (rule) => writer.names.ruleCounts(rule)) });
      }
      await writer.write();
    });
  }
  await engine.write(['logTasks'], 'strict', (tx) => tx.delete('logTasks', 'index'));
  if (ids.length > 0) announceLog(changes);
}

/** Writes down where words stand in every full segment that lacks it, one segment a transaction. */
export async function indexWords(engine: Engine, changes: Changes, signal?: AbortSignal): Promise<void> {
  const full = await engine.read(['logSegments'], async (tx) =>
    (await tx.list('logSegments')).filter((it) => !it.worded && it.count === SEGMENT).map((it) => it.segment),
  );
  for (const number of full) {
    if (signal?.aborted) return;
    await engine.write(['sent', 'logSegments', 'logWords'], 'relaxed', async (tx) => {
      const segment = await tx.get('logSegments', number);
      if (segment === undefined || segment.worded) return;
      const base = number * SEGMENT;
      await writeWords(
        tx,
        number,
        await tx.list('sent', { index: 'row', from: base, to: base + SEGMENT - 1 }),
      );
      await tx.put('logSegments', { ...segment, worded: true });
    });
    announceLog(changes, [number]);
  }
}
