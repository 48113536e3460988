import type { ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { SavedMessage } from './messages';

/** A message with what was said before it in the same conversation. */
export interface Said {
  message: SavedMessage;
  /** The customer's messages until then, oldest first; the same array for as long as the customer says nothing. */
  customer: readonly string[];
  /** The agent's own earlier messages, oldest first. */
  agent: readonly string[];
  scenario: ScenarioId | null;
}

/** Messages of each side that are remembered: more are not read. */
const REMEMBERED = 8;
/** Messages before a stretch that are enough to know what it goes on from. */
export const LEAD = 4 * REMEMBERED;
/** Who comes back after so long begins anew, ms. */
const PAUSE = 2 * 60 * 60 * 1000;

/** Whether a message belongs to another conversation than the one before it. */
function begins({ talk, at }: SavedMessage, before: SavedMessage | undefined): boolean {
  if (before === undefined || talk !== before.talk) return true;
  return talk === undefined && at !== null && before.at !== null && Math.abs(at - before.at) > PAUSE;
}

/** The messages of each conversation one after another: an export sorted by time has them in each other's way. */
export function byTalk(messages: readonly SavedMessage[]): readonly SavedMessage[] {
  const order = new Map<number, number>();
  for (const { talk } of messages) if (talk !== undefined && !order.has(talk)) order.set(talk, order.size);
  if (order.size === 0) return messages;
  const placeOf = ({ talk }: SavedMessage): number => (talk === undefined ? -1 : (order.get(talk) ?? -1));
  return messages
    .map((message) => ({ message, place: placeOf(message) }))
    .sort((a, b) => a.place - b.place)
    .map((it) => it.message);
}

/** Each message with what came before it; `lead` are messages before the first that only count as having been said. */
export function* saidBefore(
  messages: readonly SavedMessage[],
  lead: readonly SavedMessage[] = [],
): Generator<Said> {
  let customer: readonly string[] = [];
  let agent: readonly string[] = [];
  let before: SavedMessage | undefined;
  for (const [index, message] of [...lead, ...messages].entries()) {
    if (begins(message, before)) {
      customer = [];
      agent = [];
    }
    before = message;
    const { text, who, scenario } = message;
    if (who === 'customer') customer = [...customer.slice(1 - REMEMBERED), text];
    if (index >= lead.length) yield { message, customer, agent, scenario };
    if (who === 'agent') agent = [...agent.slice(1 - REMEMBERED), text];
  }
}
