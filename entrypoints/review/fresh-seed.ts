/** A seed for a new sample: six digits at most, because people read it to each other. */
export const freshSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000;
