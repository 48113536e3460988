export { type Replacement, replacementFor } from '@/lib/phrasebook/runtime';
export {
  type BlankProblem,
  type BlankSheet,
  type BlankValues,
  blankSheet,
  blanksToAsk,
  blankValue,
  type FilledText,
  fillBlanks,
  missingBlanks,
  readNumber,
  variableOf,
} from './blanks';
export { type CheckContext, type CheckResult, check, type DraftNotice, type Flag } from './check';
export { type CommitmentHit, commitmentsIn } from './commitments';
export { calendarDay, readDay } from './dates';
export {
  FACT_KINDS,
  type Fact,
  type FactKind,
  type FactRole,
  factsFor,
  factsIn,
  SURE,
  sureValues,
  type Talk,
  writtenFact,
} from './facts';
export { booksFor, draftLanguage, type LanguageHints } from './languages';
export { guessScenarios, type ScenarioGuess } from './scenarios';
export {
  insteadFor,
  type ModelFlag,
  type Models,
  type SecondLookContext,
  secondLook,
  secondOpinion,
} from './second-look';
export {
  type ScriptShelf,
  type Suggestion,
  type SuggestionReason,
  type SuggestionWish,
  suggestScripts,
} from './suggest';
