import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Ask, ConsoleNews, ConsoleState, RunningConsole } from '@/lib/console';
import type { ConsoleFlag } from '@/lib/rpc';

/** What the interface shows, as signals over a running console. */
export interface InPageModel {
  readonly state: ReadonlySignal<ConsoleState>;
  readonly asking: ReadonlySignal<Ask | null>;
  /** The flag the card speaks about. */
  readonly flag: ReadonlySignal<ConsoleFlag | null>;
  /** A reason for sending critical words was too short. */
  readonly short: Signal<boolean>;
  /** Goes up when the page scrolled, or the composer or the window changed its size. */
  readonly layout: Signal<number>;
  readonly news: Signal<ConsoleNews | { kind: 'send-again' } | { kind: 'closed' } | null>;
}

export function modelOf(console: RunningConsole, until: AbortSignal): InPageModel {
  const state = signal(console.runtime.state);
  const asking = signal(console.guard.state.asking);
  const short = signal(false);
  const layout = signal(0);
  const news: InPageModel['news'] = signal(null);
  // A frame changes the state in several steps; it is shown once, after the marks are painted.
  let due = false;
  let fieldBox = '';
  console.runtime.subscribe(() => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      const next = console.runtime.state;
      if (!looksSame(state.peek(), next)) state.value = next;
      const { composer } = next;
      const box = composer === null || next.flags.length === 0 ? '' : boxOf(composer.field);
      if (box !== fieldBox) {
        fieldBox = box;
        layout.value++;
      }
    });
  }, until);
  console.guard.subscribe((next) => {
    if (next.asking === null) short.value = false;
    asking.value = next.asking;
  }, until);
  console.onNews((next) => {
    news.value = next;
  }, until);
  const flag = computed(() => {
    const { card, flags } = state.value;
    return card === null ? null : (flags[card.index] ?? null);
  });
  return { state, asking, flag, short, layout, news };
}

/** Typing beside the marks changes the draft and the caret, which nobody sees here. */
function looksSame(a: ConsoleState, b: ConsoleState): boolean {
  return (
    a.composer === b.composer &&
    a.flags === b.flags &&
    a.card === b.card &&
    a.quiet === b.quiet &&
    a.mode === b.mode &&
    // An open card shows what would go of the draft.
    (a.draft === b.draft || b.card === null) &&
    (a.draft === '') === (b.draft === '')
  );
}

function boxOf(field: HTMLElement): string {
  const { left, top, width, height } = field.getBoundingClientRect();
  return `${left} ${top} ${width} ${height}`;
}
