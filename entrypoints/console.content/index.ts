import { defineContentScript } from 'wxt/utils/define-content-script';
import { runConsole } from './run-console';

/** Runs where an agent switched the site on; the background registers it, nowhere else is it injected. */
export default defineContentScript({
  // No variable for the bundle: named after the entrypoint it would hide the page's `console` from us in Firefox.
  globalName: false,
  registration: 'runtime',
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main: (ctx) => runConsole(ctx.signal),
});
