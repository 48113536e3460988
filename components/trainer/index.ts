export {
  type BacktestRequest,
  BacktestSection,
  type Candidate,
  type ChosenChats,
} from './backtest';
export {
  type Bench,
  type BenchOptions,
  type BookSource,
  createBench,
  type OpenedDraft,
  type SaveOutcome,
} from './bench';
export { type BookStanding, BooksPage, type ListedBook } from './books';
export { ExchangePane, type ExportFormat } from './exchange/exchange-pane';
export type { Given, Into } from './exchange/import-part';
export { HeadActions } from './head-actions';
export { InboxPane } from './inbox/inbox-pane';
export { ItemPane, type ItemPaneProps, type Part } from './items';
export { LintPane } from './lint-pane';
export {
  AlsoHit,
  exampleEdit,
  type FindHits,
  ImportDialog,
  MessagesPane,
  type MessagesPaneProps,
  type OpenedChats,
  type SheetLook,
  type SheetOutline,
} from './messages';
export {
  type LabelledSet,
  type MakeProposals,
  ProposeRule,
  type ProposeRuleProps,
  type WeighedProposal,
} from './propose';
export { PANES, type PaneId, type Route, readRoute, writeRoute } from './route';
export type { ConvertScript } from './scripts/other-script';
export { ScriptsPane } from './scripts/scripts-pane';
export { type Lessons, SecondLookPane, type SecondLookPaneProps } from './second-look';
export { Shell } from './shell';
export { UpdatesPane, type UpdatesPaneProps } from './updates/updates-pane';
export { Changes } from './versions/changes';
export { type KeptVersion, type Note, VersionsPane, type VersionsPaneProps } from './versions/versions-pane';
