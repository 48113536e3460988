import { SEVERITIES } from '@/lib/phrasebook/vocabulary';
import { REPORTED_FLAGS, REPORTED_TEXT, type SentReport } from '@/lib/rpc';
import { flagKey, type GuardState, reasonFor } from './send-guard';
import type { ConsoleState } from './state';

/** What is reported of a message that left with flags standing; the background masks it before it is written. */
export function sentReport(
  id: string,
  sentAt: number,
  state: ConsoleState,
  guard: GuardState,
): SentReport | null {
  const { draft, flags } = state;
  const [first] = flags;
  if (first === undefined) return null;
  // More than an agent types; what is pasted is cut to where its flags are.
  const from = draft.length <= REPORTED_TEXT ? 0 : Math.max(0, first.start - REPORTED_TEXT / 4);
  const kept = flags
    .filter(({ start, end }) => start >= from && end <= from + REPORTED_TEXT)
    // Of more than a report carries the heaviest, in the order of the text.
    .sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity))
    .slice(0, REPORTED_FLAGS)
    .sort((a, b) => a.start - b.start);
  const standing = flags.filter(({ severity }) => severity === 'high' || severity === 'critical');
  const reasons = standing.map((flag) => reasonFor(guard, flag)).filter((reason) => reason !== null);
  const released = standing.length > 0 && standing.every((flag) => guard.released.has(flagKey(flag)));
  return {
    id,
    sentAt,
    language: state.checked.language,
    scenario: state.corrected ?? state.checked.scenarios[0]?.id ?? null,
    market: state.market,
    how:
      standing.length === 0
        ? 'unguarded'
        : reasons.length > 0
          ? 'reasoned'
          : released
            ? 'confirmed'
            : 'elsewhere',
    reason: reasons[0] ?? null,
    length: draft.length,
    text: draft.slice(from, from + REPORTED_TEXT),
    flags: kept.map(({ rule, category, severity, start, end, by }) => ({
      rule,
      category,
      severity,
      start: start - from,
      end: end - from,
      by,
    })),
    moves: state.checked.moves,
    customer: state.conversation.customer,
  };
}
