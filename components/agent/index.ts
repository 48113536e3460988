export { createDraftConsole, type DraftConsole } from './draft-console';
export type { LedgerData, LedgerDesk } from './ledger-desk';
export { Panel, type PanelProps, type PanelSite } from './panel';
export { searchScripts } from './script-search';
export { type Check, type Offer, type PanelShelf, searchOffers, suggestOffers } from './shelf';
export { type MoveState, moveStates } from './wanted-moves';
