import {
  type BundlePayload,
  type BundleRefusal,
  type Calibration,
  keptMessage,
  maskText,
} from '@/lib/review';
import { StoreError } from '../open';
import type { Transaction } from '../tables';

/** What goes into a file of a calibration, and whose it is. */
export type SharedCalibration = Pick<BundlePayload, 'records' | 'calibration'> & { by: string };

const missing = (key: string): StoreError => new StoreError({ kind: 'missing', table: 'calibrations', key });

async function sessionOf(tx: Transaction, id: string): Promise<Calibration> {
  const session = await tx.get('calibrations', id);
  if (session === undefined) throw missing(id);
  return session;
}

const headOf = ({ id, name, seed, madeBy, madeAt }: Calibration) => ({
  session: id,
  name,
  seed,
  madeBy,
  madeAt,
});

/**
 * A sample as others judge it: the masked texts in their order, without agent, site, conversation or what was said of
 * them. A message that is not kept any more cannot be judged by anybody, so then there is no sample.
 */
export async function sampleOf(tx: Transaction, id: string): Promise<SharedCalibration> {
  const session = await sessionOf(tx, id);
  const records: BundlePayload['records'] = [];
  for (const record of session.records) {
    const row = session.shared?.find((it) => it.id === record) ?? (await tx.get('sent', record));
    if (row === undefined) throw missing(record);
    const { id: of, sentAt, language, scenario, market, how, length, text, flags, moves, anger } = row;
    records.push({
      ...{ id: of, sentAt, language, scenario, market, how, length, text, flags, moves, anger },
      site: null,
      reason: null,
      conversation: null,
      marks: [],
      agent: '',
      remedyCost: 0,
      risk: 0,
      origin: 'own',
      standing: 'open',
    });
  }
  return { by: session.madeBy, records, calibration: { ...headOf(session), verdicts: {} } };
}

/** What one reviewer said; only of a sample that she has judged as a whole, since the figures need all of it. */
export async function scoresOf(tx: Transaction, id: string, reviewer: string): Promise<SharedCalibration> {
  const session = await sessionOf(tx, id);
  const verdicts = new Map(Object.entries(session.verdicts)).get(reviewer) ?? {};
  if (!session.records.every((it) => verdicts[it] !== undefined)) throw missing(reviewer);
  return { by: reviewer, records: [], calibration: { ...headOf(session), verdicts } };
}

/** Why scores are not taken in, whoever signed them; `null`: they fit, or it is another kind of file. */
export async function refusalOfScores(
  tx: Transaction,
  { kind, calibration }: BundlePayload,
): Promise<BundleRefusal | null> {
  if (kind !== 'scores' || calibration === undefined) return null;
  const session = await tx.get('calibrations', calibration.session);
  if (session === undefined) return { kind: 'no-session' };
  if (session.closedAt !== null) return { kind: 'session-closed', name: session.name };
  const said = Object.keys(calibration.verdicts);
  const stray = said.find((it) => !session.records.includes(it));
  if (stray !== undefined) return { kind: 'invalid', path: `calibration.verdicts.${stray}` };
  const left = session.records.find((it) => !said.includes(it));
  return left === undefined ? null : { kind: 'invalid', path: `calibration.verdicts.${left}` };
}

/** Opens a session for a sample, or puts somebody's scores into one; gives how much of it was new. */
export async function takeCalibration(
  tx: Transaction,
  { kind, agent, calibration, records }: BundlePayload,
): Promise<{ added: number; known: number }> {
  const amounts = { added: 0, known: 0 };
  if (calibration === undefined) return amounts;
  const { session: id, verdicts, ...head } = calibration;
  const session = await tx.get('calibrations', id);
  if (kind === 'sample') {
    if (session !== undefined) return { added: 0, known: records.length };
    await tx.put('calibrations', {
      id,
      ...head,
      records: records.map((it) => it.id),
      verdicts: {},
      closedAt: null,
      // Masked anew: whoever made the file may have masked less than we do.
      shared: records.map((it) => ({ ...it, ...keptMessage(it.text, it.flags), reason: null })),
    });
    return { added: records.length, known: 0 };
  }
  if (session === undefined) return amounts;
  const all = new Map(Object.entries(session.verdicts));
  const before = all.get(agent) ?? {};
  for (const [record, { verdict }] of Object.entries(verdicts))
    amounts[before[record]?.verdict === verdict ? 'known' : 'added'] += 1;
  const said = Object.entries(verdicts).map(
    ([record, it]) => [record, { ...it, note: maskText(it.note) }] as const,
  );
  all.set(agent, Object.fromEntries(said));
  await tx.put('calibrations', { ...session, verdicts: Object.fromEntries(all) });
  return amounts;
}
