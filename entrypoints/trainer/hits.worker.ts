import type { WeighedProposal } from '@/components/trainer';
import type { Lists } from '@/lib/rules';
import {
  type Item,
  proposePatterns,
  type RuleHits,
  type SavedMessage,
  searchHits,
  type Wanted,
} from '@/lib/workbench';

export type HitsSearch =
  | { kind: 'find'; items: readonly Item[]; lists: Lists }
  | { kind: 'propose'; wanted: Wanted };

export type HitsQuestion =
  /** The messages that later questions are about. */
  | { kind: 'messages'; messages: readonly Pick<SavedMessage, 'text' | 'scenario'>[] }
  | (HitsSearch & { token: number })
  /** Nobody waits for that search any more. */
  | { kind: 'drop'; token: number };

/** Answers of searches; a dropped one is answered by `null`. */
export interface HitsAnswers {
  find: { found: readonly RuleHits[]; searched: number };
  propose: { proposals: readonly WeighedProposal[]; searched: number };
}

/** Messages between two looks for what has arrived. */
const STRETCH = 2000;

let messages: readonly Pick<SavedMessage, 'text' | 'scenario'>[] = [];
const dropped = new Set<number>();

const turn = new MessageChannel();
const waiting: (() => void)[] = [];
turn.port1.onmessage = () => waiting.shift()?.();
/** Lets messages that have arrived be heard: a timer would wait four milliseconds each time. */
const giveWay = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    turn.port2.postMessage(null);
  });

async function find(
  token: number,
  items: readonly Item[],
  lists: Lists,
): Promise<HitsAnswers['find'] | null> {
  const searched = messages;
  const search = searchHits(items, lists);
  for (let from = 0; from < searched.length; from += STRETCH) {
    search.run(searched, from, Math.min(searched.length, from + STRETCH));
    await giveWay();
    if (dropped.delete(token)) return null;
  }
  return { found: search.found, searched: searched.length };
}

async function propose(token: number, wanted: Wanted): Promise<HitsAnswers['propose'] | null> {
  const proposals = proposePatterns(wanted);
  const items = proposals.map(({ patterns }, index): Item => ({ id: `${index}`, flag: patterns }));
  const hits = await find(token, items, wanted.lists);
  if (hits === null) return null;
  const weighed = proposals.map((it, index) => ({ ...it, saved: hits.found[index]?.count ?? 0 }));
  return { proposals: weighed, searched: hits.searched };
}

async function answer(question: HitsQuestion): Promise<HitsAnswers[keyof HitsAnswers] | null> {
  if (question.kind === 'messages') messages = question.messages;
  if (question.kind === 'drop') dropped.add(question.token);
  if (question.kind === 'messages' || question.kind === 'drop') return null;
  // What waited in line may have been dropped already.
  await giveWay();
  const { token } = question;
  if (dropped.delete(token)) return null;
  return question.kind === 'find'
    ? find(token, question.items, question.lists)
    : propose(token, question.wanted);
}

self.addEventListener(
  'message',
  ({ data: { id, question } }: MessageEvent<{ id: number; question: HitsQuestion }>) => {
    answer(question).then(
      (given) => self.postMessage({ id, given }),
      (error: unknown) => self.postMessage({ id, error: String(error) }),
    );
  },
);
