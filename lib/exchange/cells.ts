/** What a spreadsheet would run as a formula, or a shell of old would: the first character decides. */
const RUNS = /^'*[=+\-@\t\r]/;

/** Names that every object has: the writer of workbooks keeps texts by name and would lose a cell that says "constructor". */
const isInherited = (text: string): boolean => text.replace(/^'+/, '') in Object.prototype;

const isUnsafe = (text: string): boolean => RUNS.test(text) || isInherited(text);

/** A cell as it is exported: what a spreadsheet could take for a formula, or a program for a name, gets an apostrophe in front. */
export const guarded = (text: string): string => (isUnsafe(text) ? `'${text}` : text);

/** The same way back. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && isUnsafe(text) ? text.slice(1) : text;

/** Several texts in one cell: one a line; a text that would not survive that, and anything but text, as JSON. */
export const joinCell = (items: readonly unknown[]): string =>
  items
    .map((it) =>
      typeof it !== 'string' || /[\r\n]/.test(it) || it !== it.trim() || it === '' || /^[[{"]/.test(it)
        ? JSON.stringify(it)
        : it,
    )
    .join('\n');

/** The texts of a cell; a line that begins like JSON and is JSON is read as such. */
export const splitCell = (cell: string): unknown[] =>
  cell
    .split(/\r\n|\r|\n/)
    .map((it) => it.trim())
    .filter((it) => it !== '')
    .map((line) => {
      if (!/^[[{"]/.test(line)) return line;
      try {
        return JSON.parse(line) as unknown;
      } catch {
        // A pattern may begin with a bracket: [就] or {0-3}.
        return line;
      }
    });
