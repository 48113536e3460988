/** The answering side of the channels: sender, size, rate and shape are checked here. */
export type { Caller } from './caller';
export { createGate, type Handlers, type ServeOptions, serve } from './serve';
