export { AlsoHit, type AlsoHitProps, type FindHits } from './also-hit';
export type { OpenedChats, SheetLook, SheetOutline } from './chat-import';
export { exampleEdit } from './example-text';
export { ImportDialog, type ImportDialogProps } from './import-dialog';
export { MessagesPane, type MessagesPaneProps } from './messages-pane';
