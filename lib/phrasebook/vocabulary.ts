/**
 * The closed vocabularies of a phrasebook: every id that a book, a flag or a log record may carry.
 * Nothing here depends on a schema library, so the content script can import it for free.
 */

/** Languages a book can be written in. Hans and Hant are two books: Traditional Chinese is written, not converted. */
export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where the shop sells: switches rules that are law or platform rule in one market only. */
export const MARKETS = ['cn', 'tw', 'hk', 'intl'] as const;
export type Market = (typeof MARKETS)[number];

/** Weakest first, so that the index is the rank. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Up to which severity something said beside words that hurt can make them `low`. */
export const SOFTENED_UP_TO = ['medium', 'high'] as const satisfies readonly Severity[];
/** Where it has to be said: anywhere, in the same sentence, or behind the words. */
export const SOFTENED_WITHIN = ['draft', 'sentence', 'after'] as const;

export const CATEGORIES = [
  'blame',
  'suspicion',
  'demean',
  'got-extra',
  'deflect',
  'brush-off',
  'rule-wall',
  'burden',
  'overpromise',
  'confront',
  'compliance',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const SCENARIOS = [
  'wrong-item',
  'not-as-pictured',
  'missing-parts',
  'damaged',
  'defective',
  'price-drop',
  'late-shipping',
  'refund-slow',
  'return-request',
  'allergy',
  'value-complaint',
  'return-dispute',
  'bad-review',
  'presale-advice',
  'after-care',
  'other',
] as const;
export type ScenarioId = (typeof SCENARIOS)[number];

/** In the order in which a good reply makes them. */
export const MOVES = [
  'acknowledge',
  'empathy',
  'apology',
  'thanks',
  'ownership',
  'remedy',
  'choice',
  'commitment',
  'follow-up',
] as const;
export type MoveId = (typeof MOVES)[number];

export const REMEDY_KINDS = [
  'refund-difference',
  'exchange',
  'return',
  'refund',
  'refund-without-return',
  'points',
  'gift',
  'coupon',
  'free-shipping',
  'repair',
  'waive',
] as const;
export type RemedyKind = (typeof REMEDY_KINDS)[number];

/** Lowest authority first, so that the index is the rank. */
export const AUTHORITIES = ['agent', 'supervisor', 'manager'] as const;
export type Authority = (typeof AUTHORITIES)[number];

export const TONES = ['warm', 'neutral', 'brief'] as const;
export type Tone = (typeof TONES)[number];

/** Whose fault a script admits; `any` fits whoever it was. */
export const FAULTS = ['shop', 'carrier', 'nobody', 'any'] as const;
export type Fault = (typeof FAULTS)[number];

/**
 * What a trainer can make of something that was sent in: of a rule an example that must pass or be marked, or an
 * exception; a rule of its own; of a scenario an example that is or is not of it, or words it is known by; a script;
 * nothing, on purpose.
 */
export const OUTCOMES = [
  'pass',
  'flag',
  'exception',
  'rule',
  'cue',
  'spare',
  'words',
  'script',
  'declined',
] as const;

/** What a trainer made of something that was sent in. */
export interface Outcome {
  at: number;
  by: string;
  as: (typeof OUTCOMES)[number];
  /** Where it went; empty where it was declined. */
  book: string;
  item: string;
}

export const VARIABLE_TYPES = [
  'text',
  'name',
  'money',
  'number',
  'date',
  'time',
  'tracking',
  'choice',
] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];
