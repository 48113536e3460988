import { type Conversation, type ConversationSource, conversationOf, NO_CONVERSATION } from './conversation';
import { findLog, panelAround } from './find-log';
import { readLog } from './read-log';
import type { SiteProfile } from './site-profile';

/** How long finding a log may wait for the browser to have time, milliseconds. */
const LOOK_WITHIN_MS = 50;
/** A new message should be in the panel within 200 ms, on a page that is busy drawing it too. */
const NEWS_WITHIN_MS = 16;

/**
 * The conversation of a page, read from the log beside the composer.
 * One observer: on the log alone; while there is none (nobody has said anything yet) on the panel around the composer,
 * for elements that are new there; nothing while no composer was used.
 */
export class PageLog implements ConversationSource {
  readonly #profile: () => SiteProfile | null;
  readonly #signal: AbortSignal;
  readonly #listeners = new Set<() => void>();
  #field: HTMLElement | null = null;
  #log: Element | null = null;
  #observer: MutationObserver | null = null;
  #waiting = false;
  #known: Conversation | null = null;

  constructor(options: { profile: () => SiteProfile | null; signal: AbortSignal }) {
    this.#profile = options.profile;
    this.#signal = options.signal;
    this.#signal.addEventListener('abort', () => this.#drop(), { once: true });
  }

  /** The element read now, for telling whether a sent message appeared in it. */
  get element(): Element | null {
    return this.#log;
  }

  /** Looks for the log beside another composer, when the browser has time. */
  follow(field: HTMLElement | null): void {
    if (field === this.#field && this.#log?.isConnected) return;
    this.#field = field;
    this.#drop();
    this.#later();
  }

  /** After a click somewhere: a console may have put another conversation in the log's place. */
  lookAgain(): void {
    if (this.#field !== null && !this.#log?.isConnected) this.#later();
  }

  /** Something else was taught about this console: what was found by the old profile counts no longer. */
  again(): void {
    this.#drop();
    if (this.#field !== null) this.#later();
  }

  read(): Conversation {
    if (this.#log === null || !this.#log.isConnected) return NO_CONVERSATION;
    this.#known ??= conversationOf(readLog(this.#log, this.#profile()));
    return this.#known;
  }

  subscribe(changed: () => void, signal: AbortSignal): void {
    this.#listeners.add(changed);
    signal.addEventListener('abort', () => this.#listeners.delete(changed), { once: true });
  }

  /** Reads when the browser has time, and after so many milliseconds at the latest. */
  #later(within = LOOK_WITHIN_MS): void {
    if (this.#waiting || this.#signal.aborted) return;
    this.#waiting = true;
    const run = (): void => {
      this.#waiting = false;
      if (this.#signal.aborted || this.#field === null) return;
      if (!this.#log?.isConnected) {
        this.#drop();
        if (this.#field.isConnected) this.#find(this.#field);
      }
      this.#known = null;
      for (const changed of this.#listeners) changed();
    };
    if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: within });
    else setTimeout(run, 16);
  }

  #find(field: HTMLElement): void {
    const log = findLog(field, this.#profile());
    // Where nothing can be read yet, what was found may be anything.
    this.#log = log !== null && readLog(log, this.#profile()).length > 0 ? log : null;
    if (this.#log !== null) {
      this.#observer = new MutationObserver(() => {
        this.#known = null;
        this.#later(NEWS_WITHIN_MS);
      });
      this.#observer.observe(this.#log, { childList: true, characterData: true, subtree: true });
      return;
    }
    const panel = panelAround(field);
    if (panel === null) return;
    this.#observer = new MutationObserver((changes) => {
      // What the agent types makes elements too, in an editor.
      if (changes.some(({ target }) => !field.contains(target))) this.#later();
    });
    this.#observer.observe(panel, { childList: true, subtree: true });
  }

  #drop(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#log = null;
    this.#known = null;
  }
}
