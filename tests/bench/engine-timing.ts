import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const BATCHES = 9;
const WARM_UP_MS = 60;
/** Long enough for a clock that ticks every four milliseconds. */
const BATCH_MS = 60;

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const rounded = (value: number) => Number(value.toPrecision(3));

/**
 * Milliseconds of processor time this thread has had: what other processes do on the machine is not in the figures.
 * Before Node 23.9 the clock on the wall.
 */
function now(): number {
  if (typeof process.threadCpuUsage !== 'function') return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Median time of a call in microseconds, over batches long enough for the clock, after warming up. */
export async function micros(call: () => unknown, batches = BATCHES): Promise<number> {
  for (const from = now(); now() - from < WARM_UP_MS; ) await timeOf(call, 1);
  let perBatch = 1;
  // Twice, since a first batch may have been long for compiling something.
  while ((await timeOf(call, perBatch)) < BATCH_MS || (await timeOf(call, perBatch)) < BATCH_MS)
    perBatch *= 2;
  const times: number[] = [];
  for (let batch = 0; batch < batches; batch++)
    times.push(((await timeOf(call, perBatch)) * 1000) / perBatch);
  return rounded(middle(times));
}

async function timeOf(call: () => unknown, times: number): Promise<number> {
  const from = now();
  for (let index = 0; index < times; index++) {
    const outcome = call();
    // A synchronous call is not charged for a turn of the event loop.
    if (outcome instanceof Promise) await outcome;
  }
  return now() - from;
}

/** Median time of a build in milliseconds, the built thing, and what it keeps in memory in megabytes. */
export function build<T>(
  make: () => T,
  times = 5,
): { ms: number; firstMs: number; megabytes: number; built: T } {
  const before = memory();
  const firstFrom = now();
  const built = make();
  const firstMs = rounded(now() - firstFrom);
  const megabytes = rounded((memory() - before) / 2 ** 20);
  const durations: number[] = [];
  for (let index = 0; index < times; index++) {
    const from = now();
    make();
    durations.push(now() - from);
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
