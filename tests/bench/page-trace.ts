import type { Page } from 'puppeteer-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** The same in processor time of the thread: other programs on the machine do not count. */
  readonly tdur?: number;
  /** The thread's processor clock at its begin. */
  readonly tts?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: { readonly url?: string; readonly type?: string } };
}

/** A stretch of time in microseconds of the trace's clock. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Processor time of it, microseconds. */
  readonly busy: number;
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Records what the browser did while `work` ran. */
export async function traced(page: Page, work: () => Promise<void>): Promise<TraceEvent[]> {
  await page.tracing.start({ categories: CATEGORIES });
  await work();
  const bytes = await page.tracing.stop();
  if (bytes === undefined) throw new Error('The browser gave no trace.');
  return (JSON.parse(new TextDecoder().decode(bytes)) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** The stretches in which a script of an extension ran, calls within calls counted once. */
export function ourStretches(events: readonly TraceEvent[], script = /./): Stretch[] {
  const calls = events
    .filter((event) => isOurCall(event) && script.test(event.args.data?.url ?? ''))
    .map(({ ts, dur = 0, tdur = dur }) => ({ start: ts, end: ts + dur, busy: tdur }))
    .sort((a, b) => a.start - b.start);
  const apart: { start: number; end: number; busy: number }[] = [];
  for (const call of calls) {
    const last = apart.at(-1);
    if (last !== undefined && call.start < last.end) last.end = Math.max(last.end, call.end);
    else apart.push({ ...call });
  }
  return apart;
}

export interface KeyCost {
  /** From the key's arrival in the page to the end of the call that paints the marks, milliseconds. */
  readonly markMs: number;
  /** The same in processor time of the page's thread. */
  readonly markBusyMs: number;
  /** Whether the marks were there before the browser painted the letter. */
  readonly withLetter: boolean;
  /** How long each of our two scripts ran until the next key, milliseconds of processor time. */
  readonly consoleMs: number;
  readonly cardMs: number;
}

/** What each key of a trace cost, from its `keydown` to the next. */
export function keyCosts(events: readonly TraceEvent[]): KeyCost[] {
  const keys = events.filter(dispatched('keydown')).sort((a, b) => a.ts - b.ts);
  const inputs = events.filter(dispatched('input')).sort((a, b) => a.ts - b.ts);
  const paints = events.filter(({ name }) => name === 'Paint').map(({ ts }) => ts);
  const calls = events.filter(isOurCall).sort((a, b) => a.ts - b.ts);
  const costs: KeyCost[] = [];
  keys.forEach((key, index) => {
    const until = keys[index + 1]?.ts ?? key.ts + 500_000;
    const input = inputs.find(({ ts }) => ts > key.ts && ts < until);
    const letter = (input?.ts ?? 0) + (input?.dur ?? 0);
    // Listeners run within the event; the first call after it is the one that looks and paints.
    const look = calls.find(
      ({ ts, args }) => ts > letter && ts < until && /console\.js$/.test(args.data?.url ?? ''),
    );
    if (input === undefined || look === undefined) return;
    const painted = paints.find((ts) => ts > letter) ?? Number.POSITIVE_INFINITY;
    const busy = (script: RegExp): number =>
      ourStretches(
        events.filter(({ ts }) => ts >= key.ts && ts < until),
        script,
      ).reduce((sum, it) => sum + it.busy, 0);
    costs.push({
      markMs: (look.ts + (look.dur ?? 0) - key.ts) / 1000,
      markBusyMs: ((look.tts ?? 0) + (look.tdur ?? 0) - (key.tts ?? 0)) / 1000,
      withLetter: look.ts < painted,
      consoleMs: busy(/console\.js$/) / 1000,
      cardMs: busy(/card\.js$/) / 1000,
    });
  });
  return costs;
}

const dispatched =
  (type: string) =>
  (event: TraceEvent): boolean =>
    event.name === 'EventDispatch' && event.args.data?.type === type;

const isOurCall = ({ name, ph, args }: TraceEvent): boolean =>
  ph === 'X' && name === 'FunctionCall' && args.data?.url?.startsWith('chrome-extension://') === true;

/** The value below which that share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  return Math.round((sorted[Math.max(0, at)] ?? Number.NaN) * 100) / 100;
}

/**
 * The longest task of the page's main thread in which the rules' script was not called, milliseconds of processor time.
 * What goes on after a promise is not told by its script, so the page's own tasks are among them.
 */
export function longestTask(events: readonly TraceEvent[], rules: RegExp): number {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const ours = events.filter(isOurCall);
  const threads = new Set(ours.map(threadOf));
  const calls = ours.filter(({ args }) => rules.test(args.data?.url ?? ''));
  let longest = 0;
  for (const task of events) {
    const { name, ts, dur = 0, tdur = dur } = task;
    if (name !== 'RunTask' || !threads.has(threadOf(task)) || tdur <= longest) continue;
    const checks = calls.some((it) => threadOf(it) === threadOf(task) && it.ts >= ts && it.ts < ts + dur);
    if (!checks) longest = tdur;
  }
  return longest / 1000;
}
