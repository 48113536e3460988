export {
  type BacktestRequest,
  BacktestSection,
  type BacktestSectionProps,
  type Candidate,
  type ChosenChats,
} from './backtest-section';
