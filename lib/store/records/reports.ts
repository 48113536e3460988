import type { Reading } from '@/lib/classifier';
import type { Category, Language, Outcome, ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { GoodReply } from '@/lib/review';
import type { Site } from '@/lib/sites';

/** A labelled example: the agent said which scenario it really was. */
export interface Correction {
  id: string;
  at: number;
  site: Site | null;
  language: Language | null;
  /** The customer's last messages, masked. */
  customer: string[];
  guessed: ScenarioId | null;
  scenario: ScenarioId;
  /** What became of it; absent: nobody looked yet. */
  outcome?: Outcome;
}

export type Dismissal = {
  id: string;
  createdAt: number;
  /** Where it was made, for the list in options; `null` in a page of ours. */
  madeOn: Site | null;
  /** What became of it; absent: nobody looked yet. */
  outcome?: Outcome;
} & (
  | { kind: 'phrase'; rule: string; text: string }
  | { kind: 'rule'; rule: string }
  | { kind: 'site'; site: Site }
);

/** What an agent said of a mark of the trained model: an example to learn from. */
export interface ModelVerdict {
  id: string;
  at: number;
  site: Site | null;
  language: Language | null;
  scenario: ScenarioId | null;
  reading: Reading;
  /** `fine`: it was innocent; `right`: it did hurt. */
  said: 'fine' | 'right';
  category: Category;
  /** The marked clause, masked. */
  text: string;
  /** Up to 40 characters around it, masked before they are cut. */
  before: string;
  after: string;
  /** Names the clause among those that are not marked again. */
  mark: string;
}

/** A good reply, and what was made of it. */
export interface KeptReply extends GoodReply {
  /** Fingerprint of the key that signed the bundle it came in; `own`: sent in this browser. */
  origin: string;
  /** Who in QA offered it to the trainers, and when; `null`: nobody. */
  picked: { by: string; at: number } | null;
  /** What a trainer made of it; absent: nobody looked yet. */
  outcome?: Outcome;
}
