export { createDraftConsole, type DraftConsole } from './draft-console';
export { shareSource, viewOf } from './local-view';
export * from './panel';
export type { PanelShelf } from './shelf';
