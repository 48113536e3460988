import type { ConsoleFlag, SentReport } from '@/lib/rpc';
import { REPORTED_AROUND } from '@/lib/rpc';
import { type GuardState, reasonFor } from './send-guard';
import type { ConsoleState } from './state';

/** What is reported of a message that left with flags standing: the flags with a little around them, never the message. */
export function sentReport(
  id: string,
  sentAt: number,
  state: ConsoleState,
  guard: GuardState,
): SentReport | null {
  const { draft, flags } = state;
  if (flags.length === 0) return null;
  const standing = flags.filter(({ severity }) => severity === 'high' || severity === 'critical');
  const reasons = standing.map((flag) => reasonFor(guard, flag)).filter((reason) => reason !== null);
  const released =
    standing.length > 0 && standing.every((flag) => guard.released.has(`${flag.rule}\n${flag.text}`));
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
    flags: flags.map((flag) => around(draft, flag)),
  };
}

function around(draft: string, flag: ConsoleFlag): SentReport['flags'][number] {
  const { rule, category, severity, text, start, end, by } = flag;
  return {
    rule,
    category,
    severity,
    ...(by === 'model' ? { by } : {}),
    text,
    before: draft.slice(Math.max(0, start - REPORTED_AROUND), start),
    after: draft.slice(end, end + REPORTED_AROUND),
  };
}
