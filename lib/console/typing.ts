import { CompositionGuard } from '@/lib/composer';

export interface TypingOptions {
  readonly window: Window & typeof globalThis;
  readonly signal: AbortSignal;
  /** Something happened that may have changed the draft or the caret; at most once a frame, never while composing. */
  readonly onFrame: () => void;
  /** A key is about to write into a text control that stands empty: no event tells that a script emptied it. */
  readonly onEmpty: () => void;
  /** An input method started to compose. */
  readonly onComposing: () => void;
  /** Nothing happened for a second after typing; from here on nothing runs. */
  readonly onQuiet: () => void;
}

/** How long after the last sign of typing the composer counts as quiet, milliseconds. */
const QUIET_MS = 1000;

/** What can change a draft or its caret. Editors swallow `input` for much of what they do, so keys and pastes count too. */
const SIGNS = [
  'beforeinput',
  'input',
  'keydown',
  'keyup',
  'paste',
  'cut',
  'drop',
  'pointerup',
  'compositionstart',
  'compositionend',
] as const;

/**
 * Watches the active composer while somebody works in it, and only then: an observer for editors that redraw late is
 * connected at the first sign and gone a second after the last. At rest there is no timer, no frame and no observer.
 */
export class Typing {
  readonly #options: TypingOptions;
  readonly #guard = new CompositionGuard();
  #field: HTMLElement | null = null;
  #frame: number | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lastSign = 0;
  #observer: MutationObserver | null = null;

  constructor(options: TypingOptions) {
    this.#options = options;
    const { window, signal } = options;
    for (const type of SIGNS) {
      window.addEventListener(type, (event) => this.#onSign(event), { capture: true, passive: true, signal });
    }
    window.document.addEventListener('selectionchange', () => this.#onSelection(), { capture: true, signal });
    signal.addEventListener('abort', () => this.follow(null), { once: true });
  }

  get composing(): boolean {
    return this.#guard.composing;
  }

  /** From now on this field's events count; `null`: nobody's. */
  follow(field: HTMLElement | null): void {
    this.#field = field;
    this.#guard.observe(new Event('focusin'));
    this.#rest();
    if (this.#frame !== null) this.#options.window.cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  /** Looks at the draft in the next frame, as after a key. */
  soon(): void {
    if (this.#field === null || this.#frame !== null || this.#options.signal.aborted) return;
    const { window } = this.#options;
    const run = (): void => {
      this.#frame = null;
      if (!this.#guard.composing) this.#options.onFrame();
    };
    // A hidden page gets no frames; the panel beside it still wants to know.
    if (window.document.hidden) {
      this.#frame = -1;
      window.queueMicrotask(run);
    } else {
      this.#frame = window.requestAnimationFrame(run);
    }
  }

  /** As `soon`, and keeps watching until a quiet second has passed (after inserting, for editors that redraw late). */
  stir(): void {
    this.#lastSign = performance.now();
    this.#watch();
    this.soon();
  }

  #onSign(event: Event): void {
    const field = this.#field;
    if (field === null || !event.composedPath().some((target) => target === field)) {
      // In a closed shadow root the path ends at the host; the root's host is the best there is to compare.
      if (field === null) return;
      if (!isHostOf(event.target, field)) {
        // A press elsewhere may send; pages empty a text control without a word, some a moment later.
        if (event.type === 'pointerup' && event.isTrusted) this.stir();
        return;
      }
    }
    // Chromium's own `compositionend` says it is not trusted. One that a page forges ends nothing for long: the next
    // `input` of the composition says that it still goes on.
    if (!event.isTrusted && event.type !== 'compositionend') {
      // Editors announce their own changes like this; a page may not pretend to compose, though.
      if (!this.#guard.composing) this.soon();
      return;
    }
    if (event.type === 'keydown' && (field as { value?: string }).value === '') this.#options.onEmpty();
    const wasComposing = this.#guard.composing;
    this.#guard.observe(event);
    if (this.#guard.composing) {
      if (!wasComposing) this.#options.onComposing();
      return;
    }
    this.stir();
  }

  #onSelection(): void {
    if (this.#field !== null && !this.#guard.composing) this.soon();
  }

  #watch(): void {
    const field = this.#field;
    if (field === null) return;
    if (this.#observer === null && field.isContentEditable) {
      this.#observer = new MutationObserver(() => this.soon());
      this.#observer.observe(field, { childList: true, characterData: true, subtree: true });
    }
    this.#timer ??= setTimeout(() => this.#onTimer(), QUIET_MS);
  }

  #onTimer(): void {
    this.#timer = null;
    const left = this.#lastSign + QUIET_MS - performance.now();
    if (left > 1) {
      this.#timer = setTimeout(() => this.#onTimer(), left);
      return;
    }
    this.#rest();
    if (!this.#guard.composing) this.#options.onQuiet();
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#observer?.disconnect();
    this.#observer = null;
  }
}

function isHostOf(target: EventTarget | null, field: Node): boolean {
  let root = field.getRootNode();
  while ('host' in root) {
    const host = (root as ShadowRoot).host;
    if (host === target) return true;
    root = host.getRootNode();
  }
  return false;
}
