export { openConsole, winningFrame } from './console-client';
export * from './console-port';
export { CONSOLE_READY, type ServeConsoleOptions, serveConsole } from './console-server';
