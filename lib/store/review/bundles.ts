import type { Outcome } from '@/lib/phrasebook/vocabulary';
import {
  type BundlePayload,
  type BundleRefusal,
  type Contest,
  fingerprintOf,
  keptMessage,
  maskText,
  newSigningKey,
  type OpenedBundle,
  openBundle,
  publicKeyOf,
  type Review,
  replyGrade,
  riskOf,
  type SentRecord,
  sealBundle,
} from '@/lib/review';
import type { Changes } from '../changes';
import { dayOf } from '../day';
import { replyOf } from '../good-replies';
import { storeKeys } from '../keys';
import { withOutcome } from '../outcome';
import { recordOf } from '../sent';
import type { Engine, KnownKey, TableName, TakenBundle, Transaction } from '../tables';
import { announceLog } from './announce';
import {
  refusalOfScores,
  type SharedCalibration,
  sampleOf,
  scoresOf,
  takeCalibration,
} from './calibration-files';
import { more } from './roll-up';
import { ownCounts, type ShopZone, TALLY_TABLES } from './tallies';
import { maskedReview, restand } from './verdicts';
import { LOG_TABLES, LogWriter } from './writer';

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

/** Hand-over without a server: what an agent sent goes to QA as a file, what QA said comes back as one. */
export interface Bundles {
  /** The key of this browser, to be compared by people. */
  ownKey(): Promise<{ fingerprint: string; publicKey: string }>;
  /** The agent's own records of a time and what was counted on its days; `to` excluded. */
  exportRecords(agent: string, span: { from: number; to: number }): Promise<string>;
  /** Everything said of one agent's records since a time. */
  exportVerdicts(agent: string, since: number): Promise<string>;
  /** The sample of a calibration for other reviewers: masked, and without anybody's name or verdict. */
  exportSample(session: string): Promise<string>;
  /** What one reviewer said of all of a sample. */
  exportScores(session: string, reviewer: string): Promise<string>;
  /** All of a bundle or nothing of it. */
  take(file: string, now: number): Promise<{ ok: true; taken: TakenIn } | { ok: false; why: BundleRefusal }>;
  /** Says whose key it is: from then on its bundles are taken in as hers. */
  trust(publicKey: string, owner: Pick<KnownKey, 'name' | 'role'>, now: number): Promise<KnownKey>;
  distrust(fingerprint: string): Promise<void>;
  keys(): Promise<KnownKey[]>;
  /** Bundles taken in, newest first. */
  history(): Promise<TakenBundle[]>;
}

const IMPORT_TABLES: readonly TableName[] = [
  ...LOG_TABLES,
  'reviews',
  'contests',
  'goodReplies',
  'bundles',
  'calibrations',
];
const MOST = 20_000;

export function createBundles(engine: Engine, changes: Changes, shopZone: ShopZone): Bundles {
  const signingPair = async (): Promise<CryptoKeyPair> => {
    const kept = await engine.read(['secrets'], (tx) => tx.get('secrets', 'signing'));
    if (kept?.name === 'signing') return kept.pair;
    const pair = await newSigningKey();
    return engine.write(['secrets'], 'strict', async (tx) => {
      const meanwhile = await tx.get('secrets', 'signing');
      if (meanwhile?.name === 'signing') return meanwhile.pair;
      await tx.put('secrets', { name: 'signing', pair });
      return pair;
    });
  };
  const seal = async (
    kind: BundlePayload['kind'],
    agent: string,
    content: Omit<BundlePayload, 'id' | 'kind' | 'made' | 'agent'>,
  ): Promise<string> =>
    sealBundle({ id: crypto.randomUUID(), kind, made: Date.now(), agent, ...content }, await signingPair());

  const sealShared = (kind: 'sample' | 'scores', { by, ...content }: SharedCalibration): Promise<string> =>
    seal(kind, by, { days: [], reviews: [], contests: [], replies: [], ...content });

  return {
    async ownKey() {
      const publicKey = await publicKeyOf(await signingPair());
      return { publicKey, fingerprint: await fingerprintOf(publicKey) };
    },
    async exportRecords(agent, { from, to }) {
      const zone = await shopZone();
      const content = await engine.read(['sent', 'contests', 'goodReplies', ...TALLY_TABLES], async (tx) => {
        const rows = await tx.list('sent', { index: 'sentAt', from, to: to - 1, reverse: true, limit: MOST });
        const own = rows.filter((it) => it.origin === 'own');
        const first = dayOf(from);
        const last = dayOf(to - 1);
        const counted = await ownCounts(tx, first, last, zone);
        const mends = await tx.list('tallies', { from: [first, ''], to: [last, '\uffff'] });
        const mendedBy = new Map(mends.filter((it) => it.agent === agent).map((it) => [it.day, it.mendedBy]));
        const days = [...new Set([...counted.keys(), ...mendedBy.keys()])].sort();
        const ids = new Set(own.map((it) => it.id));
        return {
          records: own.map(recordOf).map((it) => ({ ...it, agent })),
          days: days.flatMap((day) => {
            const counts = counted.get(day);
            return counts === undefined ? [] : [{ day, ...counts, mendedBy: mendedBy.get(day) ?? {} }];
          }),
          reviews: [],
          contests: (await tx.list('contests')).filter((it) => ids.has(it.record)),
          replies: (await tx.list('goodReplies', { index: 'at', from, to: to - 1 }))
            .filter((it) => it.origin === 'own')
            .map((it) => ({ ...replyOf(it), agent })),
        };
      });
      return seal('records', agent, content);
    },
    async exportVerdicts(agent, since) {
      const content = await engine.read(['sent', 'reviews', 'contests'], async (tx) => {
        const recent = await tx.list('reviews', { index: 'at', from: since, reverse: true, limit: MOST });
        const reviews: Review[] = [];
        for (const review of recent) {
          if ((await tx.get('sent', review.record))?.agent === agent) reviews.push(review);
        }
        const records = new Set(reviews.map((it) => it.record));
        const contests = (await tx.list('contests')).filter((it) => records.has(it.record));
        return { records: [], days: [], reviews, contests, replies: [] };
      });
      return seal('verdicts', agent, content);
    },
    async exportSample(session) {
      const shared = await engine.read(['calibrations', 'sent'], (tx) => sampleOf(tx, session));
      return sealShared('sample', shared);
    },
    async exportScores(session, reviewer) {
      const shared = await engine.read(['calibrations'], (tx) => scoresOf(tx, session, reviewer));
      return sealShared('scores', shared);
    },
    async take(file, now) {
      const opened = await openBundle(file);
      if (!opened.ok) return opened;
      const { bundle } = opened;
      const refusal = await engine.read(['bundles', 'keyring', 'calibrations'], (tx) =>
        refusalOf(tx, bundle),
      );
      if (refusal !== null) return { ok: false, why: refusal };
      const result = await engine.write(IMPORT_TABLES, 'strict', async (tx) => {
        // Another page may have taken it in meanwhile.
        const before = await tx.get('bundles', bundle.payload.id);
        if (before !== undefined) return { why: { kind: 'replayed', at: before.at } as const };
        return takeIn(tx, bundle, now);
      });
      if ('why' in result) return { ok: false, why: result.why };
      announceLog(changes, result.touched);
      changes.announce(
        storeKeys.reviews,
        storeKeys.contests,
        storeKeys.bundles,
        storeKeys.goodReplies,
        storeKeys.calibrations,
      );
      return { ok: true, taken: result.taken };
    },
    async trust(publicKey, { name, role }, now) {
      const key: KnownKey = {
        fingerprint: await fingerprintOf(publicKey),
        name,
        role,
        publicKey,
        addedAt: now,
      };
      await engine.write(['keyring'], 'strict', (tx) => tx.put('keyring', key));
      changes.announce(storeKeys.keyring);
      return key;
    },
    async distrust(fingerprint) {
      await engine.write(['keyring'], 'strict', (tx) => tx.delete('keyring', fingerprint));
      changes.announce(storeKeys.keyring);
    },
    keys: () => engine.read(['keyring'], (tx) => tx.list('keyring')),
    history: () => engine.read(['bundles'], (tx) => tx.list('bundles', { index: 'at', reverse: true })),
  };
}

async function refusalOf(
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

async function takeIn(
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
