// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { agreementOf } from '@/components/review/calibration/agreement-of';
import { newSigningKey, sealBundle, type Verdict } from '@/lib/review';
import type { Repositories } from '@/lib/store';
import { LOG_TABLES, LogWriter } from '@/lib/store/review/writer';
import { fakeBrowser } from '../fake-extension';
import { manyRecords } from '../review/many';
import { ENGINES } from './support';

const NOW = Date.UTC(2026, 1, 3);
const records = manyRecords(8);
const IDS = records.map((it) => it.id);
const [, openMemory] = ENGINES[1]!;

/** Said of eight messages: six alike of eight, half of that by chance, so kappa is (6/8 − 1/2) / (1 − 1/2) = 0.5. */
const WANG = 'uuuddddu';
const ZHAO = 'uuuudddd';
const VERDICTS: Record<string, Verdict> = { u: 'uphold', d: 'dismiss' };

async function judge(own: Repositories, session: string, reviewer: string, said: string): Promise<void> {
  for (const [at, record] of IDS.slice(0, said.length).entries())
    await own.calibrations.judge(
      session,
      { record, reviewer, verdict: VERDICTS[said[at]!]!, note: 'tel 13812345678' },
      NOW + at,
    );
}

let lead: Repositories;
let other: Repositories;
let session: string;

const trust = async (here: Repositories, of: Repositories, name: string, role: 'agent' | 'reviewer') =>
  here.bundles.trust((await of.bundles.ownKey()).publicKey, { name, role }, NOW);

beforeEach(async () => {
  fakeBrowser.reset();
  [lead, other] = [openMemory(), openMemory()];
  await lead.store.write(LOG_TABLES, 'relaxed', async (tx) => {
    const writer = await LogWriter.on(tx);
    for (const record of records) await writer.add(record);
    await writer.write();
  });
  const made = { name: 'March', madeBy: 'Wang', seed: 4711, records: IDS };
  session = (await lead.calibrations.start(made, NOW)).id;
  await trust(other, lead, 'Wang', 'reviewer');
  await trust(lead, other, 'Zhao', 'reviewer');
});

describe('a calibration by file', () => {
  it('goes out without names and verdicts, comes back from another machine, and is one', async () => {
    await judge(lead, session, 'Wang', WANG);
    const sample = await lead.bundles.exportSample(session);
    const { payload } = JSON.parse(sample) as { payload: string };
    const { records: sent, calibration } = JSON.parse(payload);
    expect(calibration.verdicts).toEqual({});
    expect(sent.map((it: { id: string }) => it.id)).toEqual(IDS);
    for (const it of sent)
      expect(it).toMatchObject({ agent: '', site: null, conversation: null, marks: [], standing: 'open' });

    expect(await other.bundles.take(sample, NOW)).toMatchObject({
      ok: true,
      taken: { kind: 'sample', agent: 'Wang', added: 8, known: 0 },
    });
    const [there] = await other.calibrations.list();
    expect(there).toMatchObject({ id: session, name: 'March', seed: 4711, records: IDS, verdicts: {} });
    // Nobody's log grows by a sample.
    expect(await other.desk.count()).toBe(0);

    await judge(other, session, 'Zhao', ZHAO);
    const scores = await other.bundles.exportScores(session, 'Zhao');
    expect(scores).not.toContain('13812345678');
    expect(await lead.bundles.take(scores, NOW)).toMatchObject({
      ok: true,
      taken: { kind: 'scores', agent: 'Zhao', added: 8, known: 0 },
    });
    const united = (await lead.calibrations.get(session))!;
    const agreement = agreementOf(united, records)!;
    expect(agreement.reviewers).toEqual(['Wang', 'Zhao']);
    expect(agreement.kappa.value).toBeCloseTo(0.5, 10);
    expect(agreement.kappa.low).toBeLessThan(0.5);
    expect(agreement.kappa.high).toBeGreaterThan(0.5);
  });

  it('is masked anew, whatever its maker left in it', async () => {
    const pair = await newSigningKey();
    const payload = JSON.parse(JSON.parse(await lead.bundles.exportSample(session)).payload);
    payload.records[0].text = `call 13812345678 ${payload.records[0].text}`;
    const file = await sealBundle(payload, pair);
    const asked = await other.bundles.take(file, NOW);
    if (asked.ok || asked.why.kind !== 'unknown-key') throw new Error('not asked');
    expect(asked.why).toMatchObject({ role: 'reviewer', signer: 'Wang' });
    await other.bundles.trust(asked.why.publicKey, { name: 'Wang', role: 'reviewer' }, NOW);
    await other.bundles.take(file, NOW);
    expect((await other.calibrations.get(session))!.shared![0]!.text).toContain('call [PHONE]');
  });

  it('cannot be saved by who has not judged all of it', async () => {
    await lead.bundles.exportSample(session).then((file) => other.bundles.take(file, NOW));
    await judge(other, session, 'Zhao', 'uud');
    await expect(other.bundles.exportScores(session, 'Zhao')).rejects.toThrow();
  });
});

describe('scores are refused whole', () => {
  type Change = (
    payload: Record<string, unknown> & { calibration: { verdicts: object; session: string } },
  ) => void;
  /** Scores as the other reviewer signs them, changed before she does. */
  const signedScores = async (change: Change = () => undefined): Promise<string> => {
    await other.bundles.take(await lead.bundles.exportSample(session), NOW);
    await judge(other, session, 'Zhao', ZHAO);
    const payload = JSON.parse(JSON.parse(await other.bundles.exportScores(session, 'Zhao')).payload);
    change(payload);
    const secret = await other.store.read(['secrets'], (tx) => tx.get('secrets', 'signing'));
    if (secret?.name !== 'signing') throw new Error('no key');
    return sealBundle(payload, secret.pair);
  };
  const strange = { 'not-of-it': { verdict: 'uphold', at: NOW, note: '' } };
  const CASES: readonly [name: string, why: string, file: () => Promise<string>][] = [
    ['cut off', 'unreadable', async () => (await signedScores()).slice(0, -30)],
    ['a changed verdict', 'forged', async () => (await signedScores()).replace('uphold', 'coach')],
    ['another name', 'other-agent', () => signedScores((it) => Object.assign(it, { agent: 'Wang' }))],
    ['huge', 'oversized', async () => (await signedScores()) + ' '.repeat(32_000_001)],
    ['of no session here', 'no-session', () => signedScores((it) => (it.calibration.session = 'another'))],
    [
      'of a closed session',
      'session-closed',
      async () => {
        const file = await signedScores();
        await lead.calibrations.close(session, NOW);
        return file;
      },
    ],
    [
      'of a message that is not in it',
      'invalid',
      () => signedScores((it) => Object.assign(it.calibration.verdicts, strange)),
    ],
    [
      'of half the sample',
      'invalid',
      () => signedScores((it) => void Reflect.deleteProperty(it.calibration.verdicts, IDS[3]!)),
    ],
    ['without any', 'invalid', () => signedScores((it) => (it.calibration.verdicts = {}))],
    ['with texts', 'invalid', () => signedScores((it) => Object.assign(it, { kind: 'sample' }))],
    [
      'of an agent',
      'not-a-reviewer',
      async () => {
        await trust(lead, other, 'Zhao', 'agent');
        return signedScores();
      },
    ],
    [
      'of an unknown key',
      'unknown-key',
      async () => {
        await lead.bundles.distrust((await other.bundles.ownKey()).fingerprint);
        return signedScores();
      },
    ],
    [
      'that came before',
      'replayed',
      async () => {
        const file = await signedScores();
        await lead.bundles.take(file, NOW);
        return file;
      },
    ],
  ];

  it.each(CASES)('%s: %s', async (_, kind, make) => {
    const file = await make();
    const before = await lead.calibrations.get(session);
    expect(await lead.bundles.take(file, NOW + 1)).toMatchObject({ ok: false, why: { kind } });
    expect(await lead.calibrations.get(session)).toEqual(before);
  });
});
