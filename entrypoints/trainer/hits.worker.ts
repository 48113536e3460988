import type { Lists } from '@/lib/rules';
import { type Item, type RuleHits, type SavedMessage, searchHits } from '@/lib/workbench';

export type HitsQuestion =
  /** The messages that later questions are about. */
  | { kind: 'messages'; messages: readonly Pick<SavedMessage, 'text' | 'scenario'>[] }
  | { kind: 'find'; token: number; items: readonly Item[]; lists: Lists }
  /** Nobody waits for that search any more. */
  | { kind: 'drop'; token: number };

/** `null`: the search was dropped. */
export type HitsAnswer = { found: readonly RuleHits[]; searched: number } | null;

/** Messages between two looks for what has arrived. */
const STRETCH = 2000;

let messages: readonly Pick<SavedMessage, 'text' | 'scenario'>[] = [];
const dropped = new Set<number>();

const turn = new MessageChannel();
let resume: (() => void) | null = null;
turn.port1.onmessage = () => resume?.();
/** Lets messages that have arrived be heard: a timer would wait four milliseconds each time. */
const giveWay = (): Promise<void> =>
  new Promise((resolve) => {
    resume = resolve;
    turn.port2.postMessage(null);
  });

async function find(token: number, items: readonly Item[], lists: Lists): Promise<HitsAnswer> {
  // What waits in line may have been dropped already.
  await giveWay();
  const searched = messages;
  if (dropped.delete(token)) return null;
  const search = searchHits(items, lists);
  for (let from = 0; from < searched.length; from += STRETCH) {
    search.run(searched, from, Math.min(searched.length, from + STRETCH));
    await giveWay();
    if (dropped.delete(token)) return null;
  }
  return { found: search.found, searched: searched.length };
}

self.addEventListener(
  'message',
  ({ data: { id, question } }: MessageEvent<{ id: number; question: HitsQuestion }>) => {
    if (question.kind === 'drop') dropped.add(question.token);
    if (question.kind === 'messages') messages = question.messages;
    if (question.kind !== 'find') {
      self.postMessage({ id, given: null });
      return;
    }
    void find(question.token, question.items, question.lists).then(
      (given) => self.postMessage({ id, given }),
      (error: unknown) => self.postMessage({ id, error: String(error) }),
    );
  },
);
