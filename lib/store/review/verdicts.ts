import {
  CONTEST_DAYS,
  type Contest,
  maskText,
  type Review,
  STANDING_AFTER,
  type Standing,
} from '@/lib/review';
import type { Changes } from '../changes';
import { storeKeys } from '../keys';
import { withOutcome } from '../outcome';
import type { Engine, LogRow, TableName, Transaction } from '../tables';
import { announceLog } from './announce';
import type { ContestRefusal, Contests, Reviews } from './desk';
import { LOG_TABLES, LogWriter } from './writer';

const DAY = 24 * 60 * 60 * 1000;
/** The newest verdicts among which those for trainers are looked for. */
const LOOKED_AT = 2000;
const REVIEW_TABLES: readonly TableName[] = [...LOG_TABLES, 'reviews', 'contests'];
const newId = (): string => crypto.randomUUID();

/** What is said of a record, oldest first; reviews of one moment stand in the order they were given. */
const saidOf = async (tx: Transaction, record: string): Promise<Review[]> =>
  (await tx.list('reviews', { index: 'record', from: record, to: record })).sort(
    (a, b) => a.at - b.at || a.order - b.order,
  );

/** The verdict that stands. */
const standingReview = (said: readonly Review[]): Review | undefined =>
  said.findLast((it) => it.undoneAt === null);

/** Where a record stands after what was said and contested of it. */
function standingOf(said: readonly Review[], contests: readonly Contest[]): Standing {
  const last = standingReview(said);
  if (last === undefined) return 'open';
  const contest = contests.findLast((it) => it.review === last.id);
  if (contest === undefined) return STANDING_AFTER[last.verdict];
  if (contest.state === 'open') return 'contested';
  return contest.state === 'upheld' ? 'cleared' : 'confirmed';
}

/** Moves a record to where what was said of it puts it. */
export async function restand(tx: Transaction, writer: LogWriter, row: LogRow): Promise<void> {
  const contests = await tx.list('contests', { index: 'record', from: row.id, to: row.id });
  await writer.restand(
    row,
    standingOf(
      await saidOf(tx, row.id),
      contests.sort((a, b) => a.at - b.at),
    ),
  );
}

/** A card's note is words of a reviewer like any other. */
const masked = (card: Review['scorecard']): Review['scorecard'] =>
  card?.note === undefined ? card : { ...card, note: maskText(card.note) };

export const maskedReview = (review: Review): Review => ({
  ...review,
  reason: maskText(review.reason),
  scorecard: masked(review.scorecard),
});

export function createReviews(engine: Engine, changes: Changes): Reviews {
  const changed = (touched: readonly number[]): void => {
    announceLog(changes, touched);
    changes.announce(storeKeys.reviews, storeKeys.contests);
  };
  return {
    async give({ records, reviewer, verdict, reason, cause, scorecard }, at) {
      const batch = newId();
      const result = await engine.write(REVIEW_TABLES, 'strict', async (tx) => {
        const writer = await LogWriter.on(tx);
        let given = 0;
        for (const id of new Set(records)) {
          const row = await tx.get('sent', id);
          if (row === undefined) continue;
          const order = (await tx.count('reviews', { index: 'record', from: id, to: id })) + 1;
          await tx.put('reviews', {
            id: newId(),
            record: id,
            batch,
            reviewer,
            verdict,
            reason: maskText(reason),
            cause,
            scenario: row.scenario,
            scorecard: masked(scorecard),
            at,
            order,
            undoneAt: null,
          });
          await restand(tx, writer, row);
          given += 1;
        }
        return { given, touched: await writer.write() };
      });
      changed(result.touched);
      return { batch, given: result.given };
    },
    async undo(batch, at) {
      const result = await engine.write(REVIEW_TABLES, 'strict', async (tx) => {
        const writer = await LogWriter.on(tx);
        let undone = 0;
        for (const review of await tx.list('reviews', { index: 'batch', from: batch, to: batch })) {
          if (review.undoneAt !== null) continue;
          await tx.put('reviews', { ...review, undoneAt: at });
          const row = await tx.get('sent', review.record);
          if (row !== undefined) await restand(tx, writer, row);
          undone += 1;
        }
        return { undone, touched: await writer.write() };
      });
      changed(result.touched);
      return result.undone;
    },
    history: (record) => engine.read(['reviews'], (tx) => saidOf(tx, record)),
    list: (limit) =>
      engine.read(['reviews'], (tx) => tx.list('reviews', { index: 'at', reverse: true, limit })),
    since: (at) =>
      engine.read(['reviews'], (tx) => tx.list('reviews', { index: 'at', reverse: true, from: at })),
    forTrainers: (limit) =>
      engine.read(['reviews', 'sent'], async (tx) => {
        const found: { review: Review; record: LogRow }[] = [];
        for (const review of await tx.list('reviews', { index: 'at', reverse: true, limit: LOOKED_AT })) {
          if (found.length === limit) break;
          if (review.undoneAt !== null || review.verdict === 'uphold') continue;
          const record = await tx.get('sent', review.record);
          // Followed by another verdict, or contested: then that is what counts.
          if (record === undefined || record.standing !== STANDING_AFTER[review.verdict]) continue;
          if (standingReview(await saidOf(tx, record.id))?.id === review.id) found.push({ review, record });
        }
        return found;
      }),
    async settle(id, outcome) {
      await engine.write(['reviews'], 'strict', async (tx) => {
        const review = await tx.get('reviews', id);
        if (review !== undefined) await tx.put('reviews', withOutcome(review, outcome));
      });
      changes.announce(storeKeys.reviews);
    },
  };
}

const refused = (why: ContestRefusal) => ({ ok: false, why }) as const;

export function createContests(engine: Engine, changes: Changes): Contests {
  /** Runs a change of one contest; what it gives is told, and the record moves with it. */
  const change = async (
    work: (tx: Transaction) => Promise<{ contest: Contest; record: LogRow | undefined } | ContestRefusal>,
  ): Promise<{ ok: true; contest: Contest } | { ok: false; why: ContestRefusal }> => {
    let touched: number[] = [];
    const result = await engine.write(REVIEW_TABLES, 'strict', async (tx) => {
      const done = await work(tx);
      if (typeof done === 'string') return refused(done);
      await tx.put('contests', done.contest);
      if (done.record !== undefined) {
        const writer = await LogWriter.on(tx);
        await restand(tx, writer, done.record);
        touched = await writer.write();
      }
      return { ok: true, contest: done.contest } as const;
    });
    if (result.ok) {
      announceLog(changes, touched);
      changes.announce(storeKeys.contests);
    }
    return result;
  };
  return {
    raise: (record, { by, comment }, at) =>
      change(async (tx) => {
        const row = await tx.get('sent', record);
        const review = standingReview(await saidOf(tx, record));
        if (row === undefined || review === undefined || review.verdict === 'dismiss')
          return 'nothing-to-contest';
        if (at - review.at > CONTEST_DAYS * DAY) return 'too-late';
        const before = await tx.list('contests', { index: 'record', from: record, to: record });
        if (before.some((it) => it.review === review.id)) return 'already-contested';
        return {
          record: row,
          contest: {
            id: newId(),
            record,
            review: review.id,
            by,
            comment: maskText(comment),
            at,
            state: 'open',
            decidedBy: null,
            decision: '',
            decidedAt: null,
          },
        };
      }),
    decide: (id, { by, upheld, decision }, at) =>
      change(async (tx) => {
        const contest = await tx.get('contests', id);
        if (contest === undefined) return 'nothing-to-contest';
        if (contest.state !== 'open') return 'decided';
        const review = await tx.get('reviews', contest.review);
        if (review?.reviewer === by || contest.by === by) return 'same-reviewer';
        return {
          record: await tx.get('sent', contest.record),
          contest: {
            ...contest,
            state: upheld ? 'upheld' : 'rejected',
            decidedBy: by,
            decision: maskText(decision),
            decidedAt: at,
          },
        };
      }),
    list: (state) =>
      engine.read(['contests'], async (tx) =>
        (state === undefined
          ? await tx.list('contests')
          : await tx.list('contests', { index: 'state', from: state, to: state })
        ).sort((a, b) => a.at - b.at),
      ),
    of: (record) =>
      engine.read(['contests'], async (tx) =>
        (await tx.list('contests', { index: 'record', from: record, to: record })).sort(
          (a, b) => a.at - b.at,
        ),
      ),
    forTrainers: () =>
      engine.read(['contests', 'sent'], async (tx) => {
        const upheld = await tx.list('contests', { index: 'state', from: 'upheld', to: 'upheld' });
        upheld.sort((a, b) => a.at - b.at);
        return Promise.all(
          upheld.map(async (contest) => ({ contest, record: await tx.get('sent', contest.record) })),
        );
      }),
    async settle(id, outcome) {
      await engine.write(['contests'], 'strict', async (tx) => {
        const contest = await tx.get('contests', id);
        if (contest !== undefined) await tx.put('contests', withOutcome(contest, outcome));
      });
      changes.announce(storeKeys.contests);
    },
  };
}
