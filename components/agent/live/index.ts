/** What ties the panel to the store and to a console; the panel itself gets data and callbacks. */
export { shareSource, viewOf } from './local-view';
export { startSecondLook } from './second-look';
export { useLedger } from './use-ledger';
export {
  checkWith,
  personalActions,
  useCompiledBooks,
  usePanelShelf,
  useSetting,
  useStoreTrouble,
} from './use-shelf';
export { type FollowedConsole, useConsoleView } from './use-view';
