export { type Checked, type CheckedContext, type Checker, NOTHING_FOUND } from './checking';
export { CompiledBooks } from './compiled-books';
export type { ConsoleOptions } from './console-options';
export {
  type Conversation,
  type ConversationSource,
  conversationOf,
  isSwitch,
  lastOf,
  type Message,
  NO_CONVERSATION,
  type Speaker,
} from './conversation';
export { Dismissals, type LastingDismissals } from './dismissals';
export { findLog, type Layout } from './find-log';
export { InsertedScripts } from './inserted-scripts';
export type { ConsoleActions, ConsoleNews, Intents } from './intents';
export { BLANK_PAGE, Memories, type Remembered } from './memories';
export { readLog, type WordLayout } from './read-log';
export type { ConsoleRuntime } from './runtime';
export { sendButtonIn } from './send-button';
export {
  type Ask,
  attempt,
  confirm,
  flagKey,
  GUARD_AT_REST,
  type GuardState,
  holding,
  mend,
  reasonFor,
  refreshed,
  SHORTEST_REASON,
} from './send-guard';
export type { SendWatch } from './send-watch';
export { sentReport } from './sent-message';
export { matches, profileFor, type SiteProfile } from './site-profile';
export { type LogFrame, type MessageTrace, speakersOf, tokensIn } from './speaker';
export { type RunningConsole, type StartConsoleOptions, startConsole } from './start-console';
export {
  type CardMoment,
  type ConsoleState,
  cardAfter,
  flagAfter,
  flagAt,
  flagName,
  type OpenCard,
} from './state';
