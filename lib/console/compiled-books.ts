import { type CompiledBook, compileBookSliced, forTyping } from '@/lib/phrasebook/runtime';
import { check, commitmentsIn } from '@/lib/reply';
import type { Response } from '@/lib/rpc';
import type { Checker } from './checking';

type GetBooks = (request: { have: Readonly<Record<string, string>> }) => Promise<Response<'getBooks'>>;

/** Building a book may take a page this long at a time, milliseconds; a frame of the page is 16. */
const SLICE_MS = 8;
/** Dummy drafts that make the engine fast before the agent's first key: cold calls take 1–7 ms, warm ones microseconds. */
const WARM_UP = [
  '您好，已经多给您了，还想怎么样',
  '您已經多拿了，這不歸我管',
  'you got extra anyway, calm down please',
];
const ROUNDS = 40;
/** Where other rules ran before: what is warm is the engine, not the book. */
const ROUNDS_AGAIN = 4;

/** The rules of this frame: asked for once per version, built in slices, warmed before they are used. */
export class CompiledBooks {
  readonly #getBooks: GetBooks;
  readonly #signal: AbortSignal;
  readonly #pause: () => Promise<void>;
  readonly #books = new Map<string, { tag: string; compiled: CompiledBook }>();
  #building: AbortController | null = null;
  #warm = false;

  constructor(options: { getBooks: GetBooks; signal: AbortSignal; pause?: () => Promise<void> }) {
    this.#getBooks = options.getBooks;
    this.#signal = options.signal;
    this.#pause = options.pause ?? pauseForPage;
  }

  /**
   * Fetches and builds what is new; gives the checker over all books, `null` where there are none. Asked again before
   * it is done, it rejects with `AbortError`: what is older never comes after what is newer.
   */
  async refresh(): Promise<Checker | null> {
    this.#building?.abort();
    this.#building = new AbortController();
    const signal = AbortSignal.any([this.#signal, this.#building.signal]);
    const have = Object.fromEntries([...this.#books].map(([id, { tag }]) => [id, tag]));
    const { books, keep } = await this.#getBooks({ have });
    signal.throwIfAborted();
    const fresh: [string, { tag: string; compiled: CompiledBook }][] = [];
    for (const { id, tag, runtime } of books) {
      const options = { signal, yieldControl: this.#pause, sliceMs: SLICE_MS };
      fresh.push([id, { tag, compiled: forTyping(await compileBookSliced(runtime, options)) }]);
    }
    signal.throwIfAborted();
    for (const id of [...this.#books.keys()]) if (!keep.includes(id)) this.#books.delete(id);
    for (const [id, book] of fresh) this.#books.set(id, book);
    return this.#checker(signal);
  }

  async #checker(signal: AbortSignal): Promise<Checker | null> {
    const compiled = [...this.#books.values()].map((it) => it.compiled);
    if (compiled.length === 0) return null;
    const checker: Checker = (draft, { customer, agent, scenario, market }) =>
      check(compiled, draft, {
        customer,
        agent,
        ...(scenario ? { scenario } : {}),
        ...(market ? { market } : {}),
      });
    const rounds = this.#warm ? ROUNDS_AGAIN : ROUNDS;
    for (let round = 0; round < rounds && !signal.aborted; round++) {
      for (const draft of WARM_UP) checker(draft, { customer: [draft], agent: [] });
      if (round % 10 === 9) await this.#pause();
    }
    signal.throwIfAborted();
    this.#warm = true;
    const promisesIn: Checker['promisesIn'] = (draft, language) =>
      commitmentsIn(compiled, draft, language === null ? {} : { language });
    return Object.assign(checker, { promisesIn });
  }
}

/** Gives way to the page. Behind another tab browsers let idle time and timers come once a second; messages they do not hold. */
function pauseForPage(): Promise<void> {
  return new Promise((resolve) => {
    if (!document.hidden && typeof requestIdleCallback === 'function') {
      requestIdleCallback(() => resolve(), { timeout: 50 });
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}
