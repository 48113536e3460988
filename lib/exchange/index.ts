export { type Column, type ColumnKind, columnsOf } from './columns';
export { decodeText, type Encoding } from './decode';
export { loadFile } from './load-file';
export type { GivenFile } from './read-tables';
export { FORMATS, type Format, formatOf, saveFile } from './save-file';
