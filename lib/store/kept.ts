import type { EscalationEntry, FollowUpEntry, GapEntry, PromiseEntry, RemedyEntry } from '@/lib/ledger';
import type { SentRecord } from '@/lib/review';
import type { Repositories } from './repositories';
import type { Correction, Counter, Dismissal, ModelVerdict, PracticeResult, ScriptUsage } from './tables';

/** How much was recorded about the agent's work: what the person it is about can see, take along and erase. */
export interface KeptAmounts {
  sent: number;
  corrections: number;
  days: number;
  scripts: number;
  promises: number;
  remedies: number;
  /** Gaps and escalations. */
  requests: number;
  visits: number;
  practice: number;
  /** What was said of the trained model's marks. */
  verdicts: number;
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
  promises: PromiseEntry[];
  remedies: RemedyEntry[];
  gaps: GapEntry[];
  escalations: EscalationEntry[];
  followUps: FollowUpEntry[];
  practiceResults: PracticeResult[];
  modelVerdicts: ModelVerdict[];
}

const ALL_DAYS = ['0000-01-01', '9999-12-31'] as const;

export async function keptAmounts(own: Repositories): Promise<KeptAmounts> {
  const { ledger } = own;
  const counted = await own.counters.list(...ALL_DAYS);
  return {
    sent: await own.sent.count(),
    corrections: (await own.corrections.list()).length,
    days: new Set(counted.map((it) => it.day)).size,
    scripts: (await own.scriptUses.list()).length,
    practice: (await own.practiceResults.list()).length,
    verdicts: await own.verdicts.count(),
    promises: await ledger.promises.count(),
    remedies: await ledger.remedies.count(),
    requests: (await ledger.gaps.count()) + (await ledger.escalations.count()),
    visits: await ledger.followUps.count(),
  };
}

export async function exportKept(own: Repositories, now: number): Promise<KeptData> {
  const { ledger } = own;
  return {
    format: 'tactful-data',
    version: 1,
    exportedAt: now,
    sent: await own.sent.list(),
    corrections: await own.corrections.list(),
    dismissals: await own.dismissals.list(),
    counters: await own.counters.list(...ALL_DAYS),
    scriptUses: await own.scriptUses.list(),
    practiceResults: await own.practiceResults.list(),
    modelVerdicts: await own.verdicts.list(),
    promises: await ledger.promises.list(),
    remedies: await ledger.remedies.list(),
    gaps: await ledger.gaps.list(),
    escalations: await ledger.escalations.list(),
    followUps: await ledger.followUps.list(),
  };
}

/** Erases what was recorded; sites, dismissals and phrasebooks are choices, not records, and stay. */
export async function eraseKept(own: Repositories): Promise<void> {
  const { sent, corrections, counters, scriptUses, practiceResults, ledger, verdicts } = own;
  await Promise.all(
    [sent, corrections, counters, scriptUses, practiceResults, ledger, verdicts].map((records) =>
      records.clear(),
    ),
  );
}
