export { alikeTexts } from './alike';
export {
  type Agreement,
  addBacktests,
  type Backtest,
  type ChangedHit,
  type HitChange,
  prepareBacktest,
  type RuleChange,
  type Version,
} from './backtest';
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
export { type Foundation, lay, type NamedPart, partOf, resettle } from './foundation';
export { type BookHealth, type Checkup, checkUp, healthOn } from './health';
export { edited, type History, redone, startHistory, undone } from './history';
export {
  type ImportPlan,
  type PhrasesAs,
  planImport,
  type ReadImport,
  type RefusedRow,
  readPhrases,
} from './import';
export { type Handling, handle, handlingsOf, type InboxItem } from './inbox';
export { type BookLore, type Remark, remarksOn, remarksOnScripts } from './lint';
export {
  guessMapping,
  guessValues,
  type Mapping,
  MESSAGE_COLUMNS,
  type MessageColumn,
  rowsOf,
  type Sheet,
  valuesIn,
} from './message-columns';
export { HITS_SHOWN, type HitSearch, type MessageHit, type RuleHits, searchHits } from './message-hits';
export { messagesFrom, type Taken, type TakeOptions } from './message-rows';
export { amountsOf, type MessageSet, type SavedMessage, type Speaker, type Verdict } from './messages';
export { noticeText, PHONE, phoneLines } from './phone';
export { type Proof, proofOf } from './proof';
export { asExample, PROPOSE_LIMITS, type Proposal, proposePatterns, type Wanted } from './propose';
export { type Hand, type StretchOptions, shareOut } from './stretches';
export { byTalk, LEAD, type Said, saidBefore } from './talk';
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
export { type Clash, takeTheirs, type United, unite } from './unite';
export {
  dropGone,
  keepGone,
  newsBelow,
  type PublishedVersion,
  takeUpdate,
  type Update,
  type UpdatedField,
  updatesOf,
} from './updates';
