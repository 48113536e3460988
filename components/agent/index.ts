export { createDraftConsole, type DraftConsole } from './draft-console';
export { Panel, type PanelProps, type PanelSite } from './panel';
export type { Check, PanelShelf } from './shelf';
export { type MoveState, moveStates } from './wanted-moves';
