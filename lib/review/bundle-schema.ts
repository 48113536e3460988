import { z } from 'zod';
import {
  CATEGORIES,
  LANGUAGES,
  MARKETS,
  MOVES,
  OUTCOMES,
  SCENARIOS,
  SEVERITIES,
} from '@/lib/phrasebook/vocabulary';
import { KEPT_TEXT } from './message';
import { CAUSES, SENT_HOWS, STANDINGS, VERDICTS } from './record';
import { WAIT_COUNTS } from './waits';

/** Most of each in one bundle. */
export const MOST_IN_BUNDLE = 20_000;

/** Shapes of what a bundle carries, checked before anything of it is used. */
const id = z.string().regex(/^[\w-]{1,64}$/);
const time = z.number().min(0).max(8_640_000_000_000_000);
const name = z.string().max(80);
const count = z.number().min(0).max(1e12);
/** Masks may make a text a little longer than it was cut to. */
const text = z.string().max(KEPT_TEXT * 2);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const flagSchema = z.strictObject({
  rule: z.string().min(1).max(80),
  category: z.enum(CATEGORIES),
  severity: z.enum(SEVERITIES),
  start: z
    .int()
    .min(0)
    .max(KEPT_TEXT * 2),
  end: z
    .int()
    .min(0)
    .max(KEPT_TEXT * 2),
  by: z.enum(['rule', 'model']),
  book: z.string().max(120).nullable(),
});

const recordSchema = z
  .strictObject({
    id,
    sentAt: time,
    site: z.string().max(300).nullable(),
    language: z.enum(LANGUAGES).nullable(),
    scenario: z.enum(SCENARIOS).nullable(),
    market: z.enum(MARKETS).nullable(),
    how: z.enum(SENT_HOWS),
    reason: z.string().max(1000).nullable(),
    length: z.int().min(0).max(1_000_000),
    text,
    flags: z.array(flagSchema).min(1).max(50),
    moves: z.array(z.enum(MOVES)).max(MOVES.length),
    conversation: z.string().max(64).nullable(),
    marks: z.array(z.string().max(64)).max(8),
    agent: name,
    anger: z.number().min(0).max(3),
    remedyCost: count,
    risk: z.number().min(0).max(1000),
    origin: z.string().max(128),
    standing: z.enum(STANDINGS),
  })
  .refine((it) => it.flags.every((flag) => flag.start <= flag.end && flag.end <= it.text.length));

const countsSchema = z.strictObject({
  sent: count,
  checked: count,
  flagged: count,
  mended: count,
  dismissed: count,
  inserted: count,
  promised: count,
  promisesKept: count,
  promisesLate: count,
  remedies: count,
  remedyCost: count,
  replies: count,
  replySeconds: count,
  ...(Object.fromEntries(WAIT_COUNTS.map((it) => [it, count.default(0)])) as Record<
    (typeof WAIT_COUNTS)[number],
    z.ZodDefault<typeof count>
  >),
});

const daySchema = z.strictObject({
  day,
  counts: countsSchema,
  mendedBy: z.record(z.string().max(80), count),
  spent: z.record(z.string().max(8), count).default({}),
});

const outcomeSchema = z.strictObject({
  at: time,
  by: name,
  as: z.enum(OUTCOMES),
  book: z.string().max(80),
  item: z.string().max(80),
});

const reviewSchema = z.strictObject({
  id,
  record: id,
  batch: id,
  reviewer: name,
  verdict: z.enum(VERDICTS),
  reason: z.string().max(4000),
  cause: z.enum(CAUSES).nullable(),
  scenario: z.enum(SCENARIOS).nullable().default(null),
  scorecard: z
    .strictObject({
      card: z.string().max(80),
      version: z.int(),
      points: z.record(z.string().max(80), z.number().nullable()),
      missed: z.array(z.string().max(80)).max(100).readonly(),
      score: z.number().min(0).max(100),
      messages: z.int().min(2).max(MOST_IN_BUNDLE).optional(),
      note: z.string().max(4000).optional(),
    })
    .nullable(),
  at: time,
  order: z.int(),
  undoneAt: time.nullable(),
  outcome: outcomeSchema.optional(),
});

const contestSchema = z.strictObject({
  id,
  record: id,
  review: id,
  by: name,
  comment: z.string().max(4000),
  at: time,
  state: z.enum(['open', 'upheld', 'rejected']),
  decidedBy: name.nullable(),
  decision: z.string().max(4000),
  decidedAt: time.nullable(),
  outcome: outcomeSchema.optional(),
});

const replySchema = z.strictObject({
  id,
  at: time,
  agent: name,
  language: z.enum(LANGUAGES).nullable(),
  scenario: z.enum(SCENARIOS).nullable(),
  text: z.string().min(1).max(1200),
  moves: z.array(z.enum(MOVES)).max(MOVES.length),
  grade: z.number().min(0).max(100),
});

/** The sample of a calibration on its way to reviewers, or what one of them said of it on its way back. */
const calibrationSchema = z.strictObject({
  session: id,
  name,
  seed: z.int().min(0),
  madeBy: name,
  madeAt: time,
  /** By record; empty in a sample, which is judged blind. */
  verdicts: z.record(id, z.strictObject({ verdict: z.enum(VERDICTS), at: time, note: z.string().max(4000) })),
});

const wholeSchema = z.strictObject({
  id,
  kind: z.enum(['records', 'verdicts', 'sample', 'scores']),
  made: time,
  /** Whose work it is about. */
  agent: name,
  records: z.array(recordSchema).max(MOST_IN_BUNDLE),
  days: z.array(daySchema).max(1000),
  reviews: z.array(reviewSchema).max(MOST_IN_BUNDLE),
  contests: z.array(contestSchema).max(MOST_IN_BUNDLE),
  /** Good replies the agent offers. */
  replies: z.array(replySchema).max(1000).default([]),
  calibration: calibrationSchema.optional(),
});

/** What a kind carries and nothing else: a sample has texts and no verdicts, scores the other way round. */
export const payloadSchema = wholeSchema.refine(({ kind, calibration, records }) => {
  if (kind === 'records' || kind === 'verdicts') return calibration === undefined;
  const said = Object.keys(calibration?.verdicts ?? {}).length;
  if (calibration === undefined) return false;
  return kind === 'sample' ? records.length > 0 && said === 0 : records.length === 0 && said > 0;
});

export const bundleSchema = z.strictObject({
  format: z.literal('tactful-bundle'),
  version: z.int(),
  payload: z.string(),
  key: z.string().max(200),
  signature: z.string().max(200),
});
