import * as fc from 'fast-check';
import { it } from 'vitest';

export { fc };

/** A property as a test: `test.prop([arbitrary…])('sentence', (value…) => { expectations })`. */
export const test = {
  prop:
    <T extends [unknown, ...unknown[]]>(arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }, numRuns = 300) =>
    (name: string, body: (...values: T) => void): void => {
      it(name, () => {
        fc.assert(
          fc.property(...arbitraries, (...values: T) => {
            body(...values);
          }),
          { numRuns },
        );
      });
    },
};
