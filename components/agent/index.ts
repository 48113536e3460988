export { createDraftConsole, type DraftConsole } from './draft-console';
export * from './panel';
export type { PanelShelf } from './shelf';
