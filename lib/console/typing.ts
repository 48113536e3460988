import { CompositionGuard } from '@/lib/composer';

export interface TypingOptions {
  readonly window: Window & typeof globalThis;
  readonly signal: AbortSignal;
  /**
   * Something happened that may have changed the caret and, where `draft` says so, the draft: right after the event that
   * writes, and at most once a frame for all others; never while composing.
   */
  readonly onLook: (draft: boolean) => void;
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

/** What announces that the text is being written now: it is looked at as soon as the page has dealt with it. */
const WRITING = new Set<string>(['beforeinput', 'input', 'compositionend']);

/** What moves the caret and leaves the text alone, or is followed by something that does not. */
const MOVING = new Set<string>(['keydown', 'keyup', 'pointerup']);

/**
 * Watches the active composer while somebody works in it, and only then: an observer for editors that redraw late is
 * connected at the first sign and gone a second after the last. At rest there is no timer, no frame and no observer.
 */
export class Typing {
  readonly #options: TypingOptions;
  readonly #guard = new CompositionGuard();
  #field: HTMLElement | null = null;
  #frame: number | null = null;
  #task: MessageChannel | null = null;
  #posted = false;
  /** Whether the text may be another than at the last look. */
  #written = true;
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
    this.#written = true;
    this.#task?.port1.close();
    this.#task = null;
    this.#posted = false;
  }

  /** Looks at the draft in the next frame, as after a key. */
  soon(): void {
    this.#written = true;
    this.#inFrame();
  }

  #look(): void {
    if (this.#guard.composing) return;
    // Between two signs of typing nobody tells us what the page writes, unless the observer does.
    const draft = this.#written || this.#observer === null;
    this.#written = false;
    this.#options.onLook(draft);
  }

  #inFrame(): void {
    if (this.#field === null || this.#frame !== null || this.#options.signal.aborted) return;
    const { window } = this.#options;
    const run = (): void => {
      this.#frame = null;
      this.#look();
    };
    // A hidden page gets no frames; the panel beside it still wants to know.
    if (window.document.hidden) {
      this.#frame = -1;
      window.queueMicrotask(run);
    } else {
      this.#frame = window.requestAnimationFrame(run);
    }
  }

  /** Looks when the page has dealt with the event that runs now, without waiting for the frame that shows it. */
  #atOnce(): void {
    this.#written = true;
    if (this.#posted || this.#field === null || this.#options.signal.aborted) return;
    if (this.#task === null) {
      this.#task = new MessageChannel();
      this.#task.port1.onmessage = () => {
        this.#posted = false;
        this.#look();
      };
    }
    this.#posted = true;
    this.#task.port2.postMessage(null);
  }

  /** As `soon`, and keeps watching until a quiet second has passed (after inserting, for editors that redraw late). */
  stir(): void {
    this.#stirred();
    this.soon();
  }

  #stirred(): void {
    this.#lastSign = performance.now();
    this.#watch();
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
    this.#stirred();
    if (WRITING.has(event.type)) this.#atOnce();
    else if (MOVING.has(event.type)) this.#inFrame();
    else this.soon();
  }

  #onSelection(): void {
    if (this.#field !== null && !this.#guard.composing) this.#inFrame();
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
