export { alikeTexts } from './alike';
export { type Change, compareBooks, type FieldChange } from './compare';
export { applyEdit, type Edit, type Item } from './edit';
export {
  type Entry,
  entriesOf,
  entryOf,
  fieldAt,
  fieldEdit,
  freshId,
  listEntries,
  listsOf,
  type Path,
  withField,
} from './entries';
export { edited, type History, redone, startHistory, undone } from './history';
export {
  type ImportPlan,
  type PhrasesAs,
  planImport,
  type ReadImport,
  type RefusedRow,
  readPhrases,
} from './import';
export { type Remark, remarksOn } from './lint';
export { noticeText, PHONE, phoneLines } from './phone';
export { type Proof, proofOf } from './proof';
export {
  type GuessScenarios,
  matcherOf,
  type Outcome,
  type Span,
  scenarioGuesser,
  type Tried,
  tryExample,
  withMark,
} from './try-examples';
export { type Clash, takeFrom, type United, unite } from './unite';
