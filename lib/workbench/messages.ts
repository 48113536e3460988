import type { ScenarioId } from '@/lib/phrasebook/vocabulary';

/** Who wrote a message. */
export type Speaker = 'agent' | 'customer';

/** What a person said about a message. */
export type Verdict = 'offence' | 'fine';

/** A message of a saved chat; its text is masked. */
export interface SavedMessage {
  text: string;
  who: Speaker;
  at: number | null;
  verdict: Verdict | null;
  scenario: ScenarioId | null;
  /** Which conversation of its set, by number; absent where the export does not say. */
  talk?: number;
}

/** Messages that came together. */
export interface MessageSet {
  id: string;
  name: string;
  savedAt: number;
  count: number;
  /** Messages of agents. */
  agents: number;
  /** Messages of agents that somebody has judged. */
  judged: number;
}

/** What a set of messages holds. */
export const amountsOf = (
  messages: readonly SavedMessage[],
): Pick<MessageSet, 'count' | 'agents' | 'judged'> => {
  let agents = 0;
  let judged = 0;
  for (const { who, verdict } of messages) {
    if (who !== 'agent') continue;
    agents++;
    if (verdict !== null) judged++;
  }
  return { count: messages.length, agents, judged };
};
