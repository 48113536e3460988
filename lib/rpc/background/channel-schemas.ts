import { z } from 'zod';
import {
  CATEGORIES,
  FAULTS,
  LANGUAGES,
  MARKETS,
  MOVES,
  SCENARIOS,
  SEVERITIES,
  TONES,
} from '@/lib/phrasebook/vocabulary';
import { taughtSchema } from '@/lib/profiles';
import { COUNTED, type Counted } from '@/lib/store';
import {
  type Channel,
  OFFERED_TEXT,
  REPORTED_FLAGS,
  REPORTED_PROMISES,
  REPORTED_SENTENCE,
  REPORTED_TEXT,
  type Request,
  VERDICT_AROUND,
} from '../channels';
import { CONSOLE_COMMANDS } from '../console-port';

/** Shapes of the requests, checked where they arrive; unknown keys are refused. Never imported by a content script. */
const id = z.string().regex(/^[\w-]{8,64}$/);
const rule = z.string().min(1).max(80);
const time = z.number().min(0).max(8_640_000_000_000_000);
const flaggedWords = z.string().min(1).max(400);
const offset = z.int().min(0).max(REPORTED_TEXT);
const language = z.enum(LANGUAGES).nullable();
const market = z.enum(MARKETS).nullable();
const scenario = z.enum(SCENARIOS);
const reading = z.enum(['zh', 'en']);

export const requestSchemas: { readonly [C in Channel]: z.ZodType<Request<C>> } = {
  getBooks: z.strictObject({ have: z.record(z.string().max(80), z.string().max(80)) }),
  recordSent: z.strictObject({
    id,
    sentAt: time,
    language,
    scenario: scenario.nullable(),
    market,
    how: z.enum(['unguarded', 'confirmed', 'reasoned', 'elsewhere']),
    reason: z.string().max(500).nullable(),
    length: z.int().min(0).max(1_000_000),
    text: z.string().min(1).max(REPORTED_TEXT),
    flags: z
      .array(
        z.strictObject({
          rule,
          category: z.enum(CATEGORIES),
          severity: z.enum(SEVERITIES),
          start: offset,
          end: offset,
          by: z.enum(['rule', 'model']),
        }),
      )
      .min(1)
      .max(REPORTED_FLAGS),
    moves: z.array(z.enum(MOVES)).max(MOVES.length),
    customer: z.array(z.string().max(4000)).max(20),
  }),
  recordReply: z.strictObject({
    language,
    scenario: scenario.nullable(),
    text: z.string().min(1).max(OFFERED_TEXT),
    moves: z.array(z.enum(MOVES)).max(MOVES.length),
  }),
  recordDismissal: z.discriminatedUnion('kind', [
    z.strictObject({ id, kind: z.literal('phrase'), rule, text: flaggedWords }),
    z.strictObject({ id, kind: z.literal('rule'), rule }),
    z.strictObject({ id, kind: z.literal('site') }),
  ]),
  undoDismissal: z.strictObject({ id }),
  recordPromises: z.strictObject({
    id,
    language,
    scenario: scenario.nullable(),
    customer: z.array(z.string().max(4000)).max(20),
    promises: z
      .array(
        z.strictObject({
          rule,
          kind: z.enum(['dated', 'vague']),
          words: z.string().min(1).max(REPORTED_SENTENCE),
          sentence: z.string().min(1).max(REPORTED_SENTENCE),
        }),
      )
      .min(1)
      .max(REPORTED_PROMISES),
  }),
  lookAtLedger: z.strictObject({}),
  checkSubscriptions: z.strictObject({ url: z.string().max(2000).optional() }),
  correctScenario: z.strictObject({
    id,
    language,
    market,
    customer: z.array(z.string().max(4000)).max(20),
    guessed: scenario.nullable(),
    scenario,
  }),
  useScript: z.strictObject({
    script: z.string().min(1).max(200),
    language: z.enum(LANGUAGES).optional(),
    removed: z.literal(true).optional(),
  }),
  findScripts: z.strictObject({
    query: z.string().max(100),
    language: z.enum(LANGUAGES),
    scenarios: z
      .array(z.strictObject({ id: scenario, score: z.number().min(0).max(1) }))
      .max(SCENARIOS.length),
    moves: z.array(z.enum(MOVES)).max(MOVES.length),
    movesSaid: z.array(z.enum(MOVES)).max(MOVES.length),
    said: z.array(z.string().max(4000)).max(20),
    market,
    tone: z.enum(TONES).nullable(),
    fault: z.enum(FAULTS).nullable(),
  }),
  count: z.strictObject({
    ...(Object.fromEntries(COUNTED.map((name) => [name, z.int().min(1).max(1_000_000).optional()])) as Record<
      Counted,
      z.ZodOptional<z.ZodInt>
    >),
    mendedRule: rule.optional(),
    language: z.enum(LANGUAGES).optional(),
  }),
  siteState: z.strictObject({ site: z.string().max(300).optional() }),
  getProfile: z.strictObject({}),
  teachSite: taughtSchema,
  showInterface: z.strictObject({}),
  keyOf: z.strictObject({ command: z.enum(CONSOLE_COMMANDS) }),
  getModel: z.strictObject({ reading, have: z.string().max(80).nullable() }),
  sayInstead: z.strictObject({
    category: z.enum(CATEGORIES),
    language: z.enum(LANGUAGES),
    scenario: scenario.nullable(),
  }),
  recordVerdict: z.strictObject({
    id,
    language,
    scenario: scenario.nullable(),
    reading,
    said: z.enum(['fine', 'right']),
    category: z.enum(CATEGORIES),
    text: flaggedWords,
    before: z.string().max(VERDICT_AROUND),
    after: z.string().max(VERDICT_AROUND),
    mark: z.string().regex(/^[a-z0-9]{1,16}$/),
  }),
  undoVerdict: z.strictObject({ id }),
  secondLook: z.strictObject({ on: z.boolean() }),
  open: z.strictObject({ surface: z.enum(['panel', 'options', 'practice']) }),
};
