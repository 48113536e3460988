/** Who said it; `null`: nobody in particular (a notice, a date, a message that could not be told). */
export type Speaker = 'customer' | 'agent' | null;

export interface Message {
  readonly speaker: Speaker;
  readonly text: string;
}

/** What the console knows of a conversation: last messages of both, oldest first. */
export interface Conversation {
  readonly customer: readonly string[];
  readonly agent: readonly string[];
}

export const NO_CONVERSATION: Conversation = { customer: [], agent: [] };

/** Where a conversation comes from: a page's log, or a practice chat that simply knows it. */
export interface ConversationSource {
  read(): Conversation;
  /** Calls `changed` when there may be something new, until the signal aborts. */
  subscribe(changed: () => void, signal: AbortSignal): void;
}

const MAX_MESSAGES = 20;
/** UTF-16 units over all kept messages of one side. */
const MAX_UNITS = 4000;

/** The last messages of one side, oldest first: at most 20, at most 4,000 units together; the newest is cut rather than lost. */
export function lastOf(messages: readonly Message[], speaker: 'customer' | 'agent'): string[] {
  const kept: string[] = [];
  let units = 0;
  for (let index = messages.length - 1; index >= 0 && kept.length < MAX_MESSAGES; index--) {
    const message = messages[index]!;
    if (message.speaker !== speaker || message.text === '') continue;
    if (units + message.text.length > MAX_UNITS) {
      if (kept.length === 0) kept.push(message.text.slice(-MAX_UNITS));
      break;
    }
    units += message.text.length;
    kept.push(message.text);
  }
  return kept.reverse();
}

export function conversationOf(messages: readonly Message[]): Conversation {
  return { customer: lastOf(messages, 'customer'), agent: lastOf(messages, 'agent') };
}

export function sameConversation(a: Conversation, b: Conversation): boolean {
  return sameList(a.customer, b.customer) && sameList(a.agent, b.agent);
}

/** Another conversation came up: nothing of what either had said is left. */
export function isSwitch(before: Conversation, now: Conversation): boolean {
  const said = [...before.customer, ...before.agent];
  if (said.length === 0) return false;
  const heard = new Set([...now.customer, ...now.agent]);
  return !said.some((text) => heard.has(text));
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index]);
