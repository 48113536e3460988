/** One piece of a pattern; `at` is its 1-based column in the source. */
export type Piece = { readonly at: number } & (
  | { readonly kind: 'text'; readonly marked: string }
  /** Between two words; nothing where Chinese stands beside it. */
  | { readonly kind: 'space' }
  /** Punctuation in the pattern: may be here. 2 as a comma, 3 as a full stop. */
  | { readonly kind: 'punctuation'; readonly strength: 2 | 3 }
  /** `loose`: written as `…`, which runs over commas. */
  | { readonly kind: 'gap'; readonly min: number; readonly max: number; readonly loose?: boolean }
  | { readonly kind: 'slot'; readonly name: SlotName }
  /** The rest of an English word. */
  | { readonly kind: 'ending' }
  | { readonly kind: 'edge'; readonly side: 'start' | 'end' }
  | { readonly kind: 'group'; readonly branches: readonly Sequence[]; readonly optional: boolean }
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'forms'; readonly word: string; readonly forms: readonly string[] }
);

export type SlotName = 'number' | 'money' | 'time' | 'any' | 'clock' | 'date';

export type Sequence = readonly Piece[];

/** One alternative of a pattern: its parts (`a & b`) must all stand in one sentence, in any order. */
export interface Alternative {
  readonly parts: readonly Sequence[];
}

/** A parsed pattern, of which one alternative has to match. */
export interface Pattern {
  readonly alternatives: readonly Alternative[];
}

/** Named lists of a book; the items are patterns. */
export type Lists = Readonly<Record<string, readonly string[]>>;

/** How much a rule sees through inside its words: nothing, spaces and emoji, or punctuation too. */
export type Ignore = 'nothing' | 'spaces' | 'punctuation';

/** A rule as the engine takes it; patterns as written. */
export interface PatternRule {
  readonly id: string;
  readonly flag: readonly string[];
  readonly notAfter?: readonly string[] | undefined;
  readonly notBefore?: readonly string[] | undefined;
  readonly unlessPartOf?: readonly string[] | undefined;
  /** Default `spaces`. */
  readonly ignore?: Ignore | undefined;
  /** Whether words in quotation marks pass (default) or are flagged too. */
  readonly quotes?: 'pass' | 'flag' | undefined;
  /** The higher rank wins where hits overlap. */
  readonly rank?: number | undefined;
}
