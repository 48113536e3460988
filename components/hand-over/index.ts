export { TakeIn } from './take-in';
export { type HandOver, type Outcome, useHandOver } from './use-hand-over';
