/** What can be wrong with a pattern. */
export type ProblemCode =
  | 'empty-pattern'
  | 'too-long'
  | 'empty-alternative'
  | 'unclosed-bracket'
  | 'stray-bracket'
  | 'nested-too-deep'
  | 'unknown-slot'
  | 'gap-too-wide'
  | 'gap-reversed'
  | 'list-without-name'
  | 'unknown-list'
  | 'cyclic-list'
  | 'empty-list'
  | 'tilde-not-english'
  | 'star-without-word'
  | 'ampersand-inside'
  | 'ampersand-in-exception'
  | 'dangling-escape'
  | 'no-fixed-word'
  | 'matches-nothing'
  | 'single-character';

/** Something wrong inside one pattern. */
export interface Flaw {
  readonly code: ProblemCode;
  /** 1-based position in the pattern, in UTF-16 code units. */
  readonly column: number;
  readonly level: 'error' | 'warning';
  /** The word of the pattern it is about. */
  readonly subject?: string | undefined;
}

/** A flaw told to the person who wrote the pattern. */
export interface PatternProblem extends Flaw {
  /** What is wrong, in a plain sentence. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
}

/** The part of a rule a problem was found in. */
export type RuleKey = 'flag' | 'notAfter' | 'notBefore' | 'unlessPartOf' | 'list';

/** Where in a set of rules a problem was found. */
export interface RulePlace {
  /** Id of the rule, or the name of the list where `key` is `list`. */
  readonly rule: string;
  readonly key: RuleKey;
  /** Which pattern of the key, from 0. */
  readonly index: number;
}

export type RuleFlaw = Flaw & RulePlace;
export type RuleProblem = PatternProblem & RulePlace;

export function flaw(code: ProblemCode, column: number, subject?: string): Flaw {
  return {
    code,
    column,
    level: code === 'single-character' ? 'warning' : 'error',
    ...(subject ? { subject } : {}),
  };
}
