export * from './vocabulary';
export { blanksIn, type Blank, strayBracket } from './blanks';
export { checkBook, type CheckOptions } from './check';
export { fillWithExamples } from './check-taboos';
export { type AdmittedBook, admitBook, chooseBook } from './choose';
export { type CompiledBook, type CompiledCue, type CompileProblem, compileBook, compileBookSliced } from './compile';
export { exampleText, type PlainExample, takeMarks } from './example';
export { evaluateFormula, type Formula, formulaVariables, type ParsedFormula, parseFormula } from './formula';
export { type Header, type LoadedBook, loadBook, type LoadOptions } from './load';
export type { Locate, Target } from './locate';
export { mergeBooks, type OwnBook, SECTIONS } from './merge';
export { nearest } from './nearest';
export { type BookProblem, byPlace, formatProblem, hasErrors, type ProblemKind } from './problem';
export {
  absencesIn,
  type CueHit,
  cueHits,
  holds,
  inMoveOrder,
  likelyScenarios,
  movesIn,
  resolveOverlaps,
  type ScenarioGuess,
  type Situation,
  type Surroundings,
  type TabooHit,
  tabooHits,
  timesMade,
  weighScenarios,
} from './reading';
export { type RuntimeAbsence, type RuntimeBook, type RuntimeScenario, type RuntimeTaboo, toRuntime } from './runtime';
export {
  type Absence,
  type Book,
  bookSchema,
  type Commitment,
  type Example,
  itemSchemas,
  type Move,
  type Override,
  overrideSchemas,
  type Remedy,
  type Scenario,
  type Script,
  type Section,
  type Taboo,
  type Variable,
} from './schema';
export { type DataPath, type Place, type SourceFile } from './source';
