export { type Replacement, replacementFor } from '@/lib/phrasebook/runtime';
export {
  type BlankValues,
  blanksToAsk,
  blankValue,
  type FilledText,
  fillBlanks,
  missingBlanks,
  readNumber,
} from './blanks';
export { type CheckContext, type CheckResult, check, type DraftNotice, type Flag } from './check';
export { type CommitmentHit, commitmentsIn } from './commitments';
export { booksFor, draftLanguage, type LanguageHints } from './languages';
export { guessScenarios, type ScenarioGuess } from './scenarios';
export {
  type ScriptShelf,
  type Suggestion,
  type SuggestionReason,
  type SuggestionWish,
  suggestScripts,
} from './suggest';
