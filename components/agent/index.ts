export { createDraftConsole, type DraftConsole } from './draft-console';
export { Panel, type PanelProps, type PanelSite } from './panel';
export type { PanelShelf } from './shelf';
