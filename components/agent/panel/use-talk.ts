import { useMemo, useRef, useState } from 'preact/hooks';
import { type BlankValues, type Fact, factsIn } from '@/lib/reply';
import type { ConsoleIntent, ConsoleSnapshot } from '@/lib/rpc';

/** What one conversation says and what the agent filled in for it; everything is new with another conversation. */
export interface TalkState {
  /** Changes when another conversation comes up: nothing the customer had said is left. */
  key: string;
  facts: readonly Fact[];
  /** Blanks filled by hand, by id. */
  values: BlankValues;
  setValue: (id: string, value: string) => void;
}

const NOTHING: BlankValues = {};

/** Follows the conversation of a console through its snapshots. */
export function useTalk(snapshot: ConsoleSnapshot, send: (intent: ConsoleIntent) => unknown): TalkState {
  const { conversation, memory } = snapshot;
  const key = useConversationKey(snapshot);
  // Each snapshot brings the same words in new arrays; they are read through once.
  const said = JSON.stringify(conversation);
  const facts = useMemo(() => factsIn(JSON.parse(said) as typeof conversation), [said]);
  // Ahead of what the console remembers, so that a field shows a key at once.
  const [typed, setTyped] = useState<{ key: string; values: BlankValues }>({ key, values: NOTHING });
  const ahead = typed.key === key ? typed.values : NOTHING;
  const values: BlankValues = { ...memory.values, ...ahead };
  const setValue = (id: string, value: string): void => {
    setTyped({ key, values: { ...ahead, [id]: value } });
    void send({ type: 'remember', memory: { values: { ...values, [id]: value } } });
  };
  return { key, facts, values, setValue };
}

function useConversationKey({ frame, conversation }: ConsoleSnapshot): string {
  const seen = useRef({ count: 0, frame, customer: conversation.customer });
  const before = seen.current;
  const switched =
    before.frame !== frame ||
    (before.customer.length > 0 && !conversation.customer.some((text) => before.customer.includes(text)));
  seen.current = { count: before.count + (switched ? 1 : 0), frame, customer: conversation.customer };
  return `conversation ${seen.current.count}`;
}
