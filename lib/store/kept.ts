import type { EscalationEntry, FollowUpEntry, GapEntry, PromiseEntry, RemedyEntry } from '@/lib/ledger';
import type { Repositories } from './repositories';
import type { Correction, Counter, Dismissal, ScriptUsage, SentRecord } from './tables';

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
}

const ALL_DAYS = ['0000-01-01', '9999-12-31'] as const;

export async function keptAmounts({
  sent,
  corrections,
  counters,
  scriptUses,
  ledger,
}: Repositories): Promise<KeptAmounts> {
  const [messages, corrected, counted, used, promises, remedies, gaps, escalations, visits] =
    await Promise.all([
      sent.count(),
      corrections.list(),
      counters.list(...ALL_DAYS),
      scriptUses.list(),
      ledger.promises.count(),
      ledger.remedies.count(),
      ledger.gaps.count(),
      ledger.escalations.count(),
      ledger.followUps.count(),
    ]);
  return {
    sent: messages,
    corrections: corrected.length,
    days: new Set(counted.map((it) => it.day)).size,
    scripts: used.length,
    promises,
    remedies,
    requests: gaps + escalations,
    visits,
  };
}

export async function exportKept(own: Repositories, now: number): Promise<KeptData> {
  const { ledger } = own;
  const [sent, corrections, dismissals, counters, scriptUses] = await Promise.all([
    own.sent.list(),
    own.corrections.list(),
    own.dismissals.list(),
    own.counters.list(...ALL_DAYS),
    own.scriptUses.list(),
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
    promises: await ledger.promises.list(),
    remedies: await ledger.remedies.list(),
    gaps: await ledger.gaps.list(),
    escalations: await ledger.escalations.list(),
    followUps: await ledger.followUps.list(),
  };
}

/** Erases what was recorded; sites, dismissals and phrasebooks are choices, not records, and stay. */
export async function eraseKept(own: Repositories): Promise<void> {
  const { sent, corrections, counters, scriptUses, ledger } = own;
  await Promise.all([
    sent.clear(),
    corrections.clear(),
    counters.clear(),
    scriptUses.clear(),
    ledger.clear(),
  ]);
}
