export { clauseName } from './clause-name';
export { COSTS, KEENNESSES } from './costs';
export { type LookMark, piecesOf, settledAway } from './marks';
export { layOutReader, type OpenReader, openReader, type Reader, takeReader } from './reader';
export { type Replay, type Retrained, type RetrainRequest, replayPath, retraining } from './retrain';
export { PAUSE_MS, SecondLookWatch, type WatchedConsole, type WatchOptions } from './watch';
