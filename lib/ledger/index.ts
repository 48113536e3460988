export {
  BUDGET_PERIODS,
  type BudgetPeriod,
  type BudgetPlan,
  type BudgetState,
  budgetState,
  periodOf,
  startOfDay,
} from './budget';
export { instantOf, knownTimeZone, readLocal, readTimeOfDay, wallAt, writeTimeOfDay } from './clock';
export { type Due, readDue } from './due';
export { promisesFrom, type ReadPromise, type SaidPromise } from './from-message';
export { conversationMarks, newSalt, orderMark } from './marks';
export { currencyOf, decimalsOf, type Money, minorOf, plainAmount, shownMoney } from './money';
export { differenceOf, type PriceDrop, readPriceDrop } from './price-drop';
export {
  changePromise,
  inDueOrder,
  isSameConversation,
  isSamePromise,
  newPromise,
  type PromiseChange,
} from './promise';
export * from './records';
export {
  type Authorities,
  type Ceilings,
  fittingRemedies,
  type GivenBefore,
  givenBefore,
  mayGive,
  NO_CEILINGS,
  type RemedyWish,
  type Verdict,
} from './remedies';
export { type Plan, planReminders, reminded, type Urgency, urgencyOf, withClockPutRight } from './reminders';
export {
  answerBy,
  changeGap,
  followUpBefore,
  newEscalation,
  newGap,
  promiseAbout,
  settleEscalation,
} from './requests';
export { closingToday, closingTomorrow, type ShopHours } from './shop-hours';
export { DEFAULT_TEAM, shopOf, type Team } from './team';
export { withoutChange } from './undo';
export { changeVisit, newVisit, type VisitChange, type VisitPlan, visitDue } from './visits';
export { sayWhen, writeLocal } from './when';
export { differenceWays, holdingReply, offerChoices, sayBy } from './words';
