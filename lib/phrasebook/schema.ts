import { z } from 'zod';
import {
  AUTHORITIES,
  CATEGORIES,
  FAULTS,
  LANGUAGES,
  MARKETS,
  MOVES,
  REMEDY_KINDS,
  SCENARIOS,
  SEVERITIES,
  SOFTENED_UP_TO,
  SOFTENED_WITHIN,
  TONES,
  VARIABLE_TYPES,
} from './vocabulary';

/**
 * The shape of a phrasebook as written (YAML on disk, JSON inside the browser).
 * What a check says is the code of what to write instead (`mend.…` of the problems' words).
 * Strict everywhere: an unknown key is an error, because a misspelt exception would silently widen a rule.
 * Limits keep a hostile or broken file from costing more than it should.
 */

const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9]+(?:[-/.][a-z0-9]+)*$/, 'id-form');
const sentence = z.string().min(1).max(600);
const pattern = z.string().min(1).max(1200);
const patterns = z.array(pattern).max(400);

/** Context in which an item holds or is silent. */
const where = {
  onlyIn: z.array(z.enum(SCENARIOS)).min(1).optional(),
  notIn: z.array(z.enum(SCENARIOS)).min(1).optional(),
  markets: z.array(z.enum(MARKETS)).min(1).optional(),
};

/** The matching part that taboos, cues, moves, commitments and absences share. */
const matching = {
  flag: patterns.min(1),
  notAfter: patterns.optional(),
  notBefore: patterns.optional(),
  unlessPartOf: patterns.optional(),
  ignore: z.enum(['nothing', 'spaces', 'punctuation']).optional(),
  quotes: z.enum(['pass', 'flag']).optional(),
};

/**
 * An example: the text alone, or with what the customer had said, what the agent had said before and the scenario it
 * stands in. `[[ ]]` marks the span that must be hit.
 */
export const exampleSchema = z.union([
  sentence,
  z.strictObject({
    text: sentence,
    customer: sentence.optional(),
    agent: z.array(sentence).max(20).optional(),
    scenario: z.enum(SCENARIOS).optional(),
    market: z.enum(MARKETS).optional(),
  }),
]);

const exampleList = z.array(exampleSchema).max(200);
const examples = z.strictObject({ flag: exampleList.min(1), pass: exampleList.min(1) });
const moreExamples = z.strictObject({ flag: exampleList.optional(), pass: exampleList.optional() });

export const tabooSchema = z.strictObject({
  id,
  category: z.enum(CATEGORIES),
  severity: z.enum(SEVERITIES),
  ...matching,
  ...where,
  why: sentence,
  instead: z.array(sentence).min(1).max(6),
  examples,
  source: sentence.optional(),
  reviewBy: z.iso.date().optional(),
});

/**
 * What is silent can hurt too: looks at the whole draft, underlines nothing, is always `low`.
 * Fires when a `when` pattern matches (no `when`: always) and the draft makes none of the `lacks` moves.
 * `repeats` counts a move over the agent's earlier messages and the draft: it fires at the `times`-th (the apology budget).
 */
const absenceFields = z.strictObject({
  id,
  category: z.enum(CATEGORIES),
  when: patterns.min(1).optional(),
  notAfter: patterns.optional(),
  notBefore: patterns.optional(),
  unlessPartOf: patterns.optional(),
  unless: patterns.optional(),
  lacks: z.array(z.enum(MOVES)).max(9).default([]),
  repeats: z.strictObject({ move: z.enum(MOVES), times: z.int().min(2).max(9) }).optional(),
  ...where,
  why: sentence,
  instead: z.array(sentence).min(1).max(6),
  examples,
  source: sentence.optional(),
  reviewBy: z.iso.date().optional(),
});
export const absenceSchema = absenceFields.refine(
  (it) => it.when !== undefined || it.repeats !== undefined,
  'when-or-repeats',
);

/**
 * When words that hurt are made good by what stands beside them: hits of these categories are then `low`, those above
 * `upTo` are `medium` and `critical` ones stay. It takes any of the `moves` or a `when` pattern, anywhere in the draft, in the sentence of the words, or
 * behind them in the draft.
 */
const softeningFields = z.strictObject({
  id,
  title: sentence,
  categories: z.array(z.enum(CATEGORIES)).min(1),
  /** The highest severity that becomes `low`. */
  upTo: z.enum(SOFTENED_UP_TO).default('medium'),
  within: z.enum(SOFTENED_WITHIN),
  moves: z.array(z.enum(MOVES)).min(1).optional(),
  when: patterns.min(1).optional(),
  examples,
});
export const softeningSchema = softeningFields.refine(
  (it) => it.moves !== undefined || it.when !== undefined,
  'moves-or-when',
);

export const scenarioSchema = z.strictObject({
  id: z.enum(SCENARIOS),
  title: sentence,
  /** Patterns over the customer's messages; `weight` 1 by default, more for words that tell by themselves. */
  cues: z
    .array(
      z.union([
        pattern,
        z.strictObject({
          ...matching,
          weight: z.number().min(0.1).max(5).optional(),
        }),
      ]),
    )
    .max(400),
  /** What to do, in order. */
  steps: z.array(sentence).max(12),
  /** Facts to collect from the customer. */
  ask: z.array(sentence).max(12),
  /** Causes to choose from when it is settled. */
  causes: z.array(sentence).max(20).optional(),
  examples: z.strictObject({ flag: z.array(sentence).max(200), pass: z.array(sentence).max(200) }).optional(),
});

export const moveSchema = z.strictObject({
  id: z.enum(MOVES),
  title: sentence,
  ...matching,
  examples,
});

export const commitmentSchema = z.strictObject({
  id,
  ...matching,
  /** `dated` promises carry their time in the words; `vague` ones (尽快, soon) must be asked for one. */
  kind: z.enum(['dated', 'vague']),
  examples,
});

export const remedySchema = z.strictObject({
  id,
  kind: z.enum(REMEDY_KINDS),
  title: sentence,
  /** Typical cost to the shop in minor units of the currency. */
  cost: z.strictObject({ amount: z.int().min(0), currency: z.string().length(3) }).optional(),
  authority: z.enum(AUTHORITIES),
  scenarios: z.array(z.enum(SCENARIOS)).min(1).optional(),
});

/** A blank in a script: `{paid}` in the text refers to the variable with id `paid`. */
export const variableSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9]*$/, 'variable-form')
    .max(40),
  label: sentence,
  type: z.enum(VARIABLE_TYPES),
  required: z.boolean().default(true),
  default: z.string().max(200).optional(),
  choices: z.array(sentence).min(2).max(20).optional(),
  /** A formula over other variables, such as `paid - now * count`. */
  derive: z.string().max(200).optional(),
  example: z.string().min(1).max(200),
});

export const scriptSchema = z.strictObject({
  id,
  scenario: z.array(z.enum(SCENARIOS)).min(1),
  /** The moves the text makes, first the one it is chosen for. */
  move: z.array(z.enum(MOVES)).min(1),
  text: sentence,
  tone: z.enum(TONES),
  fault: z.enum(FAULTS).default('any'),
  remedy: id.optional(),
  markets: z.array(z.enum(MARKETS)).min(1).optional(),
  /** Search words besides the text itself; pinyin is derived. */
  keys: z.array(z.string().min(1).max(40)).max(20).optional(),
});

export const bookSchema = z.strictObject({
  id,
  name: sentence,
  language: z.enum(LANGUAGES),
  version: z.int().min(1),
  license: z.string().min(1).max(80),
  /**
   * Another book to build on: its lists are united with these by name; taboos, absences, softenings, scenarios, moves
   * and commitments are merged by id (patterns and examples are added; words such as `why` and `instead` are replaced);
   * scripts, remedies and variables are not inherited across languages, only within one.
   */
  extends: id.optional(),
  /** Ids of inherited rules that this book switches off. */
  off: z.array(id).max(2000).optional(),
  lists: z.record(z.string().regex(/^[\p{L}\p{N}_-]{1,40}$/u, 'name-form'), patterns.min(1)).default({}),
  taboos: z.array(tabooSchema).max(100_000).default([]),
  absences: z.array(absenceSchema).max(1000).default([]),
  softenings: z.array(softeningSchema).max(200).default([]),
  scenarios: z.array(scenarioSchema).max(SCENARIOS.length).default([]),
  moves: z.array(moveSchema).max(MOVES.length).default([]),
  commitments: z.array(commitmentSchema).max(1000).default([]),
  scripts: z.array(scriptSchema).max(20_000).default([]),
  remedies: z.array(remedySchema).max(1000).default([]),
  variables: z.array(variableSchema).max(1000).default([]),
});

/** What a book may write about an item it inherits: the id, and only what it adds or replaces. */
export const overrideSchemas = {
  taboos: tabooSchema.extend({ examples: moreExamples }).partial().required({ id: true }),
  absences: absenceFields
    .extend({ lacks: z.array(z.enum(MOVES)).max(9), examples: moreExamples })
    .partial()
    .required({ id: true }),
  softenings: softeningFields
    .extend({ upTo: z.enum(SOFTENED_UP_TO), examples: moreExamples })
    .partial()
    .required({ id: true }),
  scenarios: scenarioSchema
    .extend({
      examples: z.strictObject({
        flag: z.array(sentence).max(200).optional(),
        pass: z.array(sentence).max(200).optional(),
      }),
    })
    .partial()
    .required({ id: true }),
  moves: moveSchema.extend({ examples: moreExamples }).partial().required({ id: true }),
  commitments: commitmentSchema.extend({ examples: moreExamples }).partial().required({ id: true }),
} as const;

/** The parts of a book that are lists of items with an id, in the order in which a person reads them. */
export const itemSchemas = {
  taboos: tabooSchema,
  absences: absenceSchema,
  softenings: softeningSchema,
  scenarios: scenarioSchema,
  moves: moveSchema,
  commitments: commitmentSchema,
  scripts: scriptSchema,
  remedies: remedySchema,
  variables: variableSchema,
} as const;
export type Section = keyof typeof itemSchemas;
export type MergedSection = keyof typeof overrideSchemas;

export type Override<S extends MergedSection> = z.infer<(typeof overrideSchemas)[S]>;
export type Example = z.infer<typeof exampleSchema>;
export type Taboo = z.infer<typeof tabooSchema>;
export type Absence = z.infer<typeof absenceSchema>;
export type Softening = z.infer<typeof softeningSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;
export type Move = z.infer<typeof moveSchema>;
export type Commitment = z.infer<typeof commitmentSchema>;
export type Remedy = z.infer<typeof remedySchema>;
export type Variable = z.infer<typeof variableSchema>;
export type Script = z.infer<typeof scriptSchema>;
export type Book = z.infer<typeof bookSchema>;
