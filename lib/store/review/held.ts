import type { Changes } from '../changes';
import { storeKeys } from '../keys';
import type { Store } from '../open';
import { inTurn, settings } from '../settings';
import type { LogTask, Transaction } from '../tables';

type Held = Extract<LogTask, { name: 'held' }>;

async function known(tx: Transaction): Promise<Held | undefined> {
  const held = await tx.get('logTasks', 'held');
  return held?.name === 'held' ? held : undefined;
}

const born = async (tx: Transaction, written: number): Promise<Held> => ({
  name: 'held',
  born: crypto.randomUUID(),
  written,
  kept: await tx.count('sent'),
});

/** Counts records that came and went, at the end of the transaction that writes and deletes them. */
export async function countHeld(tx: Transaction, added: number, dropped: number): Promise<void> {
  const held = await known(tx);
  await tx.put(
    'logTasks',
    held === undefined
      ? await born(tx, added)
      : { ...held, written: held.written + added, kept: Math.max(0, held.kept + added - dropped) },
  );
}

/** Keeps a log that is emptied on purpose known as the one it was. */
export async function emptied(tx: Transaction, clear: () => Promise<void>): Promise<void> {
  const held = await known(tx);
  await clear();
  if (held !== undefined) await tx.put('logTasks', { ...held, kept: 0 });
}

/**
 * Compares the database with the mark that stands outside of it, and moves the mark on. A browser that finds its files
 * damaged begins an empty database without a word, or an older one without its newest writes: then the mark knows more
 * than the database does, and what is missing is noted for the pages to tell.
 */
export async function compareMark(store: Store, now: number): Promise<void> {
  if ((await store.ready()).kind !== 'ready') return;
  await inTurn('logMark', async () => {
    const held =
      (await store.read(['logTasks'], known)) ??
      (await store.write(['logTasks', 'sent'], 'strict', async (tx) => {
        const fresh = (await known(tx)) ?? (await born(tx, 0));
        await tx.put('logTasks', fresh);
        return fresh;
      }));
    const mark = await settings.logMark.getValue();
    if (mark !== null && (mark.born !== held.born || mark.written > held.written)) {
      const kind = mark.born === held.born ? 'older' : 'replaced';
      const missing = kind === 'older' ? mark.written - held.written : mark.kept;
      const before = await settings.logLoss.getValue();
      // What nobody has read yet stays told.
      if (before === null) await settings.logLoss.setValue({ kind, missing, at: mark.at });
    }
    const { name: _, ...next } = held;
    if (mark?.born !== next.born || mark.written !== next.written || mark.kept !== next.kept)
      await settings.logMark.setValue({ ...next, at: now });
  });
}

/** Compares at each opening of the store and after each change of the log. */
export function watchHeld(store: Store, changes: Changes, now: () => number): void {
  const [sent] = storeKeys.sent;
  const compare = (): void => void compareMark(store, now()).catch(() => undefined);
  store.onState(({ kind }) => {
    if (kind === 'ready') compare();
  });
  changes.listen((keys) => {
    if (keys.some(([first]) => first === sent)) compare();
  }, new AbortController().signal);
}
