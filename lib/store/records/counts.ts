import { WAIT_COUNTS } from '@/lib/review';

/** What is counted per day instead of being kept. */
export const COUNTED = [
  'checked',
  'flagged',
  'mended',
  'dismissed',
  'inserted',
  'sent',
  'sentFlagged',
  /** Replies to a waiting customer, and the seconds these waited together. */
  'replies',
  'replySeconds',
  ...WAIT_COUNTS,
] as const;
export type Counted = (typeof COUNTED)[number];

export interface Counter {
  /** Local calendar day, `2026-01-31`. */
  day: string;
  name: Counted;
  count: number;
}

export interface ScriptUsage {
  script: string;
  count: number;
  /** How often it was taken out again before the message went off; absent: never. */
  removed?: number;
  lastUsedAt: number;
}

/** How one practice conversation went; for the agent alone, and without a word of what was written. */
export interface PracticeResult {
  id: string;
  at: number;
  /** Id of the played customer, such as `puzzle-en`. */
  played: string;
  /** 0 … 95. */
  score: number;
  ending: 'settled' | 'left' | 'stopped';
  /** Replies the agent wrote. */
  replies: number;
  /** Flags of `medium` severity or above in what was sent. */
  flags: number;
}
