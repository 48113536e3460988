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
import { DRAFT_LIMIT, type ToView } from '../console-port';

/**
 * What a view accepts from a frame. A frame lives in somebody else's page, so its words are checked like any
 * other input before they are shown.
 */
const offset = z.int().min(0);
const words = z.string().max(2000);
const token = z.string().min(1).max(64);

const flag = z.object({
  rule: z.string().max(80),
  category: z.enum(CATEGORIES),
  severity: z.enum(SEVERITIES),
  start: offset,
  end: offset,
  text: words,
  why: words,
  instead: z.array(words).max(12),
  language: z.enum(LANGUAGES),
  by: z.enum(['rule', 'model']),
});

const notice = z.object({
  rule: z.string().max(80),
  category: z.enum(CATEGORIES),
  severity: z.literal('low'),
  why: words,
  instead: z.array(words).max(12),
});

const scenario = z.object({
  id: z.enum(SCENARIOS),
  score: z.number(),
  evidence: z.array(z.object({ message: offset, start: offset, end: offset, text: words })).max(50),
});

const snapshot = z.object({
  frame: token,
  seq: z.int().min(1),
  state: z.enum(['loading', 'on', 'paused', 'stale']),
  site: z.string().max(255),
  composer: z
    .object({
      kind: z.enum(['text-control', 'editable', 'site']),
      focused: z.boolean(),
      composing: z.boolean(),
      focusedAt: z.number(),
    })
    .nullable(),
  draft: z.string().max(DRAFT_LIMIT),
  selected: z.string().max(DRAFT_LIMIT),
  language: z.enum(LANGUAGES).nullable(),
  market: z.enum(MARKETS).nullable(),
  flags: z.array(flag).max(2000),
  beside: z.array(flag).max(2000),
  notices: z.array(notice).max(200),
  moves: z.array(z.enum(MOVES)).max(MOVES.length),
  movesSaid: z.array(z.enum(MOVES)).max(MOVES.length),
  scenarios: z.array(scenario).max(SCENARIOS.length),
  corrected: z.enum(SCENARIOS).nullable(),
  conversation: z.object({
    customer: z.array(z.string().max(4000)).max(50),
    agent: z.array(z.string().max(20_000)).max(50),
  }),
  held: z.object({ level: z.enum(['high', 'critical']), flags: z.array(flag).max(2000) }).nullable(),
  memory: z.object({
    values: z.record(z.string().max(40), z.string().max(600)),
    done: z.array(words).max(200),
    fault: z.enum(FAULTS).nullable(),
    tone: z.enum(TONES).nullable(),
  }),
  undoable: z.int().min(0),
});

const answer = z.union([
  z.object({ ok: z.literal(true), dismissal: token.optional() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum([
      'no-composer',
      'composing',
      'stale',
      'moved',
      'not-inserted',
      'misplaced',
      'blank-left',
      'nothing',
      'reason-short',
      'unavailable',
      'gone',
    ]),
  }),
]);

export const toViewSchema: z.ZodType<ToView> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('snapshot'), snapshot }),
  z.object({ kind: z.literal('answer'), frame: token, id: z.int(), answer }),
  z.object({ kind: z.literal('bye'), frame: token }),
]);
