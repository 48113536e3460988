import {
  type Composer,
  type ComposerAdapter,
  composerFor,
  deepActiveElement,
  eventElement,
  openShadowRootOf,
  type ShadowRootOf,
} from '@/lib/composer';
import { find, matches, type SiteProfile } from './site-profile';

export interface FocusOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly shadowRootOf: ShadowRootOf | undefined;
  readonly overrides: readonly ComposerAdapter[] | undefined;
  readonly profile: () => SiteProfile | null;
  /** Whether an event's target is our own card or badge: going there is not leaving the composer. */
  readonly isOurs: (target: EventTarget | null) => boolean;
  /** A composer has the focus, the same as before or another. */
  readonly onComposer: (composer: Composer) => void;
  /** The focus went away; `elsewhere` in this page, or (false) out of its window, to the panel perhaps. */
  readonly onLost: (elsewhere: boolean) => void;
}

/** Tells which composer the agent is in: the active editable alone is looked at, through shadow roots. */
export class Focus {
  readonly #options: FocusOptions;

  constructor(options: FocusOptions) {
    this.#options = options;
    const on = { capture: true, passive: true, signal: options.signal };
    const window = options.document.defaultView!;
    window.addEventListener('focusin', (event) => this.#onFocusIn(event), on);
    window.addEventListener('focusout', (event) => this.#onFocusOut(event), on);
  }

  /** Looks where the focus is now: a console may start, or an editor be drawn anew, under the agent's hands. */
  look(): void {
    const active = deepActiveElement(this.#options.document, this.#shadowRootOf);
    if (active !== null) this.#on(active);
  }

  readonly #shadowRootOf: ShadowRootOf = (host) =>
    this.#options.isOurs(host) ? null : (this.#options.shadowRootOf ?? openShadowRootOf)(host);

  #onFocusIn(event: Event): void {
    if (this.#options.isOurs(event.target)) return;
    const element = eventElement(event, this.#shadowRootOf);
    if (element !== null) this.#on(element);
  }

  #onFocusOut(event: FocusEvent): void {
    const { isOurs, document, onLost } = this.#options;
    const to = event.relatedTarget;
    if (isOurs(to) || isOurs(event.target)) return;
    const stillActive = to === null && document.activeElement === event.target;
    if (!(stillActive && document.hasFocus())) onLost(!stillActive);
  }

  #on(element: Element): void {
    const composer = this.#composerOf(element);
    if (composer !== null) this.#options.onComposer(composer);
  }

  #composerOf(element: Element): Composer | null {
    const { overrides } = this.#options;
    const selector = this.#options.profile()?.composer;
    if (selector !== undefined) {
      for (let it: Element | null = element; it !== null; it = it.parentElement) {
        if (matches(it, selector)) return composerFor(element, overrides);
      }
      // A page that has no such element was rebuilt since, or nobody ever tried the profile: guessing goes on.
      if (find(element.getRootNode() as ParentNode & Node, selector) !== null) return null;
    }
    return composerFor(element, overrides);
  }
}
