import { areWhole, type NameKind, type NamesByCode, type Segment } from '@/lib/review';
import type { Changes } from '../changes';
import { storeKeys } from '../keys';
import type { Engine, LogSegment, Transaction } from '../tables';
import { namesByCode } from './names';

/** The columns of the log as they are now. */
export interface LoadedColumns {
  segments: readonly (Segment & Pick<LogSegment, 'worded'>)[];
  names: NamesByCode;
  /** Goes up with every change that was read. */
  version: number;
}

const [SEGMENTS] = storeKeys.logSegments;

/**
 * Keeps the columns in memory (33 bytes a record) and reads again what another write changed: one segment after a
 * verdict, all of them after a deletion.
 */
export class LogColumns {
  readonly #engine: Engine;
  readonly #segments = new Map<number, LogSegment>();
  #names: Record<NameKind, string[]> | undefined;
  /** Segments to read again; `all` at the start. */
  #stale: Set<number> | 'all' = 'all';
  #version = 0;
  #loading: Promise<LoadedColumns> | undefined;

  constructor(engine: Engine, changes: Changes, signal: AbortSignal) {
    this.#engine = engine;
    changes.listen((keys) => {
      for (const [first, number] of keys) {
        if (first !== SEGMENTS) continue;
        if (number === undefined) this.#stale = 'all';
        else if (this.#stale !== 'all') this.#stale.add(Number(number));
      }
    }, signal);
  }

  /** The columns after every write that was told so far. */
  async now(): Promise<LoadedColumns> {
    // One after another: a load that began before a change must not hide it.
    const before = this.#loading;
    const next = (async () => {
      await before?.catch(() => undefined);
      return this.#load();
    })();
    this.#loading = next;
    return next;
  }

  /** Lets go of the memory. */
  forget(): void {
    this.#segments.clear();
    this.#stale = 'all';
  }

  async #load(): Promise<LoadedColumns> {
    const stale = this.#stale;
    this.#stale = new Set();
    try {
      if (stale === 'all' || stale.size > 0) await this.#read(stale);
    } catch (error) {
      this.#stale = 'all';
      throw error;
    }
    return {
      segments: [...this.#segments.values()].sort((a, b) => a.segment - b.segment),
      names: this.#names ?? namesByCode([]),
      version: this.#version,
    };
  }

  async #read(stale: Set<number> | 'all'): Promise<void> {
    this.#version += 1;
    await this.#engine.read(['logSegments', 'logNames'], async (tx) => {
      this.#names = namesByCode(await tx.list('logNames'));
      if (stale === 'all') {
        this.#segments.clear();
        for (const it of await readable(tx)) this.#segments.set(it.segment, it);
        return;
      }
      for (const number of stale) {
        const segment = await tx.get('logSegments', number);
        if (segment === undefined || !areWhole(segment.columns, segment.count)) this.#segments.delete(number);
        else this.#segments.set(number, segment);
      }
    });
  }
}

/** Columns that can be read and are whole: a broken stretch must not take the others along, and is told by `Integrity`. */
async function readable(tx: Transaction): Promise<LogSegment[]> {
  const all = await tx.list('logSegments').catch(async () => {
    const single = (await tx.keys('logSegments')).map((key) =>
      tx.get('logSegments', key).catch(() => undefined),
    );
    return (await Promise.all(single)).filter((it) => it !== undefined);
  });
  return all.filter((it) => areWhole(it.columns, it.count));
}
