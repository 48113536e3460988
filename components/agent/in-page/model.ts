import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Ask, ConsoleNews, ConsoleState, RunningConsole } from '@/lib/console';
import type { ConsoleFlag } from '@/lib/rpc';

/** What the interface shows, as signals over a running console. */
export interface InPageModel {
  readonly state: ReadonlySignal<ConsoleState>;
  readonly asking: ReadonlySignal<Ask | null>;
  /** The flag the card speaks about. */
  readonly flag: ReadonlySignal<ConsoleFlag | null>;
  readonly news: Signal<ConsoleNews | { kind: 'send-again' } | { kind: 'closed' } | null>;
}

export function modelOf(console: RunningConsole, until: AbortSignal): InPageModel {
  const state = signal(console.runtime.state);
  const asking = signal(console.guard.state.asking);
  const news: InPageModel['news'] = signal(null);
  console.runtime.subscribe((next) => {
    state.value = next;
  }, until);
  console.guard.subscribe((next) => {
    asking.value = next.asking;
  }, until);
  console.onNews((next) => {
    news.value = next;
  }, until);
  const flag = computed(() => {
    const { card, flags } = state.value;
    return card === null ? null : (flags[card.index] ?? null);
  });
  return { state, asking, flag, news };
}
