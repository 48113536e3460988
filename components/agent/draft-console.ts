import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ScenarioId } from '@/lib/phrasebook/vocabulary';
import { replacementFor } from '@/lib/reply';
import {
  type ConsoleIntent,
  type ConsoleSnapshot,
  type ConversationMemory,
  type IntentAnswer,
  NOTHING_REMEMBERED,
} from '@/lib/rpc';
import type { Check } from './shelf';

export interface Selection {
  start: number;
  end: number;
}

/** A reply that stands in the panel itself instead of a page, answered to by the same intents. */
export interface DraftConsole {
  readonly snapshot: ReadonlySignal<ConsoleSnapshot>;
  readonly draft: ReadonlySignal<string>;
  readonly customer: ReadonlySignal<string>;
  setDraft(text: string): void;
  setCustomer(text: string): void;
  clear(): void;
  send(intent: ConsoleIntent): Promise<IntentAnswer>;
}

export interface DraftConsoleOptions {
  /** A pure call of lib/reply over the books at hand. Read as a signal: books that arrive later count. */
  check: ReadonlySignal<Check | null>;
  /** Where the caret stands in the draft's box, UTF-16 units. */
  selection: () => Selection;
  /** Puts the caret there, after the box shows the new text. */
  select: (selection: Selection) => void;
}

/** Messages are separated by line ends, oldest first, as they are copied from a chat. */
const messagesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const OK: IntentAnswer = { ok: true };
const refuse = (reason: Extract<IntentAnswer, { ok: false }>['reason']): IntentAnswer => ({
  ok: false,
  reason,
});

export function createDraftConsole({ check, selection, select }: DraftConsoleOptions): DraftConsole {
  const draft = signal('');
  const customer = signal('');
  const corrected = signal<ScenarioId | null>(null);
  const memory = signal<ConversationMemory>(NOTHING_REMEMBERED);
  let seq = 0;

  const snapshot = computed((): ConsoleSnapshot => {
    const messages = messagesOf(customer.value);
    const scenario = corrected.value;
    const checked = check.value?.(draft.value, { customer: messages, ...(scenario ? { scenario } : {}) });
    return {
      frame: 'draft',
      seq: ++seq,
      state: checked ? 'on' : 'loading',
      site: '',
      composer: { kind: 'text-control', focused: true, composing: false, focusedAt: 0 },
      draft: draft.value,
      selected: '',
      language: checked?.language ?? null,
      market: null,
      flags: checked?.flags ?? [],
      beside: [],
      notices: checked?.notices ?? [],
      moves: checked?.moves ?? [],
      movesSaid: checked?.movesSaid ?? [],
      scenarios: checked?.scenarios ?? [],
      corrected: scenario,
      conversation: { customer: messages, agent: [] },
      held: null,
      memory: memory.value,
      undoable: 0,
    };
  });

  const put = (start: number, end: number, text: string): void => {
    draft.value = draft.value.slice(0, start) + text + draft.value.slice(end);
    select({ start: start + text.length, end: start + text.length });
  };

  function handle(intent: ConsoleIntent): IntentAnswer {
    const now = snapshot.value;
    switch (intent.type) {
      case 'replace': {
        if (intent.seq !== now.seq) return refuse('stale');
        const flag = now.flags[intent.flagIndex];
        const instead = flag?.instead[intent.insteadIndex];
        if (!flag || instead === undefined) return refuse('nothing');
        const at = replacementFor(now.draft, flag, instead);
        put(at.start, at.end, at.text);
        return OK;
      }
      case 'insert': {
        const whole = { start: 0, end: now.draft.length };
        if (intent.where === 'flagged') {
          const flag = now.flags.find((it) => it.end >= selection().start) ?? now.flags[0];
          if (!flag) return refuse('nothing');
          const over = replacementFor(now.draft, flag, intent.text);
          put(over.start, over.end, over.text);
          return OK;
        }
        const at =
          intent.where === 'whole'
            ? whole
            : intent.where === 'end'
              ? { start: whole.end, end: whole.end }
              : selection();
        put(Math.min(at.start, whole.end), Math.min(at.end, whole.end), intent.text);
        return OK;
      }
      case 'openCard': {
        const flag = now.flags[intent.flagIndex ?? 0];
        if (!flag) return refuse('nothing');
        select({ start: flag.start, end: flag.end });
        return OK;
      }
      case 'nextFlag': {
        const flag = now.flags.find((it) => it.start >= selection().end) ?? now.flags[0];
        if (!flag) return refuse('nothing');
        select({ start: flag.start, end: flag.end });
        return OK;
      }
      case 'remember':
        memory.value = { ...memory.value, ...intent.memory };
        return OK;
      case 'correctScenario':
        corrected.value = intent.scenario;
        return OK;
      default:
        return refuse('nothing');
    }
  }

  return {
    snapshot,
    draft,
    customer,
    setDraft(text) {
      draft.value = text;
    },
    setCustomer(text) {
      customer.value = text;
      if (text.trim() !== '') return;
      corrected.value = null;
      memory.value = NOTHING_REMEMBERED;
    },
    clear() {
      draft.value = '';
      customer.value = '';
      corrected.value = null;
      memory.value = NOTHING_REMEMBERED;
    },
    send: (intent) => Promise.resolve(handle(intent)),
  };
}
