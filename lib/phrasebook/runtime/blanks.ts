/** A blank in a script or a stray bracket; offsets are UTF-16 units. */
export interface Blank {
  id: string;
  start: number;
  end: number;
}

const BLANK = /\{([a-z][a-zA-Z0-9]*)\}/g;

/** The `{variable}` blanks of a text, in order, repetitions included. */
export const blanksIn = (text: string): Blank[] =>
  Array.from(text.matchAll(BLANK), (it) => ({
    id: it[1] ?? '',
    start: it.index,
    end: it.index + it[0].length,
  }));

/** The first curly bracket that is not part of a blank, with what it encloses: a customer would see it as it stands. */
export const strayBracket = (text: string): string | undefined =>
  /[{｛][^{}｛｝]{0,20}[}｝]?|[}｝]/.exec(text.replace(BLANK, ''))?.[0];
