export type { BookDays } from './book-days';
export type { BookFiles } from './book-files';
export { type BookUsage, type RuleUsage, readUsage, USAGE_DAYS } from './book-usage';
export type { Books, SaveOptions } from './books';
export { type BuiltIns, builtInPaths, createBuiltIns, inForce, type ReadAsset } from './built-in';
export { type ChangeKey, type Changes, createChanges } from './changes';
export type { Corrections } from './corrections';
export type { Counters, ScriptUses } from './counters';
export { dayOf } from './day';
export type { Dismissals } from './dismissals';
export { type Drafts, draftRevision } from './drafts';
export type { Entries, OpenEntries } from './entries';
export { INCOMING, type Incoming, settleIncoming } from './inbox';
export { eraseKept, exportKept, type KeptAmounts, type KeptData, keptAmounts } from './kept';
export { storeKeys } from './keys';
export type { Ledger } from './ledger';
export { type Models, readShippedModel } from './models';
export {
  createStore,
  DATABASE,
  type OpenOptions,
  type Store,
  StoreError,
  type StoreProblem,
  type StoreState,
  type StoreTrouble,
  troubleOf,
} from './open';
export { askToPersist } from './persist';
export type { PersonalScripts } from './personal-scripts';
export type { PracticeResults } from './practice-results';
export { createQueryClient, followChanges } from './query';
export { createRepositories, type Repositories, repositories } from './repositories';
export { REMEDY_RETENTION_DAYS, RETENTION_DAYS } from './retention';
export type { Bundles } from './review/bundles';
export type {
  Calibrations,
  ContestRefusal,
  Contests,
  Desk,
  Facets,
  GivenVerdict,
  MoveRow,
  QueuePage,
  QueueQuestion,
  RecordPart,
  Reviews,
  SampleQuestion,
  Scorecards,
  Tallies,
} from './review/desk';
export type { Integrity, LogDamage } from './review/integrity';
export type { TakenIn } from './review/take-in';
export { type BookParcel, parcelOf, replaces } from './runtime-book';
export type { SavedMessages } from './saved-messages';
export type { NewRecord, SentLog } from './sent';
export type { Shelf } from './shelf';
export type { SigningKeys, Subscriptions } from './subscriptions';
export {
  type BookDay,
  type BookDraft,
  type BookHead,
  type BookOrigin,
  type BookVersion,
  COUNTED,
  type Correction,
  type Counted,
  type Counter,
  type Dismissal,
  type KeptKey,
  type KeptReply,
  type KnownKey,
  type ModelFigures,
  type ModelVerdict,
  type ModelVersion,
  type PracticeResult,
  type ReviewNote,
  type RuleCounts,
  type ScriptUsage,
  type TakenBundle,
} from './tables';
export type { Verdicts } from './verdicts';
