export { type CompileResult, compileRules, compileRulesSliced, type SliceOptions } from './compile';
export { explain, type Parsed, parsePattern } from './explain';
export type { Hints } from './hints';
export { inflections } from './inflect';
export { hintsOf } from './make-hints';
export type { Hit, Matcher, ScanOptions, ScanResult } from './matcher';
export type { Alternative, Ignore, Lists, Pattern, PatternRule, Piece, Sequence, SlotName } from './pattern';
export type { PatternProblem, ProblemCode, RuleKey, RuleProblem } from './problems';
export { Rescanner, type Scanner } from './rescanner';
