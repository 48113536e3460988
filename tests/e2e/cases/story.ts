/** What a promise in a story says of its time, counted from the day it is played. */
export interface When {
  /** Days from today. */
  days: number;
  /** Time of day; left out: when the shop closes. */
  at?: readonly [hour: number, minute: number];
}

/** A blank by its label, what goes into it, and whether the chat has filled it already. */
export type Blank = readonly [label: string, value: string, from?: 'chat'];

/** One customer of a source case: what is said, and what the panel must make of it. */
export interface Story {
  /** Number of the source case. */
  source: 1 | 2 | 3 | 4 | 5;
  language: 'zh-Hans' | 'zh-Hant' | 'en';
  customer: readonly string[];
  /** The scenario as the English panel calls it. */
  scenario: string;
  /** Words of one of its steps. */
  step: string;
  /** Words of a script among the first three. */
  first: string;
  /** Words of the script that promises, its blanks, and how it reads with them. */
  script: string;
  blanks: readonly Blank[];
  promise: string;
  due: When;
}

export const LAST_MINUTE: When = { days: 0, at: [23, 59] };
export const TOMORROW: When = { days: 1 };
export const TOMORROW_AT_SIX: When = { days: 1, at: [18, 0] };
