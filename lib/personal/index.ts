/** An agent's own sentences: what they are, what they must pass, and the file they travel in. */
export { checkSentence, type SentenceProblem } from './check-sentence';
export { asScripts, LONGEST_TEXT, MOST_PERSONAL, PERSONAL_SHELF, type PersonalScript } from './scripts';
export {
  exportPersonal,
  type Imported,
  type ImportProblem,
  importPersonal,
  newPersonalId,
  withImported,
} from './transfer';
