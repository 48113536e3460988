/** A text of a list as a line: cues with a weight and examples with a situation are written as JSON. */
export const writtenCue = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** The same way back; a line that is not whole JSON yet stays as it is typed. */
export const cuesOf = (lines: readonly string[]): unknown[] =>
  lines.map((line) => {
    if (!/^\{\s*"/.test(line)) return line;
    try {
      return JSON.parse(line) as unknown;
    } catch {
      return line;
    }
  });
