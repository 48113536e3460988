import { rovingTarget } from '@/components/ui';
import { belongsToInputMethod } from '@/lib/composer';
import type { RunningConsole } from '@/lib/console';
import type { LookModel } from '../second-look';
import type { InPageHost } from './host';

export interface KeysOptions {
  readonly window: Window;
  readonly host: InPageHost;
  readonly console: RunningConsole;
  readonly signal: AbortSignal;
  /** The second look, where there is one: its card is open only while no other is. */
  readonly look?: LookModel | undefined;
}

/** What a digit answers to the second look; the others take what may be said instead. */
const SAID: Readonly<Record<string, 'fine' | 'right'>> = { 0: 'fine', 9: 'right' };

/**
 * The keys of card and guard, taken before the page sees them; everything else, and every key of an input method, passes.
 * Alt+1…9 take a replacement, Esc closes and gives back field and caret, arrows move inside the card.
 */
export function watchKeys({ window, host, console, signal, look }: KeysOptions): void {
  const giveBack = (): void => {
    if (host.root.activeElement !== null) console.intents.focusComposer();
  };
  const act = (event: KeyboardEvent): boolean => {
    const { card, flags } = console.runtime.state;
    const inside = host.root.activeElement;
    const open = card === null ? undefined : flags[card.index];
    if (event.key === 'Escape') {
      if (console.guard.state.asking !== null) console.guard.mend();
      else if (open !== undefined) console.runtime.closeCard();
      else if (look?.card.peek()) look.close();
      else return false;
      giveBack();
      return true;
    }
    const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
    if (open !== undefined && digit !== undefined && event.altKey && !event.ctrlKey && !event.metaKey) {
      const choices = [...open.instead, ''];
      const text = choices[Number(digit) - 1];
      if (text === undefined) return false;
      void console.intents.replace(open, text);
      return true;
    }
    if (look?.card.peek() && digit !== undefined && event.altKey && !event.ctrlKey && !event.metaKey) {
      const said = look.asks ? SAID[digit] : undefined;
      const text = look.instead.peek()?.[Number(digit) - 1];
      if (said !== undefined) void look.say(said);
      else if (text !== undefined) void look.replace(text);
      return said !== undefined || text !== undefined;
    }
    if (inside === null) return false;
    // Enter held down in the composer, or meant for an input method, presses nothing of ours.
    if (event.key === 'Enter') return event.repeat;
    const stops = [...host.root.querySelectorAll<HTMLElement>('[data-stop]')];
    const next = rovingTarget(event.key, stops.indexOf(inside as HTMLElement), stops.length);
    if (next === null) return false;
    stops[next]?.focus();
    return true;
  };
  const listen = (event: KeyboardEvent): void => {
    if (!event.isTrusted) return;
    const ours = event.target === host.element;
    const composes = belongsToInputMethod(event);
    if (event.type === 'keydown' && (composes ? ours : act(event))) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (ours) {
      // A key pressed on our buttons is none of the page's shortcuts.
      event.stopImmediatePropagation();
    }
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    window.addEventListener(type, listen, { capture: true, signal });
  }
}
