export { CAUSE_TREE, CAUSES, type Cause, type CauseDetail, isOnAgent } from './causes';
export { maskText } from './mask';
export {
  type CardItem,
  type CardProblem,
  type CardTotal,
  cardProblems,
  FIRST_CARD,
  type FilledItem,
  fillCard,
  type ItemReading,
  type ItemWhy,
  type ScoreCard,
  type ScoredMessage,
  totalOf,
} from './score-card';
