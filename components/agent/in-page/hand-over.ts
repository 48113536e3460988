import type { RunningConsole } from '@/lib/console';
import type { InPageHost } from './host';

/**
 * Two scripts of ours share one frame: the console, which reads, matches and marks, and the interface, which comes when
 * somebody types. They meet on the global object of our own isolated world, which no page can see.
 */
export interface HandedOver {
  readonly host: InPageHost;
  readonly console: RunningConsole;
  /** Ends with the console. */
  readonly signal: AbortSignal;
  readonly site: string;
}

const PLACE = Symbol.for('tactful.console');
type World = { [PLACE]?: HandedOver };

/** Lays the console out for the interface script; one console stands in a frame at a time. */
export function handOver(handed: HandedOver): void {
  (globalThis as World)[PLACE] = handed;
}

/** Takes the console that was laid out, once; `null` where none is, or where it has ended meanwhile. */
export function takeOver(): HandedOver | null {
  const world = globalThis as World;
  const handed = world[PLACE];
  delete world[PLACE];
  return handed === undefined || handed.signal.aborted ? null : handed;
}
