import type { Repositories } from './repositories';
import type { Correction, Counter, Dismissal, PracticeResult, ScriptUsage, SentRecord } from './tables';

/** How much was recorded about the agent's work: what the person it is about can see, take along and erase. */
export interface KeptAmounts {
  sent: number;
  corrections: number;
  days: number;
  scripts: number;
  practice: number;
}

/** Everything recorded, exactly as stored. */
export interface KeptData {
  format: 'tactful-data';
  version: 1;
  exportedAt: number;
  sent: SentRecord[];
  corrections: Correction[];
  dismissals: Dismissal[];
  counters: Counter[];
  scriptUses: ScriptUsage[];
  practiceResults: PracticeResult[];
}

const ALL_DAYS = ['0000-01-01', '9999-12-31'] as const;

export async function keptAmounts({
  sent,
  corrections,
  counters,
  scriptUses,
  practiceResults,
}: Repositories): Promise<KeptAmounts> {
  const [messages, corrected, counted, used, practised] = await Promise.all([
    sent.count(),
    corrections.list(),
    counters.list(...ALL_DAYS),
    scriptUses.list(),
    practiceResults.list(),
  ]);
  return {
    sent: messages,
    corrections: corrected.length,
    days: new Set(counted.map((it) => it.day)).size,
    scripts: used.length,
    practice: practised.length,
  };
}

export async function exportKept(own: Repositories, now: number): Promise<KeptData> {
  const [sent, corrections, dismissals, counters, scriptUses, practiceResults] = await Promise.all([
    own.sent.list(),
    own.corrections.list(),
    own.dismissals.list(),
    own.counters.list(...ALL_DAYS),
    own.scriptUses.list(),
    own.practiceResults.list(),
  ]);
  return {
    format: 'tactful-data',
    version: 1,
    exportedAt: now,
    sent,
    corrections,
    dismissals,
    counters,
    scriptUses,
    practiceResults,
  };
}

/** Erases what was recorded; sites, dismissals and phrasebooks are choices, not records, and stay. */
export async function eraseKept(own: Repositories): Promise<void> {
  const { sent, corrections, counters, scriptUses, practiceResults } = own;
  await Promise.all(
    [sent, corrections, counters, scriptUses, practiceResults].map((records) => records.clear()),
  );
}
