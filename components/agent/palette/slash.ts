import type { Span } from '@/lib/composer';
import type { RunningConsole } from '@/lib/console';

/** Two slashes that open a word: at the start of the draft, of a line, or after a space; full-width ones too. */
const CALL = /(?:^|[\s，。！？、；：])(\/\/|／／)$/u;

/** The `//` that ends at the caret and begins a word, `null` where there is none. */
export function slashesBefore(draft: string, caret: number): Span | null {
  const match = CALL.exec(draft.slice(0, caret));
  return match === null ? null : { start: caret - 2, end: caret };
}

/**
 * Calls when the agent types `//` at the start of a word. Only a key of theirs counts: neither a page that writes into
 * its composer nor a paste opens anything, and nothing happens while an input method composes.
 */
export function watchSlashes(options: {
  window: Window;
  console: RunningConsole;
  allowed: () => boolean;
  signal: AbortSignal;
  called: (slashes: Span) => void;
}): void {
  const { window, console, allowed, signal, called } = options;
  let typed = false;
  window.addEventListener(
    'beforeinput',
    (event) => {
      typed =
        event.isTrusted &&
        !event.isComposing &&
        event.inputType === 'insertText' &&
        (event.data === '/' || event.data === '／');
    },
    { capture: true, passive: true, signal },
  );
  console.runtime.subscribe(({ draft, caret, focused, composing }) => {
    if (!typed || !focused || composing || caret === null || caret.start !== caret.end) return;
    const slashes = slashesBefore(draft, caret.start);
    if (slashes === null || !allowed()) return;
    typed = false;
    called(slashes);
  }, signal);
}
