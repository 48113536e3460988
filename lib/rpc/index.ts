export { call, isOrphaned } from './call';
export type { Caller } from './caller';
export {
  type CallerKind,
  type Channel,
  type Channels,
  type CorrectionReport,
  type DismissalReport,
  KEPT_AROUND,
  REPORTED_AROUND,
  type Request,
  type Response,
  RpcError,
  type RpcProblem,
  type SentReport,
} from './channels';
export { onCommand, sendCommand } from './command';
export { openConsole, winningFrame } from './console-client';
export * from './console-port';
export { type ServeConsoleOptions, serveConsole } from './console-server';
export { createGate, type Handlers, type ServeOptions, serve } from './serve';
