import type { Box, MarkPainter, Span } from '@/lib/composer';
import type { LiveState } from './live-state';
import { type CardReason, type ConsoleState, cardAfter, flagAt, flagName } from './state';

/** The marks of the flags that stand, and the card that speaks about one of them. */
export class MarkedCard {
  readonly #live: LiveState;
  readonly #painter: MarkPainter;
  /** Flags the agent closed the card of; it stays shut while the caret stays there. */
  #shut: string | null = null;

  constructor(live: LiveState, painter: MarkPainter) {
    this.#live = live;
    this.#painter = painter;
  }

  open(index: number, reason: CardReason): void {
    if (this.#live.now.flags[index] === undefined) return;
    this.#shut = null;
    this.#live.set({ card: { index, reason } });
    this.paint();
  }

  close(): void {
    const { card, flags } = this.#live.now;
    if (card === null) return;
    this.#shut = flagName(flags[card.index]);
    this.#live.set({ card: null });
    this.paint();
  }

  /** Which card is open after a frame in which something was typed or the caret moved. */
  after(typed: boolean, moved: boolean, caret: Span | null): ConsoleState['card'] {
    const { card, flags, focused } = this.#live.now;
    const at = caret === null ? -1 : flagAt(flags, caret.start);
    if (flagName(flags[at]) !== this.#shut) this.#shut = null;
    return cardAfter(card, flags, { typed, moved, focused, caret, shut: this.#shut });
  }

  paint(): void {
    const { composer, flags, card } = this.#live.now;
    const open = card === null ? undefined : flags[card.index];
    this.#painter.paint(
      composer,
      flags.map(({ start, end, severity }) => ({ span: { start, end }, severity })),
      open === undefined ? null : { start: open.start, end: open.end },
    );
  }

  /** Marks what changed since `before`; `anyway`: also where nothing did. */
  paintAfter(before: ConsoleState, typed: boolean, anyway: boolean): void {
    const { flags, card } = this.#live.now;
    // Drawn lines know nothing of words that moved; highlights stay with theirs unless the editor replaced them.
    if (flags !== before.flags || card !== before.card || anyway || !this.#painter.stands()) this.paint();
    else if (typed) this.#painter.reflow();
  }

  /** An input method begins to compose at the caret: marks there go, see `MarkPainter.hold`. */
  hold(caret: Span): void {
    this.#painter.hold(caret);
  }

  boxesFor(span: Span): Box[] {
    const { composer } = this.#live.now;
    return composer === null || !composer.field.isConnected ? [] : this.#painter.boxesFor(composer, span);
  }
}
