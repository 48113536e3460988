import type { ScenarioId } from '@/lib/phrasebook/vocabulary';
import { type ConversationMemory, NOTHING_REMEMBERED } from '@/lib/rpc';
import { type Conversation, isSwitch } from './conversation';

/** What is known of one conversation besides its words. */
export interface Remembered {
  readonly memory: ConversationMemory;
  readonly corrected: ScenarioId | null;
}

export const BLANK_PAGE: Remembered = { memory: NOTHING_REMEMBERED, corrected: null };

/** An agent goes back and forth between the customers of a morning, not of a month. */
const MOST = 30;

/** What the agent entered about the conversations of this page; found again by their words when one comes back. */
export class Memories {
  #known: { conversation: Conversation; remembered: Remembered }[] = [];

  /** Puts away one conversation and gives what is known of the next. */
  turn(from: Conversation, remembered: Remembered, to: Conversation): Remembered {
    this.#known = this.#known.filter((it) => isSwitch(it.conversation, from));
    if (remembered.memory !== NOTHING_REMEMBERED || remembered.corrected !== null) {
      this.#known.push({ conversation: from, remembered });
      if (this.#known.length > MOST) this.#known.shift();
    }
    return this.#known.find((it) => !isSwitch(it.conversation, to))?.remembered ?? BLANK_PAGE;
  }
}
