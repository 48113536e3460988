export { angerOf } from './anger';
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
export {
  type Agreement,
  agreementOf,
  beforeAndAfter,
  CONTESTS_TO_JUDGE,
  type GroupFigures,
  type Grouping,
  groupFigures,
  heatOf,
  movesByScenario,
  RETIRE_ABOVE,
  shouldRetire,
  type Totals,
  totalsOf,
  weekOf,
} from './figures';
export { fits, gravest, inOrder } from './fits';
export { maskAround, maskText } from './mask';
export { KEPT_AROUND, KEPT_TEXT, keptMessage } from './message';
export * from './record';
export { believedPrecision, type RuleVerdicts, riskOf } from './risk';
export { draw, seeded, shares, stratified } from './sample';
export { DEFAULT_CARD, fillCard, type Proposal, scoreOf } from './scorecard';
export { filterOf, type NamesByCode, pageOf, rowsThatFit, type Segment } from './select';
export {
  bootstrap,
  cohensKappa,
  FEWEST_TO_RANK,
  fleissKappa,
  type Interval,
  isRanked,
  krippendorffsAlpha,
  perHundred,
  type Rate,
  rate,
} from './statistics';
export { type DayCounts, NO_COUNTS, type Tally, type TallyCell } from './tally';
export { holdsWords, keysOf, keysSought } from './words';
