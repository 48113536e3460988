/**
 * The light door: what content scripts and pages ask with. Pages that look at a console enter by `view`, the
 * background by `background`; both check what comes in and carry the schema library.
 */
export { call, isOrphaned } from './call';
export {
  type CallerKind,
  type Channel,
  type Channels,
  type CorrectionReport,
  type DismissalReport,
  OFFERED_MOVES,
  OFFERED_TEXT,
  type PromiseReport,
  REPORTED_FLAGS,
  REPORTED_PROMISES,
  REPORTED_SENTENCE,
  REPORTED_TEXT,
  type Request,
  type Response,
  RpcError,
  type RpcProblem,
  type ScriptQuestion,
  type ScriptRow,
  type SentReport,
  VERDICT_AROUND,
  type VerdictReport,
} from './channels';
export { onCommand, sendCommand } from './command';
export * from './console-port';
export { type ServeConsoleOptions, serveConsole } from './console-server';
