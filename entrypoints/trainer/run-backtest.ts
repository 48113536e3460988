import { addBacktests, type Backtest, type SavedMessage, shareOut, type Version } from '@/lib/workbench';
import { askWorker } from './ask-worker';
import type { BacktestQuestion } from './backtest.worker';
import BacktestWorker from './backtest.worker?worker';

export interface BacktestOptions {
  before: Version | null;
  after: Version | null;
  messages: readonly SavedMessage[];
  signal: AbortSignal;
  onDone: (done: number) => void;
}

/** Messages of a stretch: a tenth of a second of work. */
const STRETCH = 2500;
/** More workers than this only wait for each other's memory. */
const MOST_WORKERS = 8;

/** What is compared of a book; the rest need not travel. */
const bare = (version: Version | null): Version | null => {
  if (version === null) return null;
  const { id, version: number, language, lists, taboos, commitments } = version;
  return { id, version: number, language, lists, taboos, commitments };
};

/** Compares two versions on messages with every core there is. Rejects with the signal's reason when it aborts. */
export async function runBacktest(options: BacktestOptions): Promise<Backtest> {
  const { messages, signal, onDone } = options;
  const before = bare(options.before);
  const after = bare(options.after);
  const needed = Math.ceil(messages.length / STRETCH);
  const count = Math.max(1, Math.min(navigator.hardwareConcurrency || 2, MOST_WORKERS, needed));
  const workers = Array.from({ length: count }, () => new BacktestWorker());
  try {
    const hands = workers.map((worker) => {
      const ask = askWorker<BacktestQuestion>(worker);
      const ready = ask({ kind: 'versions', before, after });
      return {
        work: async (from: number, to: number): Promise<Backtest> => {
          await ready;
          return ask({ kind: 'messages', messages: messages.slice(from, to) });
        },
      };
    });
    const parts = await shareOut(hands, {
      count: Math.max(1, messages.length),
      size: STRETCH,
      signal,
      onDone,
    });
    return parts.reduce(addBacktests);
  } finally {
    for (const worker of workers) worker.terminate();
  }
}
