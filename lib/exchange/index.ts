export { type Column, type ColumnKind, columnsOf } from './columns';
export { decodeText, type Encoding } from './decode';
export { loadFile } from './load-file';
export { givenText, phrasesIn, type ReadParts, readParts } from './read-parts';
export type { GivenFile } from './read-tables';
export { FORMATS, type Format, formatOf, saveFile } from './save-file';
export { TABLE_LIMITS } from './table';
export { templateFile } from './template';
