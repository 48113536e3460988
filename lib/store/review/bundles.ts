import {
  type BundlePayload,
  type BundleRefusal,
  fingerprintOf,
  newSigningKey,
  openBundle,
  publicKeyOf,
  type Review,
  sealBundle,
} from '@/lib/review';
import type { Changes } from '../changes';
import { dayOf } from '../day';
import { replyOf } from '../good-replies';
import { storeKeys } from '../keys';
import { recordOf } from '../sent';
import type { Engine, KnownKey, TableName, TakenBundle } from '../tables';
import { announceLog } from './announce';
import { type SharedCalibration, sampleOf, scoresOf } from './calibration-files';
import { refusalOf, type TakenIn, takeIn } from './take-in';
import { ownCounts, type ShopZone, TALLY_TABLES } from './tallies';
import { LOG_TABLES } from './writer';

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
