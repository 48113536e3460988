import { checkDraft } from './check-draft';
import type { Checker, FoundPromise } from './checking';
import type { Dismissals } from './dismissals';
import type { ConsoleState } from './state';

/** Whether drafts are checked now, and what is found in one. */
export class Reading {
  readonly #dismissals: Dismissals;
  checker: Checker | null = null;
  paused = false;
  /** See `quietly`. */
  quietened: ReadonlySet<string> = new Set();
  /** The extension went away under this page. */
  stale = false;

  constructor(dismissals: Dismissals) {
    this.#dismissals = dismissals;
  }

  get mode(): ConsoleState['mode'] {
    if (this.stale) return 'stale';
    if (this.paused) return 'paused';
    return this.checker === null ? 'loading' : 'on';
  }

  of(state: ConsoleState, draft: string): ReturnType<typeof checkDraft> {
    return checkDraft(state, draft, this.mode, this.checker, this.#dismissals, this.quietened);
  }

  /** The promises of a draft that left; `null` while the books are still being made ready. */
  promisesIn({ draft, checked }: ConsoleState): readonly FoundPromise[] | null {
    if (this.mode === 'loading') return null;
    return this.mode === 'on' ? (this.checker?.promisesIn?.(draft, checked.language) ?? []) : [];
  }
}
