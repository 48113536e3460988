import { belongsToInputMethod } from '@/lib/composer';
import type { PromiseReport, SentReport } from '@/lib/rpc';
import { promiseReport } from './promise-report';
import type { ConsoleRuntime } from './runtime';
import { sendButtonIn } from './send-button';
import { attempt, confirm, GUARD_AT_REST, type GuardState, holding, mend, refreshed } from './send-guard';
import { sentReport } from './sent-message';
import type { ConsoleState } from './state';

export interface SendWatchOptions {
  readonly runtime: ConsoleRuntime;
  readonly window: Window & typeof globalThis;
  readonly signal: AbortSignal;
  readonly sendSelector: () => string | undefined;
  readonly isOurs: (target: EventTarget | null) => boolean;
  readonly now: () => number;
  readonly newId: () => string;
  /** A message left; `report` is there when flags were standing. */
  readonly onSent: (report: SentReport | null) => void;
  /** A message left with no flag standing. */
  readonly onClean?: ((sent: ConsoleState) => void) | undefined;
  /** A message left that promises something. */
  readonly onPromised?: ((report: PromiseReport) => void) | undefined;
}

/** A key or click this long ago can still be what sent a draft that is suddenly empty, milliseconds. */
const SENT_WITHIN = 3000;

const POINTER = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
] as const;

/** Holds the keys and clicks that would send while a high or critical flag stands, and notices what was sent. */
export class SendWatch {
  readonly #options: SendWatchOptions;
  readonly #listeners = new Set<(state: GuardState) => void>();
  #state: GuardState = GUARD_AT_REST;
  /** Capture listeners on the page's keys and clicks: only while there is something to hold. */
  #watching: AbortController | null = null;
  #last: ConsoleState;
  #lastAttempt = Number.NEGATIVE_INFINITY;
  /** A press that was held: what the page would hear of the same press is held too. */
  #heldPress: EventTarget | null = null;

  constructor(options: SendWatchOptions) {
    this.#options = options;
    this.#last = options.runtime.state;
    options.runtime.subscribe((state) => this.#onState(state), options.signal);
    // Whether something was sent is told from what happened just before; passive, and nothing is held by this.
    const on = { capture: true, passive: true, signal: options.signal };
    options.window.addEventListener('keydown', (event) => this.#noteKey(event), on);
    options.window.addEventListener('pointerdown', (event) => this.#notePointer(event), on);
    options.signal.addEventListener('abort', () => this.#watching?.abort(), { once: true });
  }

  get state(): GuardState {
    return this.#state;
  }

  subscribe(changed: (state: GuardState) => void, signal: AbortSignal): void {
    this.#listeners.add(changed);
    signal.addEventListener('abort', () => this.#listeners.delete(changed), { once: true });
  }

  /** "Send anyway"; false when a written reason is still missing. The agent presses send again. */
  confirm(reason: string): boolean {
    const next = confirm(this.#state, reason);
    if (next === null) return false;
    this.#set(next);
    this.#arm();
    return true;
  }

  mend(): void {
    this.#set(mend(this.#state));
  }

  #onState(state: ConsoleState): void {
    const before = this.#last;
    this.#last = state;
    if (state.composer !== before.composer) {
      this.#set(GUARD_AT_REST);
    } else if (state.draft !== before.draft || state.flags !== before.flags) {
      if (before.draft.trim() !== '' && state.draft.trim() === '' && state.composer !== null)
        this.#onEmptied(before);
      this.#set(refreshed(this.#state, state.flags));
    }
    this.#arm();
  }

  #arm(): void {
    const { flags, composer } = this.#last;
    const needed = composer !== null && holding(this.#state, flags) !== null;
    if (!needed) {
      this.#watching?.abort();
      this.#watching = null;
      return;
    }
    if (this.#watching !== null) return;
    const watching = new AbortController();
    this.#watching = watching;
    const on = { capture: true, passive: false, signal: watching.signal };
    const { window } = this.#options;
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      window.addEventListener(type, (event) => this.#onKey(event), on);
    }
    for (const type of POINTER) window.addEventListener(type, (event) => this.#onPointer(event), on);
    window.addEventListener('submit', (event) => this.#onSubmit(event), on);
  }

  #onKey(event: KeyboardEvent): void {
    if (!this.#sends(event)) return;
    // Only a real key asks; a page that forges one is stopped just the same.
    if (event.type === 'keydown' && event.isTrusted) {
      if (!this.#attempt()) return;
    } else if (holding(this.#state, this.#last.flags) === null) {
      return;
    }
    hold(event);
  }

  #onPointer(event: Event): void {
    if (!event.isTrusted || this.#options.isOurs(event.target)) return;
    const button = this.#buttonOf(event);
    if (button === null) return;
    if (
      event.type === 'pointerdown' ||
      event.type === 'touchstart' ||
      (event.type === 'click' && this.#heldPress !== button)
    ) {
      this.#heldPress = this.#attempt() ? button : null;
    }
    if (this.#heldPress === button) hold(event);
    if (event.type === 'click') this.#heldPress = null;
  }

  #onSubmit(event: Event): void {
    const { composer } = this.#last;
    if (composer === null || !(event.target as Element | null)?.contains(composer.field)) return;
    if (this.#attempt()) hold(event);
  }

  #attempt(): boolean {
    this.#options.runtime.recheck();
    const { state, held } = attempt(this.#state, this.#options.runtime.state.flags);
    this.#set(state);
    return held;
  }

  /** Enter and Ctrl+Enter send in every chat; Shift+Enter and Alt+Enter make a line. */
  #sends(event: KeyboardEvent): boolean {
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || belongsToInputMethod(event)) return false;
    if (this.#options.isOurs(event.target)) return false;
    const { composer } = this.#last;
    if (composer === null) return false;
    const path = event.composedPath();
    return path.includes(composer.field) || path.some((target) => target === hostOf(composer.field));
  }

  #buttonOf(event: Event): Element | null {
    const { composer } = this.#last;
    return composer === null
      ? null
      : sendButtonIn(event.composedPath(), composer.field, this.#options.sendSelector());
  }

  #noteKey(event: KeyboardEvent): void {
    if (event.isTrusted && this.#sends(event)) this.#noteAttempt();
    else if (event.isTrusted && (event.key === 'Backspace' || event.key === 'Delete' || event.key === 'x')) {
      this.#lastAttempt = Number.NEGATIVE_INFINITY;
    }
  }

  #notePointer(event: Event): void {
    if (event.isTrusted && !this.#options.isOurs(event.target) && this.#buttonOf(event) !== null) {
      this.#noteAttempt();
    }
  }

  /** The page is about to take the draft away: what was typed since the last frame is read before that. */
  #noteAttempt(): void {
    this.#lastAttempt = this.#options.now();
    this.#options.runtime.catchUp();
  }

  /** The draft is gone: it was sent when a send came just before, or when the log now ends with its words. */
  #onEmptied(before: ConsoleState): void {
    const { runtime, now, newId, onSent, onClean, onPromised, signal, window } = this.#options;
    const guard = this.#state;
    const { beside } = runtime;
    const told = (): void => {
      const report = sentReport(newId(), now(), { ...before, flags: [...before.flags, ...beside] }, guard);
      onSent(report);
      if (report === null) onClean?.(before);
      this.#set(GUARD_AT_REST);
      if (onPromised !== undefined) this.#readPromises(before, onPromised);
    };
    if (now() - this.#lastAttempt <= SENT_WITHIN) {
      told();
      return;
    }
    const log = runtime.logElement;
    if (log === null) return;
    // Sent by other means: the page's own shortcut, a menu. The words appear in the log within moments or they do not.
    const said = bare(before.draft);
    const until = new AbortController();
    const appeared = (): boolean =>
      bare((log.textContent ?? '').slice(-before.draft.length * 2 - 2000)).includes(said);
    const look = (): void => {
      if (!appeared()) return;
      until.abort();
      told();
    };
    runtime.subscribe(look, AbortSignal.any([until.signal, signal]));
    window.setTimeout(() => until.abort(), SENT_WITHIN);
    look();
  }

  /** What was sent before the books were ready is read as soon as they are: a promise counts from the first minute. */
  #readPromises(sent: ConsoleState, onPromised: (report: PromiseReport) => void): void {
    const { runtime, newId, signal } = this.#options;
    const read = (): boolean => {
      const found = runtime.promisesIn(sent);
      const report = found && promiseReport(newId(), sent, found);
      if (report) onPromised(report);
      return found !== null;
    };
    if (read()) return;
    const until = new AbortController();
    runtime.subscribe(() => read() && until.abort(), AbortSignal.any([until.signal, signal]));
  }

  #set(state: GuardState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function hostOf(field: Node): Element | null {
  const root = field.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}

const bare = (text: string): string => text.replace(/\s+/g, '');
