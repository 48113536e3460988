import { answersBarely, isDoubtable, offersWayOut, type Suspicion } from '@/lib/classifier';
import { editBetween, type Span } from '@/lib/composer';
import { type ConsoleState, flagName } from '@/lib/console';
import { clauseName } from './clause-name';
import { type LookMark, moved, piecesOf, settledAway } from './marks';

/** How long no key falls before a draft is looked at, milliseconds. */
export const PAUSE_MS = 300;

/** What is asked of a running console. */
export interface WatchedConsole {
  readonly state: ConsoleState;
  subscribe(changed: (state: ConsoleState) => void, signal: AbortSignal): void;
}

export interface WatchOptions {
  readonly console: WatchedConsole;
  readonly window: Window;
  readonly signal: AbortSignal;
  /** Suspicions in a piece of the draft; comes to nothing where no model is at hand. `bare`: see `answersBarely`. */
  readonly read: (piece: string, bare: boolean) => Promise<readonly Suspicion[]> | readonly Suspicion[];
  /** Which of these words in a piece a rule may have misread. `mended`: see `offersWayOut`. */
  readonly innocent: (
    piece: string,
    spans: readonly Span[],
    mended: boolean,
  ) => Promise<readonly boolean[]> | readonly boolean[];
  readonly isFine: (name: string) => boolean;
  /** Gives way to the page between two pieces. */
  readonly pause: () => Promise<void>;
  readonly onMarks: (marks: readonly LookMark[]) => void;
  /** Flags that the model contradicts, by name. */
  readonly onQuiet: (names: ReadonlySet<string>) => void;
}

/**
 * Looks at a draft once no key fell for a moment: never while an input method composes, never where a rule speaks.
 * Marks follow their words until the next look; at rest there is no timer.
 */
export class SecondLookWatch {
  readonly #options: WatchOptions;
  #last: ConsoleState;
  #marks: readonly LookMark[] = [];
  #quiet: ReadonlySet<string> = new Set();
  #timer: number | null = null;
  #looking: AbortController | null = null;
  #on = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    const { console, window, signal } = options;
    this.#last = console.state;
    console.subscribe((state) => this.#onState(state), signal);
    // A key that changes nothing yet, such as the first of an input method, begins the pause anew.
    const onKey = (): void => {
      if (this.#timer !== null) this.#wait();
    };
    window.addEventListener('keydown', onKey, { capture: true, passive: true, signal });
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  get marks(): readonly LookMark[] {
    return this.#marks;
  }

  setOn(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    if (on) this.lookAnew();
    else this.#clear();
  }

  /** Reads the draft again although it is the same: model, threshold or verdicts changed. */
  lookAnew(): void {
    this.#set(settledAway(this.#marks, this.#last.checked.flags, this.#options.isFine));
    if (this.#on && canBeRead(this.#last)) this.#wait();
  }

  #onState(state: ConsoleState): void {
    const before = this.#last;
    this.#last = state;
    if (!this.#on) return;
    if (state.composer !== before.composer || !canBeRead(state)) {
      this.#clear();
      if (canBeRead(state)) this.#wait();
      return;
    }
    if (state.composing) {
      this.#stop();
      return;
    }
    const edit = editBetween(before.draft, state.draft);
    const marks = moved(this.#marks, edit);
    this.#set(settledAway(marks, state.checked.flags, this.#options.isFine));
    if (edit !== null || before.composing || state.mode !== before.mode) this.#wait();
    else if (this.#timer !== null && state.caret !== before.caret) this.#wait();
  }

  #wait(): void {
    this.#stop();
    if (this.#last.composing) return;
    this.#timer = this.#options.window.setTimeout(() => {
      this.#timer = null;
      void this.#look();
    }, PAUSE_MS);
  }

  async #look(): Promise<void> {
    const { draft, checked } = this.#last;
    const { read, innocent, pause, isFine } = this.#options;
    const looking = new AbortController();
    this.#looking = looking;
    const found: LookMark[] = [];
    const bare = answersBarely(checked);
    const mended = offersWayOut(checked.moves);
    const quiet = new Set<string>();
    for (const { start, end } of piecesOf(draft)) {
      const piece = draft.slice(start, end);
      if (start > 0) await pause();
      const suspicions = await read(piece, bare);
      if (looking.signal.aborted) return;
      for (const it of suspicions) found.push(markOf(piece, start, it));
      const weak = checked.flags.filter(
        (it) => isDoubtable(it.severity) && it.start >= start && it.end <= start + piece.length,
      );
      if (weak.length === 0) continue;
      const spans = weak.map((it) => ({ start: it.start - start, end: it.end - start }));
      const misread = await innocent(piece, spans, mended);
      if (looking.signal.aborted) return;
      weak.forEach((flag, at) => {
        if (misread[at] === true) quiet.add(flagName(flag)!);
      });
    }
    this.#looking = null;
    this.#set(settledAway(found, this.#last.checked.flags, isFine));
    this.#setQuiet(quiet);
  }

  #stop(): void {
    if (this.#timer !== null) this.#options.window.clearTimeout(this.#timer);
    this.#timer = null;
    this.#looking?.abort();
    this.#looking = null;
  }

  #clear(): void {
    this.#stop();
    this.#set([]);
    this.#setQuiet(new Set());
  }

  #setQuiet(names: ReadonlySet<string>): void {
    const same = names.size === this.#quiet.size && [...names].every((it) => this.#quiet.has(it));
    if (same) return;
    this.#quiet = names;
    this.#options.onQuiet(names);
  }

  #set(marks: readonly LookMark[]): void {
    if (marks === this.#marks || (marks.length === 0 && this.#marks.length === 0)) return;
    this.#marks = marks;
    this.#options.onMarks(marks);
  }
}

const canBeRead = ({ composer, mode, draft }: ConsoleState): boolean =>
  composer !== null && mode === 'on' && draft.trim() !== '';

function markOf(piece: string, offset: number, suspicion: Suspicion): LookMark {
  const { start, end, category, score, probability, words } = suspicion;
  const text = piece.slice(start, end);
  return {
    start: start + offset,
    end: end + offset,
    text,
    category,
    score,
    probability,
    words: words.map((it) => ({ start: it.start - start, end: it.end - start })),
    name: clauseName(text),
  };
}
