import { AT_REST, type ConsoleState } from './state';

type Listener = (state: ConsoleState) => void;

/** The state that is shown now, and who is told of the next one. */
export class LiveState {
  readonly #listeners = new Set<Listener>();
  #now: ConsoleState = AT_REST;

  get now(): ConsoleState {
    return this.#now;
  }

  subscribe(changed: Listener, signal: AbortSignal): void {
    this.#listeners.add(changed);
    signal.addEventListener('abort', () => this.#listeners.delete(changed), { once: true });
  }

  /** Changes the state and tells of it. */
  set(change: Partial<ConsoleState>): void {
    const before = this.#now;
    this.draw(change);
    this.tell(before);
  }

  /** Changes the state and tells nobody yet: one of several steps that `tell` ends. */
  draw(change: Partial<ConsoleState>): void {
    this.#now = { ...this.#now, ...change };
  }

  /** Tells the listeners of the state, once, if it is another than before. */
  tell(before: ConsoleState): void {
    const next = this.#now;
    const keys = Object.keys(next) as (keyof ConsoleState)[];
    if (keys.every((key) => Object.is(before[key], next[key]))) this.#now = before;
    // A listener may change the state: everybody has been told of that one then, and nobody is told of this one after it.
    else
      for (const listener of this.#listeners) {
        if (this.#now !== next) return;
        listener(next);
      }
  }
}
