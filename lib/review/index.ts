export {
  type Coefficient,
  cohenKappa,
  fleissKappa,
  krippendorffAlpha,
  observedAgreement,
  type Ratings,
  withInterval,
} from './agreement';
export { angerOf } from './anger';
export {
  type BudgetFigures,
  type BudgetSpan,
  budgetFigures,
  budgetsAt,
  quarterStart,
  type Spending,
} from './budgets';
export {
  type BundlePayload,
  type BundleRefusal,
  fingerprintOf,
  type KeyRole,
  newSigningKey,
  type OpenedBundle,
  openBundle,
  publicKeyOf,
  sealBundle,
} from './bundle';
export * from './columns';
export { COMPLAINT_CLASSES, type ComplaintClass, complaintOf } from './complaints';
export { fits, gravest, inOrder } from './fits';
export { GOOD_GRADE, type GoodReply, replyGrade } from './good-reply';
export { type Estimate, FEW_CASES, isFew, rate, share } from './intervals';
export { maskAround, maskText } from './mask';
export { KEPT_AROUND, KEPT_TEXT, keptMessage } from './message';
export * from './record';
export { believedPrecision, type RuleVerdicts, riskOf } from './risk';
export { draw, seeded, shares, stratified } from './sample';
export { DEFAULT_CARD, fillCard, type Proposal, scoreOf } from './scorecard';
export { filterOf, type NamesByCode, pageOf, rowsThatFit, type Segment } from './select';
export {
  type BookChange,
  isRetiring,
  type Named,
  RETIRE_ABOVE,
  RETIRE_FROM,
  type Statistics,
  statisticsOf,
  type WeekFigures,
  weekOf,
} from './statistics';
export {
  type DayCounts,
  EVERYBODY,
  NO_COUNTS,
  type ScenarioFlags,
  type Tally,
  type TallyCell,
} from './tally';
export { WAIT_BOUNDS, WAIT_COUNTS, type WaitCount, waitCountOf, waitQuantile } from './waits';
export { holdsWords, keysOf, keysSought } from './words';
