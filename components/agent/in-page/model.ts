import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { type Ask, type ConsoleNews, type ConsoleState, flagKey, type RunningConsole } from '@/lib/console';
import type { ConsoleFlag } from '@/lib/rpc';
import type { LookNews } from '../second-look';
import type { Reason } from './Guard';

/** What the interface shows, as signals over a running console. */
export interface InPageModel {
  readonly state: ReadonlySignal<ConsoleState>;
  readonly asking: ReadonlySignal<Ask | null>;
  /** The flag the card speaks about. */
  readonly flag: ReadonlySignal<ConsoleFlag | null>;
  /** The reason picked for sending critical words. */
  readonly reason: Signal<Reason | null>;
  /** They were to be sent without one. */
  readonly short: Signal<boolean>;
  /** Goes up when the page scrolled, or the composer or the window changed its size. */
  readonly layout: Signal<number>;
  readonly news: Signal<
    ConsoleNews | LookNews | { kind: 'send-again' } | { kind: 'panel-shut' } | { kind: 'closed' } | null
  >;
}

export function modelOf(console: RunningConsole, until: AbortSignal): InPageModel {
  const state = signal(console.runtime.state);
  const asking = signal(console.guard.state.asking);
  const reason = signal<Reason | null>(null);
  const short = signal(false);
  const layout = signal(0);
  const news: InPageModel['news'] = signal(null);
  let fieldBox = '';
  const take = (): void => {
    if (until.aborted) return;
    const next = console.runtime.state;
    if (!looksSame(state.peek(), next)) state.value = next;
    const { composer } = next;
    const box = composer === null || next.flags.length === 0 ? '' : boxOf(composer.field);
    if (box !== fieldBox) {
      fieldBox = box;
      layout.value++;
    }
  };
  // A frame changes the state in several steps; it is shown once, after the marks are painted.
  const soon = once(queueMicrotask, take);
  // A key must not wait for a number: the badge follows in the time after the frame that shows letter and mark, where the
  // page's layout is known and asking for it costs nothing.
  const later = once(afterFrame, take);
  let draft = console.runtime.state.draft;
  console.runtime.subscribe((next) => {
    const onlyTyped = next.draft !== draft && next.card === null && state.peek().card === null;
    draft = next.draft;
    (onlyTyped ? later : soon)();
  }, until);
  console.guard.subscribe((next) => {
    const before = asking.peek();
    if (next.asking === null || before === null) {
      short.value = false;
      reason.value = null;
    }
    asking.value = next.asking;
    // Released here or in the panel: either way it is the agent who sends.
    const released = before?.flags.every((it) => next.released.has(flagKey(it)));
    if (released && next.asking === null) news.value = { kind: 'send-again' };
  }, until);
  console.onNews((next) => {
    news.value = next;
  }, until);
  const flag = computed(() => {
    const { card, flags } = state.value;
    return card === null ? null : (flags[card.index] ?? null);
  });
  return { state, asking, flag, reason, short, layout, news };
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

/** Does the work once, however often it is asked for before its turn comes. */
function once(schedule: (turn: () => void) => void, work: () => void): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    schedule(() => {
      due = false;
      work();
    });
  };
}

/** A page that nobody sees has no frames, and nothing to be shown. */
function afterFrame(turn: () => void): void {
  requestAnimationFrame(() => setTimeout(turn));
}
