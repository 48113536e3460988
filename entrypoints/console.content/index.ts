import { defineContentScript } from 'wxt/utils/define-content-script';
import { runConsole } from './run-console';

/** Runs where an agent switched the site on; the background registers it, nowhere else is it injected. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main: (ctx) => runConsole(ctx.signal),
});
