export {
  bestAchievement,
  type Dialogue,
  type Ending,
  fits,
  hurts,
  type PracticeLine,
  type ReadFlag,
  type ReplyReading,
  reply,
  startDialogue,
  stop,
} from './dialogue';
export { type Band, type BetterReply, type Grade, grade, type Reason } from './grade';
export { type LoadedCase, loadPracticeCase } from './load';
export { createReplyReader, type ReadReply, type ReplyReader } from './reading';
export { bestScores, type Remembered } from './results';
export {
  ACHIEVEMENTS,
  type Achievement,
  type Branch,
  type PracticeCase,
  practiceCaseSchema,
  type When,
} from './schema';
