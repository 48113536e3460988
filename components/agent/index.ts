export { createDraftConsole, type DraftConsole } from './draft-console';
export type { LedgerData, LedgerDesk } from './ledger-desk';
export { Panel, type PanelProps, type PanelSite, type PersonalActions } from './panel';
export { SentenceProblems, sentenceProblemText } from './sentence-problem';
export type { Check, PanelShelf } from './shelf';
export { type MoveState, moveStates } from './wanted-moves';
