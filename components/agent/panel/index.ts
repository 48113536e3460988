export type { PanelSite } from './header';
export { Panel, type PanelProps } from './panel';
export {
  type Check,
  checkWith,
  useCompiledBooks,
  usePanelShelf,
  useSetting,
  useStoreUnavailable,
} from './use-shelf';
export { type FollowedConsole, useConsoleView } from './use-view';
