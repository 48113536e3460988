import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Conversation, ConversationSource } from '@/lib/console';
import { conversationOf } from '@/lib/console';
import {
  type Dialogue,
  type PracticeCase,
  type PracticeLine,
  type ReadReply,
  reply,
  startDialogue,
  stop,
} from '@/lib/practice';

/** A conversation with one played customer, as the page shows it: their answers come one by one, as if typed. */
export interface Talk {
  readonly played: PracticeCase;
  readonly dialogue: ReadonlySignal<Dialogue>;
  /** Lines that have arrived. */
  readonly shown: ReadonlySignal<readonly PracticeLine[]>;
  /** The customer is typing the next line. */
  readonly typing: ReadonlySignal<boolean>;
  /** It ended and every line has arrived. */
  readonly over: ReadonlySignal<boolean>;
  send(text: string): void;
  stop(): void;
  /** What was said by now, for the console. */
  readonly conversation: ConversationSource;
}

export interface TalkOptions {
  played: PracticeCase;
  read: ReadReply;
  /** 1 types like a person, 0 at once. */
  pace: number;
  lifetime: AbortSignal;
}

/** How long a customer takes for a line, ms: a moment, and a while for each character, up to what one waits gladly. */
const typingTime = (text: string, pace: number): number => Math.min(2200, 500 + text.length * 35) * pace;

export function createTalk({ played, read, pace, lifetime }: TalkOptions): Talk {
  const dialogue = signal(startDialogue(played));
  const arrived = signal(0);
  const shown = computed(() => dialogue.value.lines.slice(0, arrived.value));
  const typing = computed(() => arrived.value < dialogue.value.lines.length);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const deliver = (): void => {
    clearTimeout(timer);
    const next = dialogue.value.lines[arrived.value];
    if (!next || lifetime.aborted) return;
    const arrive = (): void => {
      arrived.value += 1;
      deliver();
    };
    if (next.by === 'agent' || pace === 0) arrive();
    else timer = setTimeout(arrive, typingTime(next.text, pace));
  };
  lifetime.addEventListener('abort', () => clearTimeout(timer), { once: true });
  deliver();

  const said = (): Conversation => conversationOf(shown.value.map(({ by, text }) => ({ speaker: by, text })));

  return {
    played,
    dialogue,
    shown,
    typing,
    over: computed(() => dialogue.value.ending !== null && !typing.value),
    send(text) {
      if (dialogue.value.ending) return;
      const reading = read(text, said());
      dialogue.value = reply(played, dialogue.value, text, reading);
      deliver();
    },
    stop() {
      dialogue.value = stop(dialogue.value);
    },
    conversation: {
      read: said,
      subscribe(changed, signal) {
        signal.addEventListener('abort', shown.subscribe(changed), { once: true });
      },
    },
  };
}
