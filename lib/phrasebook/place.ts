/** Keys and indexes that lead from the top of a file to a value. */
export type DataPath = readonly (string | number)[];

/** Where something stands in the files; lines and columns count from 1. */
export interface Place {
  file: string;
  line: number;
  column?: number;
  path?: string;
}

/** A file that could be read: plain data, and the way back from the data to the text. */
export interface Part {
  file: string;
  value: unknown;
  /**
   * Place of the value at `path` (or of its key), else of the nearest thing around it; `inside` is a column within
   * the text at that place, from 1.
   */
  place(path: DataPath, of?: 'key' | 'value', inside?: number): Place;
}

export const pathText = (path: DataPath): string =>
  path.map((it, i) => (typeof it === 'number' ? `[${it}]` : `${i > 0 ? '.' : ''}${it}`)).join('');
