/**
 * The part of a phrasebook that runs in the page: everything but schema, YAML and the checks of an editor.
 * What a content script reaches imports from here, so that neither zod nor yaml is within its reach.
 */
export * from '../vocabulary';
export { type Blank, blanksIn, strayBracket } from './blanks';
export {
  MATCHERS,
  type RuntimeAbsence,
  type RuntimeBook,
  type RuntimeScenario,
  type RuntimeSoftening,
  type RuntimeTaboo,
  toRuntime,
} from './book';
export {
  type CompiledBook,
  type CompiledCue,
  type CompileProblem,
  compileBook,
  compileBookSliced,
  forTyping,
  withHints,
} from './compile';
export { evaluateFormula, type Formula, formulaVariables, type ParsedFormula, parseFormula } from './formula';
export {
  type CompiledMoveWords,
  compileMoveWords,
  featuresOf,
  type MoveWords,
  movesMade,
  PULL,
  readableClauses,
} from './move-words';
export {
  absencesIn,
  type CueHit,
  cueHits,
  FADING,
  holds,
  inMoveOrder,
  likelyScenarios,
  movesIn,
  READ_BACK,
  resolveOverlaps,
  type ScenarioGuess,
  type Situation,
  type Surroundings,
  type TabooHit,
  tabooHits,
  timesMade,
  weighScenarios,
} from './reading';
export { type Replacement, replacementFor } from './replacement';
export { restOn } from './rest-on';
export { softened } from './softening';
export {
  type CompiledWords,
  compileWords,
  type Run,
  readWords,
  runsOf,
  type ScenarioWords,
  tellingRuns,
  type WordsReading,
} from './words';
