import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const BATCHES = 21;
const BATCH_MS = 6;

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const rounded = (value: number) => Number(value.toPrecision(3));

/** Median time of a call in microseconds, over batches long enough for the clock, after warming up. */
export async function micros(call: () => unknown, batches = BATCHES): Promise<number> {
  const since = performance.now();
  let calls = 0;
  while (calls < 3 || performance.now() - since < 60) {
    await settle(call());
    calls++;
  }
  const perBatch = Math.max(1, Math.round((BATCH_MS * calls) / (performance.now() - since)));
  const times: number[] = [];
  for (let batch = 0; batch < batches; batch++) {
    const from = performance.now();
    for (let index = 0; index < perBatch; index++) await settle(call());
    times.push(((performance.now() - from) * 1000) / perBatch);
  }
  return rounded(middle(times));
}

/** Waits for promises only, so that a synchronous call is not charged for a turn of the event loop. */
function settle(outcome: unknown): unknown {
  return outcome instanceof Promise ? outcome : undefined;
}

/** Median time of a build in milliseconds, the built thing, and what it keeps in memory in megabytes. */
export function build<T>(
  make: () => T,
  times = 5,
): { ms: number; firstMs: number; megabytes: number; built: T } {
  const before = memory();
  const firstFrom = performance.now();
  const built = make();
  const firstMs = rounded(performance.now() - firstFrom);
  const megabytes = rounded((memory() - before) / 2 ** 20);
  const durations: number[] = [];
  for (let index = 0; index < times; index++) {
    const from = performance.now();
    make();
    durations.push(performance.now() - from);
  }
  return { ms: rounded(middle(durations)), firstMs, megabytes, built };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function memory(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
