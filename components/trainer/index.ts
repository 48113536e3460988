export { type Bench, type BenchOptions, createBench, type OpenedDraft, type SaveOutcome } from './bench';
export { BooksPage, type ListedBook } from './books-page';
export { ItemPane, type ItemPaneProps, type Part } from './items';
export { LintPane } from './lint-pane';
export { PANES, type PaneId, type Route, readRoute, writeRoute } from './route';
export type { ConvertScript } from './scripts/other-script';
export { ScriptsPane } from './scripts/scripts-pane';
export { Shell } from './shell';
export { type KeptVersion, type Note, VersionsPane, type VersionsPaneProps } from './versions/versions-pane';
