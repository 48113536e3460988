import {
  type BundlePayload,
  fingerprintOf,
  NO_COUNTS,
  newSigningKey,
  publicKeyOf,
  type Review,
  type SentRecord,
  sealBundle,
} from '@/lib/review';

/** What agents send in these tests: words, what hits them, and how bad that is. */
const MESSAGES = [
  [
    'We already gave you two spoons for free.',
    39,
    'got-extra/we-gave-you',
    'got-extra',
    'medium',
    'missing-parts',
  ],
  [
    'It is not our problem, please ask the courier.',
    21,
    'deflect/not-us',
    'deflect',
    'high',
    'late-shipping',
  ],
  [
    'Are you sure you ordered the right size?',
    16,
    'suspicion/are-you-sure',
    'suspicion',
    'medium',
    'wrong-item',
  ],
  ['Calm down please.', 9, 'confront/tone-police', 'confront', 'high', 'refund-slow'],
  [
    'Add me on another app and I pay you for five stars.',
    21,
    'compliance/off-platform',
    'compliance',
    'critical',
    'bad-review',
  ],
] as const;

/** The message that is contested: of a rule of the built-in English book, in words none of its examples has. */
export const CONTESTED = MESSAGES[0][0];

const DAY = 24 * 60 * 60 * 1000;

function recordOf(agent: string, at: number, now: number): SentRecord {
  const [text, end, rule, category, severity, scenario] = MESSAGES[at % MESSAGES.length]!;
  return {
    id: `${agent}-${at}`,
    sentAt: now - at * (DAY / 4) - 60_000,
    site: 'desk.example',
    language: 'en',
    scenario,
    market: null,
    how: 'confirmed',
    reason: null,
    length: text.length,
    text,
    flags: [{ rule, category, severity, start: 0, end, by: 'rule', book: 'builtin-en@1' }],
    moves: at % 2 === 0 ? ['apology'] : [],
    conversation: `c${Math.floor(at / 2)}`,
    marks: [`c${Math.floor(at / 2)}`],
    agent,
    anger: at % 4,
    remedyCost: 0,
    risk: 0,
    origin: 'own',
    standing: 'open',
  };
}

/** What the agent counted on her day beside flags. */
const COUNTED = { sent: 60, replies: 40, replySeconds: 2300, wait2: 20, wait5: 16, wait9: 4 };

/** The reply that an agent offers as an example. */
export const OFFERED = 'Thank you for telling us. I am sorry about the cup; a new one goes out today.';

const replyOf = (agent: string, now: number): BundlePayload['replies'][number] => ({
  id: `${agent}-reply`,
  at: now - 60_000,
  agent,
  language: 'en',
  scenario: 'damaged',
  text: agent === 'Lin' ? OFFERED : 'I will send the missing part today, or refund it: as you like.',
  moves: [
    'acknowledge',
    'empathy',
    'apology',
    'thanks',
    'remedy',
    ...(agent === 'Lin' ? (['choice'] as const) : []),
  ],
  grade: 0,
});

/** An agent’s browser as far as it hands files over. */
export async function agentWith(name: string, messages: number, now: number) {
  const pair = await newSigningKey();
  const records = Array.from({ length: messages }, (_, at) => recordOf(name, at, now));
  const seal = (over: Partial<BundlePayload>): Promise<string> =>
    sealBundle(
      {
        id: crypto.randomUUID(),
        kind: 'records',
        made: now,
        agent: name,
        records: [],
        days: [],
        reviews: [],
        contests: [],
        replies: [],
        ...over,
      },
      pair,
    );
  const day = new Date(now).toISOString().slice(0, 10);
  return {
    name,
    records,
    fingerprint: await fingerprintOf(await publicKeyOf(pair)),
    file: () =>
      seal({
        records,
        days: [{ day, counts: { ...NO_COUNTS, ...COUNTED }, mendedBy: {}, spent: { CNY: 25_000 } }],
        replies: [replyOf(name, now)],
      }),
    /** Everything again, one message more. */
    later: () => seal({ records: [...records, recordOf(name, messages, now)] }),
    contesting: ({ id, record }: Pick<Review, 'id' | 'record'>, comment: string) =>
      seal({
        contests: [
          {
            id: crypto.randomUUID(),
            record,
            review: id,
            by: name,
            comment,
            at: now,
            state: 'open',
            decidedBy: null,
            decision: '',
            decidedAt: null,
          },
        ],
      }),
  };
}

/** A reviewer at another machine: judges a sample that came as a file, one letter a message, and hands the scores back. */
export async function scoresFor(sample: string, reviewer: string, keys: string, now: number) {
  const pair = await newSigningKey();
  const { records, calibration } = JSON.parse(JSON.parse(sample).payload) as BundlePayload;
  const said = { u: 'uphold', d: 'dismiss', c: 'coach' } as const;
  const verdicts = Object.fromEntries(
    records.map(({ id }, at) => [id, { verdict: said[keys[at] as keyof typeof said], at: now, note: '' }]),
  );
  return {
    fingerprint: await fingerprintOf(await publicKeyOf(pair)),
    texts: records.map((it) => it.text),
    file: await sealBundle(
      {
        id: crypto.randomUUID(),
        kind: 'scores',
        made: now,
        agent: reviewer,
        records: [],
        days: [],
        reviews: [],
        contests: [],
        replies: [],
        calibration: { ...calibration!, verdicts },
      },
      pair,
    ),
  };
}
