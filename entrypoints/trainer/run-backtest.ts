import {
  addBacktests,
  type Backtest,
  byTalk,
  LEAD,
  type SavedMessage,
  shareOut,
  type Version,
} from '@/lib/workbench';
import { askWorker } from './ask-worker';
import type { BacktestQuestion } from './backtest.worker';
import BacktestWorker from './backtest.worker?worker';

export interface BacktestOptions {
  before: Version | null;
  after: Version | null;
  messages: readonly SavedMessage[];
  /** Whether what hangs on the conversation is compared, too. */
  talks: boolean;
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
  const { absences, scenarios, moves, words, moveWords } = version;
  return {
    ...{ id, version: number, language, lists, taboos, commitments, absences, scenarios, moves },
    ...(words === undefined ? {} : { words }),
    ...(moveWords === undefined ? {} : { moveWords }),
  };
};

/** Compares two versions on messages with every core there is. Rejects with the signal's reason when it aborts. */
export async function runBacktest(options: BacktestOptions): Promise<Backtest> {
  const { signal, onDone, talks } = options;
  const messages = byTalk(options.messages);
  const before = bare(options.before);
  const after = bare(options.after);
  const needed = Math.ceil(messages.length / STRETCH);
  const count = Math.max(1, Math.min(navigator.hardwareConcurrency || 2, MOST_WORKERS, needed));
  const workers = Array.from({ length: count }, () => new BacktestWorker());
  try {
    const hands = workers.map((worker) => {
      const ask = askWorker<BacktestQuestion>(worker);
      const ready = ask({ kind: 'versions', before, after, talks });
      return {
        work: async (from: number, to: number): Promise<Backtest> => {
          await ready;
          const lead = messages.slice(Math.max(0, from - LEAD), from);
          return ask({ kind: 'messages', messages: messages.slice(from, to), lead });
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
