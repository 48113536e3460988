import * as fc from 'fast-check';
import { it } from 'vitest';

export { fc };

/**
 * A test that fails on a busy machine ends its search for a smaller example after this long, in milliseconds; nothing else
 * stops it, because a test that never waits cannot be timed out.
 */
const SEARCH_MS = 20_000;
/** Twice as long, so that the counterexample is what is reported. */
const TIMEOUT_MS = 2 * SEARCH_MS;

/** A property as a test: `test.prop([arbitrary…])('sentence', (value…) => { expectations })`. */
export const test = {
  prop:
    <T extends [unknown, ...unknown[]]>(arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }, numRuns = 300) =>
    (name: string, body: (...values: T) => void): void => {
      it(name, { timeout: TIMEOUT_MS }, () => {
        fc.assert(
          fc.property(...arbitraries, (...values: T) => {
            body(...values);
          }),
          { numRuns, interruptAfterTimeLimit: SEARCH_MS },
        );
      });
    },
};
