import type { EscalationEntry, FollowUpEntry, GapEntry, PromiseEntry, RemedyEntry } from '@/lib/ledger';
import type { Contest, Review, SentRecord, Tally } from '@/lib/review';
import type { MessageSet, SavedMessage } from '@/lib/workbench';
import type { Repositories } from './repositories';
import { settings } from './settings';
import type {
  BookDay,
  Correction,
  Counter,
  Dismissal,
  KeptReply,
  ModelVerdict,
  PracticeResult,
  ScriptUsage,
} from './tables';

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
  /** Good replies offered to the trainers. */
  replies: number;
  /** Messages of chats that were saved to try rules on. */
  savedChats: number;
}

/** Everything recorded, exactly as stored. */
export interface KeptData {
  format: 'tactful-data';
  version: 1;
  exportedAt: number;
  sent: SentRecord[];
  /** What reviewers said of these, and what the agent said to it. */
  reviews: Review[];
  contests: Contest[];
  tallies: Tally[];
  corrections: Correction[];
  dismissals: Dismissal[];
  counters: Counter[];
  scriptUses: ScriptUsage[];
  bookDays: BookDay[];
  promises: PromiseEntry[];
  remedies: RemedyEntry[];
  gaps: GapEntry[];
  escalations: EscalationEntry[];
  followUps: FollowUpEntry[];
  practiceResults: PracticeResult[];
  modelVerdicts: ModelVerdict[];
  goodReplies: KeptReply[];
  savedChats: (MessageSet & { messages: SavedMessage[] })[];
}

const ALL_DAYS = ['0000-01-01', '9999-12-31'] as const;
/** Records of one agent that are taken along; far more than a month holds. */
const MOST = 100_000;

export async function keptAmounts(own: Repositories): Promise<KeptAmounts> {
  const { ledger } = own;
  const counted = await own.counters.list(...ALL_DAYS);
  return {
    sent: await own.desk.count({ own: true }),
    corrections: (await own.corrections.list()).length,
    days: new Set(counted.map((it) => it.day)).size,
    scripts: (await own.scriptUses.list()).length,
    practice: (await own.practiceResults.list()).length,
    verdicts: await own.verdicts.count(),
    replies: await own.goodReplies.count('own'),
    savedChats: (await own.savedMessages.sets()).reduce((sum, it) => sum + it.count, 0),
    promises: await ledger.promises.count(),
    remedies: await ledger.remedies.count(),
    requests: (await ledger.gaps.count()) + (await ledger.escalations.count()),
    visits: await ledger.followUps.count(),
  };
}

export async function exportKept(own: Repositories, now: number): Promise<KeptData> {
  const { ledger } = own;
  const { records } = await own.desk.queue({ filter: { own: true }, order: 'newest', limit: MOST });
  const ids = new Set(records.map((it) => it.id));
  const agents = await ownNames(own);
  return {
    format: 'tactful-data',
    version: 1,
    exportedAt: now,
    sent: records,
    reviews: (await own.reviews.list()).filter((it) => ids.has(it.record)),
    contests: (await own.contests.list()).filter((it) => ids.has(it.record)),
    tallies: (await Promise.all([...agents].map((agent) => own.tallies.list(...ALL_DAYS, agent)))).flat(),
    corrections: await own.corrections.list(),
    dismissals: await own.dismissals.list(),
    counters: await own.counters.list(...ALL_DAYS),
    scriptUses: await own.scriptUses.list(),
    bookDays: await own.bookDays.list(...ALL_DAYS),
    practiceResults: await own.practiceResults.list(),
    modelVerdicts: await own.verdicts.list(),
    goodReplies: await own.goodReplies.of('own'),
    savedChats: await Promise.all(
      (await own.savedMessages.sets()).map(async (it) => ({
        ...it,
        messages: await own.savedMessages.read(it.id),
      })),
    ),
    promises: await ledger.promises.list(),
    remedies: await ledger.remedies.list(),
    gaps: await ledger.gaps.list(),
    escalations: await ledger.escalations.list(),
    followUps: await ledger.followUps.list(),
  };
}

/** What the agent of this browser is and was called. */
async function ownNames({ desk }: Repositories): Promise<Set<string>> {
  const { agents } = await desk.facets({ own: true });
  return new Set([...agents.keys(), await settings.alias.getValue()]);
}

/**
 * Erases what was recorded of the agent of this browser; sites, dismissals and phrasebooks are choices, not records, and
 * stay, and so does what other agents handed over.
 */
export async function eraseKept(own: Repositories): Promise<void> {
  const { sent, desk, tallies, corrections, counters, scriptUses, bookDays } = own;
  const { practiceResults, ledger, verdicts, savedMessages } = own;
  const names = await ownNames(own);
  await sent.remove(await desk.ids({ own: true }));
  for (const name of names) await tallies.erase(name);
  await own.goodReplies.forget('own');
  // What colleagues and she wrote in chats that were saved here is a record of work like any other.
  for (const { id } of await savedMessages.sets()) await savedMessages.remove(id);
  await Promise.all(
    [corrections, counters, scriptUses, bookDays, practiceResults, ledger, verdicts].map((records) =>
      records.clear(),
    ),
  );
}
