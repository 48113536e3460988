import type { Outcome } from '@/lib/phrasebook/vocabulary';
import {
  type BundlePayload,
  type BundleRefusal,
  type Contest,
  keptMessage,
  maskText,
  type OpenedBundle,
  type Review,
  replyGrade,
  riskOf,
  type SentRecord,
} from '@/lib/review';
import { withOutcome } from '../outcome';
import type { Transaction } from '../tables';
import { refusalOfScores, takeCalibration } from './calibration-files';
import { more } from './roll-up';
import { maskedReview, restand } from './verdicts';
import { LogWriter } from './writer';

/** What came of a bundle that was taken in. */
export interface TakenIn {
  agent: string;
  kind: BundlePayload['kind'];
  /** Records, reviews and contests that were new, and those that were there already. */
  added: number;
  known: number;
  /** Versions of books its flags stood in. */
  books: string[];
}

/** Why a bundle is not taken in; `null`: it may come. */
export async function refusalOf(
  tx: Transaction,
  { payload, publicKey, fingerprint }: OpenedBundle,
): Promise<BundleRefusal | null> {
  const key = await tx.get('keyring', fingerprint);
  if (key === undefined || key.publicKey !== publicKey) {
    const { kind, agent, made } = payload;
    const role = kind === 'records' ? 'agent' : 'reviewer';
    const signer = kind === 'verdicts' ? '' : agent;
    return { kind: 'unknown-key', fingerprint, publicKey, role, agent, made, signer };
  }
  // What somebody sends is her own; only verdicts are about somebody else.
  if (payload.kind !== 'verdicts' && key.name !== payload.agent)
    return { kind: 'other-agent', agent: payload.agent, known: key.name };
  if (payload.kind !== 'records' && key.role !== 'reviewer')
    return { kind: 'not-a-reviewer', known: key.name };
  const before = await tx.get('bundles', payload.id);
  if (before !== undefined) return { kind: 'replayed', at: before.at };
  return refusalOfScores(tx, payload);
}

/** Puts all of a bundle into the store; gives what came of it and the segments of the log that changed. */
export async function takeIn(
  tx: Transaction,
  { payload, fingerprint }: OpenedBundle,
  now: number,
): Promise<{ taken: TakenIn; touched: number[] }> {
  const { id, kind, agent, made } = payload;
  const writer = await LogWriter.on(tx);
  const amounts = await takeCalibration(tx, payload);
  if (kind === 'records') {
    await takeRecords(tx, writer, payload, fingerprint, amounts);
    for (const { day, counts, mendedBy, spent } of payload.days) {
      const known = await writer.tallyOf(day, agent);
      // The same day told twice: later bundles know more of it, never less.
      await writer.countDay(day, agent, {
        counts: more({ ...known.counts }, { ...counts }),
        mendedBy: more(known.mendedBy, mendedBy),
        spent: more(known.spent, spent),
      });
    }
  }
  if (kind === 'records') {
    for (const reply of payload.replies) {
      // Known by its id alone: what QA or a trainer made of it stays.
      if ((await tx.get('goodReplies', reply.id)) !== undefined) continue;
      await tx.put('goodReplies', {
        ...reply,
        text: maskText(reply.text),
        grade: replyGrade(reply.moves),
        agent,
        origin: fingerprint,
        picked: null,
      });
    }
  }
  const changed = new Set<string>();
  if (kind === 'verdicts') {
    for (const review of payload.reviews) {
      if (await keepReview(tx, review)) changed.add(review.record);
    }
  }
  for (const contest of payload.contests) {
    if (await keepContest(tx, contest, kind, agent)) changed.add(contest.record);
  }
  for (const record of changed) {
    const row = await tx.get('sent', record);
    if (row !== undefined) await restand(tx, writer, row);
  }
  amounts.added += changed.size;
  const touched = await writer.write();
  await tx.put('bundles', {
    id,
    at: now,
    kind,
    from: fingerprint,
    agent,
    made,
    records: payload.records.length,
    added: amounts.added,
  });
  const books = new Set(payload.records.flatMap((it) => it.flags.flatMap((flag) => flag.book ?? [])));
  return { touched, taken: { agent, kind, ...amounts, books: [...books].sort() } };
}

async function takeRecords(
  tx: Transaction,
  writer: LogWriter,
  { agent, records }: BundlePayload,
  fingerprint: string,
  amounts: { added: number; known: number },
): Promise<void> {
  for (const sent of records) {
    if ((await tx.get('sent', sent.id)) !== undefined) {
      amounts.known += 1;
      continue;
    }
    // Masked anew: whoever made the file may have masked less than we do, or nothing.
    const record: SentRecord = {
      ...sent,
      ...keptMessage(sent.text, sent.flags),
      reason: sent.reason === null ? null : maskText(sent.reason),
      // Marks are salted by their own browser; the key keeps two agents' conversations apart.
      conversation:
        sent.conversation === null ? null : `${fingerprint.slice(0, 4)}.${sent.conversation}`.slice(0, 64),
      agent,
      origin: fingerprint,
      standing: 'open',
    };
    await writer.add({ ...record, risk: riskOf(record, (rule) => writer.names.ruleCounts(rule)) });
    amounts.added += 1;
  }
}

/** Whether a trainer made something of it after what is known here. */
const isLater = (said: { outcome?: Outcome }, known: { outcome?: Outcome }): boolean =>
  said.outcome !== undefined && said.outcome.at > (known.outcome?.at ?? Number.NEGATIVE_INFINITY);

/** Keeps what a reviewer said of a record that is here; `false` when nothing changed. */
async function keepReview(tx: Transaction, review: Review): Promise<boolean> {
  if ((await tx.get('sent', review.record)) === undefined) return false;
  const before = await tx.get('reviews', review.id);
  if (before !== undefined && (before.undoneAt !== null || review.undoneAt === null)) {
    if (isLater(review, before)) await tx.put('reviews', withOutcome(before, review.outcome ?? null));
    return false;
  }
  await tx.put('reviews', maskedReview(review));
  return true;
}

/** An agent raises contests of her own records, a reviewer decides them; neither does the other's part. */
async function keepContest(
  tx: Transaction,
  contest: Contest,
  kind: BundlePayload['kind'],
  agent: string,
): Promise<boolean> {
  const record = await tx.get('sent', contest.record);
  const review = await tx.get('reviews', contest.review);
  if (record === undefined || review === undefined || review.record !== contest.record) return false;
  const before = await tx.get('contests', contest.id);
  const comment = maskText(contest.comment);
  if (kind === 'records') {
    const others = await tx.list('contests', { index: 'record', from: contest.record, to: contest.record });
    if (before !== undefined || record.agent !== agent || others.some((it) => it.review === review.id))
      return false;
    const { outcome: _, ...raised } = contest;
    await tx.put('contests', {
      ...raised,
      by: agent,
      comment,
      state: 'open',
      decidedBy: null,
      decision: '',
      decidedAt: null,
    });
    return true;
  }
  if (before !== undefined && (before.state !== 'open' || contest.state === 'open')) {
    if (isLater(contest, before)) await tx.put('contests', withOutcome(before, contest.outcome ?? null));
    return false;
  }
  await tx.put('contests', { ...contest, comment, decision: maskText(contest.decision) });
  return true;
}
