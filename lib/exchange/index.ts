export { CHAT_ENDINGS, readChats } from './chat-table';
export { type Column, type ColumnKind, columnsOf } from './columns';
export { decodeText, type Encoding } from './decode';
export { loadFile } from './load-file';
export type { GivenFile, ReadTables } from './read-tables';
export { FORMATS, type Format, formatOf, saveFile } from './save-file';
export { rowNumber, type Table } from './table';
