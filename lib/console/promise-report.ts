import type { PromiseReport } from '@/lib/rpc';
import { REPORTED_PROMISES, REPORTED_SENTENCE } from '@/lib/rpc';
import { sentences } from '@/lib/text';
import type { FoundPromise } from './checking';
import type { ConsoleState } from './state';

/** What is reported of a message that promises something: the sentences that do, never the message. */
export function promiseReport(
  id: string,
  { draft, checked, corrected, conversation }: ConsoleState,
  found: readonly FoundPromise[],
): PromiseReport | null {
  if (found.length === 0) return null;
  const ranges = sentences(draft);
  return {
    id,
    language: checked.language,
    scenario: corrected ?? checked.scenarios[0]?.id ?? null,
    customer: conversation.customer,
    promises: found.slice(0, REPORTED_PROMISES).map(({ rule, kind, start, end }) => {
      const around = ranges.find((it) => it.start <= start && end <= it.end) ?? { start, end };
      // A sentence without an end is cut around what it promises.
      const long = around.end - around.start > REPORTED_SENTENCE;
      const from = long ? Math.max(around.start, end - REPORTED_SENTENCE / 2) : around.start;
      return {
        rule,
        kind,
        words: draft.slice(start, end).slice(0, REPORTED_SENTENCE),
        sentence: draft.slice(from, around.end).slice(0, REPORTED_SENTENCE),
      };
    }),
  };
}
