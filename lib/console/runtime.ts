import {
  type Box,
  type Composer,
  type InsertResult,
  insertText,
  MarkPainter,
  type Span,
} from '@/lib/composer';
import type { Market, ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { ConsoleFlag, ConversationMemory } from '@/lib/rpc';
import { type Checker, type FoundPromise, NOTHING_FOUND } from './checking';
import type { ConsoleOptions } from './console-options';
import { type ConversationSource, isSwitch, sameConversation } from './conversation';
import { Dismissals, type LastingDismissals } from './dismissals';
import { Focus } from './focus';
import { LiveState } from './live-state';
import { MarkedCard } from './marked-card';
import { Memories } from './memories';
import { PageLog } from './page-log';
import { Reading } from './reading';
import { AT_REST, type CardReason, type ConsoleState } from './state';
import { Typing } from './typing';

/**
 * The live view of one frame's chat console: follows the composer that has the focus, checks its draft in the frame of
 * each change, paints the marks and keeps the state that card, panel and send guard show.
 */
export class ConsoleRuntime {
  readonly dismissals = new Dismissals();
  readonly #reading = new Reading(this.dismissals);
  readonly #live = new LiveState();
  readonly #memories = new Memories();
  readonly #options: ConsoleOptions;
  readonly #card: MarkedCard;
  readonly #typing: Typing;
  readonly #focus: Focus;
  readonly #log: PageLog | null;
  readonly #source: ConversationSource;
  #dirty = true;
  /** Since when the customer waits, epoch ms; `null`: nobody does, or the message was there before we were. */
  #asked: number | null = null;

  constructor(options: ConsoleOptions) {
    this.#options = options;
    const { document, signal } = options;
    const window = document.defaultView;
    if (window === null) throw new Error('A console needs a document that is shown.');
    this.#card = new MarkedCard(this.#live, new MarkPainter({ document, signal, layer: options.layer }));
    this.#typing = new Typing({
      window,
      signal,
      onLook: (draft) => this.#look(draft),
      onEmpty: () => {
        if (this.state.draft !== '' && !this.#typing.composing) this.#look();
      },
      onComposing: () => this.#onComposing(),
      onQuiet: () => {
        this.#look();
        this.#live.set({ quiet: this.state.quiet + 1 });
      },
    });
    this.#log =
      options.conversation === undefined
        ? new PageLog({ profile: () => options.profile ?? null, signal })
        : null;
    this.#source = options.conversation ?? this.#log!;
    this.#source.subscribe(() => this.#onConversation(), signal);
    const on = { capture: true, passive: true, signal };
    window.addEventListener('click', () => this.#log?.lookAgain(), on);
    this.#focus = new Focus({
      document,
      signal,
      shadowRootOf: options.shadowRootOf,
      overrides: options.overrides,
      profile: () => options.profile ?? null,
      isOurs: options.isOurs,
      onComposer: (composer) => this.#onComposer(composer),
      onLost: (elsewhere) => this.#onLost(elsewhere),
    });
    this.#focus.look();
  }

  get state(): ConsoleState {
    return this.#live.now;
  }

  /** The promises of a draft that left; `null` while the books are still being made ready. */
  promisesIn(state: ConsoleState): readonly FoundPromise[] | null {
    return this.#reading.promisesIn(state);
  }

  get logElement(): Element | null {
    return this.#log?.element ?? null;
  }

  subscribe(changed: (state: ConsoleState) => void, signal: AbortSignal): void {
    this.#live.subscribe(changed, signal);
  }

  setChecker(checker: Checker | null): void {
    this.#reading.checker = checker;
    this.#again();
  }

  setLastingDismissals(lasting: LastingDismissals): void {
    this.dismissals.setLasting(lasting);
    this.#again();
  }

  /** What a second look at the draft says beside the flags. */
  setBeside(beside: readonly ConsoleFlag[]): void {
    this.#live.set({ beside });
  }

  /** Flags of severity `medium`, by name, that a second look contradicts: they are quiet until their words change. */
  quieten(names: ReadonlySet<string>): void {
    this.#reading.quietened = names;
    this.#again();
  }

  setMarket(market: Market | null): void {
    this.#live.set({ market });
    this.#again();
  }

  setPaused(paused: boolean): void {
    this.#reading.paused = paused;
    this.#again();
  }

  /** The extension went away under this page: nothing is marked any more, and that is said. */
  setStale(): void {
    if (this.#reading.stale) return;
    this.#reading.stale = true;
    this.#again();
  }

  /** Says a scenario once and for all of this conversation; `null` goes back to guessing. */
  correctScenario(corrected: ScenarioId | null): void {
    this.#live.set({ corrected });
    this.#again();
  }

  /** Keeps what the agent entered about this conversation while the page lives. */
  remember(memory: Partial<ConversationMemory>): void {
    this.#live.set({ memory: { ...this.state.memory, ...memory } });
  }

  /** Seconds the customer waited until now, at least one; asked once a message. */
  takeWaited(): number | null {
    const asked = this.#asked;
    this.#asked = null;
    if (asked === null) return null;
    return Math.max(1, Math.round(((this.#options.now ?? Date.now)() - asked) / 1000));
  }

  /** Reads the conversation anew: the profile of the site is another one. */
  readAnew(): void {
    this.#log?.again();
  }

  /** Checks again although the draft is the same (books, dismissals or context changed). */
  recheck(): void {
    this.#again();
  }

  /** Reads draft and caret now; what the agent did since the last frame counts for an intent that follows it. */
  catchUp(): void {
    if (!this.#typing.composing) this.#look();
  }

  boxesFor(span: Span): Box[] {
    return this.#card.boxesFor(span);
  }

  openCard(index: number, reason: CardReason): void {
    this.#card.open(index, reason);
  }

  closeCard(): void {
    this.#card.close();
  }

  /** Puts the caret at an offset and the focus into the composer. */
  placeCaret(span: Span): boolean {
    const { composer } = this.state;
    if (composer === null || !composer.field.isConnected) return false;
    composer.field.focus({ preventScroll: true });
    composer.read();
    const placed = composer.select(span);
    if (placed) this.#typing.soon();
    return placed;
  }

  async insert(text: string, span: Span | null, caret: 'behind' | 'keep'): Promise<InsertResult> {
    const { composer } = this.state;
    if (composer === null) return { ok: false, reason: 'not-writable' };
    const result = await insertText(composer, {
      text,
      ...(span === null ? {} : { span }),
      caret,
      composing: () => this.#typing.composing,
    });
    this.#typing.stir();
    this.#look();
    return result;
  }

  #onComposer(composer: Composer): void {
    const now = (this.#options.now ?? Date.now)();
    if (composer.field === this.state.composer?.field) {
      this.#live.set({ focused: true, focusedAt: now });
      this.#typing.soon();
      return;
    }
    this.dismissals.forgetHere();
    this.#live.set({
      composer,
      focused: true,
      focusedAt: now,
      draft: '',
      caret: null,
      checked: NOTHING_FOUND,
      flags: [],
      beside: [],
      card: null,
    });
    this.#dirty = true;
    this.#typing.follow(composer.field);
    this.#log?.follow(composer.field);
    this.#typing.soon();
  }

  #onLost(elsewhere: boolean): void {
    if (!this.state.focused) return;
    // A window that lost the focus still has its composer and card: the side panel is where the agent looks now.
    this.#live.set({ focused: false, ...(elsewhere ? { card: null } : {}) });
    if (elsewhere) this.#card.paint();
  }

  /** Looks at draft (unless it is known to be the same) and caret, never while composing. */
  #look(read = true): void {
    const { composer } = this.state;
    if (composer === null) return;
    if (!composer.field.isConnected) {
      this.#leave();
      return;
    }
    // The words of a text control change without anybody telling; asking for them costs nothing.
    const draft = read || composer.kind !== 'editable' ? composer.read() : this.state.draft;
    const typed = draft !== this.state.draft;
    const before = this.state;
    if (typed || this.#dirty) this.#live.draw(this.#reading.of(before, draft));
    const caret = composer.caret();
    const moved = !sameSpan(caret, this.state.caret);
    this.#live.draw({
      caret: caret === null || !moved ? this.state.caret : caret,
      composing: false,
      card: this.#card.after(typed, moved, caret),
    });
    this.#card.paintAfter(before, typed, this.#dirty);
    this.#dirty = false;
    // The marks come first: card and badge ask the page for its layout.
    this.#live.tell(before);
  }

  #onComposing(): void {
    this.#dirty = true; // marks that go now come back at the end, also when nothing was written
    this.#live.set({ composing: true, card: null });
    // The composition starts now: the text is still the one that was checked, the caret may be newer.
    this.#card.hold(this.state.composer?.caret() ?? this.state.caret ?? { start: 0, end: 0 });
  }

  #onConversation(): void {
    const now = this.#source.read();
    const before = this.state.conversation;
    if (sameConversation(before, now)) {
      this.#typing.soon(); // a page that draws its log anew may have drawn the composer anew
      return;
    }
    const { memory, corrected } = this.state;
    const switched = isSwitch(before, now);
    const isNew = before.customer.length > 0 && before.customer.at(-1) !== now.customer.at(-1);
    if (switched) this.#asked = null;
    else if (isNew) this.#asked ??= (this.#options.now ?? Date.now)();
    const next = switched ? this.#memories.turn(before, { memory, corrected }, now) : {};
    this.#live.set({ conversation: now, ...next });
    this.#again();
  }

  #again(): void {
    this.#dirty = true;
    if (this.#typing.composing) return;
    if (this.state.composer === null) {
      this.#live.set(this.#reading.of(this.state, '')); // the panel shows scenarios before the first word is typed
      return;
    }
    this.#look();
  }

  #leave(): void {
    this.#typing.follow(null);
    this.#live.set({
      ...AT_REST,
      mode: this.state.mode,
      market: this.state.market,
      memory: this.state.memory,
      corrected: this.state.corrected,
      conversation: this.state.conversation,
    });
    this.#card.paint();
    this.#focus.look();
  }
}

const sameSpan = (a: Span | null, b: Span | null): boolean =>
  a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end);
