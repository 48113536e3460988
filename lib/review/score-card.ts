import type { Category, MoveId, Severity } from '@/lib/phrasebook/vocabulary';
import { type Cause, isOnAgent } from './causes';

/** How the engine fills an item: by the moves the reply makes, by its flags, or not at all. */
export type ItemReading =
  | { kind: 'moves'; moves: readonly MoveId[] }
  | { kind: 'words' }
  | { kind: 'compliance' }
  | { kind: 'hand' };

export interface CardItem {
  id: string;
  /** In the team's own words; `null`: the name of a built-in item. */
  name: string | null;
  /** Points it is worth; 0 for an item that only can be fatal. */
  weight: number;
  /** Failing it makes the whole score 0. */
  fatal: boolean;
  reads: ItemReading;
}

/** One version of a score card; a version that was scored with is never changed. */
export interface ScoreCard {
  version: number;
  savedAt: number;
  by: string;
  items: readonly CardItem[];
}

/** What a good reply is: owned apology, a remedy to choose among, a time, checking back, warmth, no word that hurts. */
export const FIRST_CARD: ScoreCard = {
  version: 1,
  savedAt: 0,
  by: '',
  items: [
    {
      id: 'owning',
      name: null,
      weight: 20,
      fatal: false,
      reads: { kind: 'moves', moves: ['apology', 'ownership'] },
    },
    {
      id: 'remedy',
      name: null,
      weight: 25,
      fatal: false,
      reads: { kind: 'moves', moves: ['remedy', 'choice'] },
    },
    { id: 'when', name: null, weight: 15, fatal: false, reads: { kind: 'moves', moves: ['commitment'] } },
    { id: 'after', name: null, weight: 10, fatal: false, reads: { kind: 'moves', moves: ['follow-up'] } },
    {
      id: 'warmth',
      name: null,
      weight: 10,
      fatal: false,
      reads: { kind: 'moves', moves: ['acknowledge', 'empathy', 'thanks'] },
    },
    { id: 'words', name: null, weight: 20, fatal: false, reads: { kind: 'words' } },
    { id: 'compliance', name: null, weight: 0, fatal: true, reads: { kind: 'compliance' } },
  ],
};

/** What is known of a message when its card is filled. */
export interface ScoredMessage {
  moves: readonly MoveId[];
  /** Flags that stand: what a verdict dismissed is not among them. */
  flags: readonly { category: Category; severity: Severity; text: string }[];
}

/** Why an item got its points. */
export type ItemWhy =
  | { kind: 'moves'; made: readonly MoveId[]; lacking: readonly MoveId[] }
  | { kind: 'words'; texts: readonly string[] }
  | { kind: 'hand' };

export interface FilledItem {
  id: string;
  /** 0 … weight; of an item without weight 1: passed, 0: failed. `null`: for the reviewer to fill. */
  points: number | null;
  why: ItemWhy;
}

/** What each flag takes of the item for words, as in the grade of a practice conversation, of 25. */
const TAKES: Readonly<Record<Severity, number>> = { low: 0, medium: 6, high: 12, critical: 25 };
const TAKES_OF = 25;

function fillItem({ id, weight, reads }: CardItem, { moves, flags }: ScoredMessage): FilledItem {
  switch (reads.kind) {
    case 'moves': {
      const made = reads.moves.filter((it) => moves.includes(it));
      const lacking = reads.moves.filter((it) => !moves.includes(it));
      const share = reads.moves.length === 0 ? 1 : made.length / reads.moves.length;
      return { id, points: Math.round(weight * share), why: { kind: 'moves', made, lacking } };
    }
    case 'words': {
      const hurting = flags.filter((it) => TAKES[it.severity] > 0);
      const taken = hurting.reduce((sum, it) => sum + TAKES[it.severity], 0) / TAKES_OF;
      return {
        id,
        points: Math.round(weight * Math.max(0, 1 - taken)),
        why: { kind: 'words', texts: hurting.map((it) => it.text) },
      };
    }
    case 'compliance': {
      const against = flags.filter((it) => it.category === 'compliance' || it.severity === 'critical');
      return {
        id,
        points: against.length > 0 ? 0 : Math.max(1, weight),
        why: { kind: 'words', texts: against.map((it) => it.text) },
      };
    }
    case 'hand':
      return { id, points: null, why: { kind: 'hand' } };
  }
}

/** Fills what the engine knows of a message; the reviewer confirms or changes it. */
export const fillCard = (card: ScoreCard, message: ScoredMessage): FilledItem[] =>
  card.items.map((item) => fillItem(item, message));

/** How a filled card adds up. */
export interface CardTotal {
  /** 0 … 100, of the items that have points; `null` while one waits for the reviewer. */
  score: number | null;
  /** The fatal item that was failed. */
  fatal: string | null;
  /** `false`: kept to find what went wrong, but no agent's score. */
  onAgent: boolean;
}

/** Adds a card up: points over weights as a share of 100, nothing where a fatal item failed. */
export function totalOf(
  card: ScoreCard,
  points: Readonly<Record<string, number | null>>,
  cause: Cause | null,
): CardTotal {
  const onAgent = isOnAgent(cause);
  const fatal = card.items.find((it) => it.fatal && points[it.id] === 0)?.id ?? null;
  if (fatal !== null) return { score: 0, fatal, onAgent };
  const weighed = card.items.filter((it) => it.weight > 0);
  const open = weighed.some((it) => (points[it.id] ?? null) === null);
  const sum = weighed.reduce((total, it) => total + (points[it.id] ?? 0), 0);
  const outOf = weighed.reduce((total, it) => total + it.weight, 0);
  return { score: open || outOf === 0 ? null : Math.round((sum / outOf) * 100), fatal, onAgent };
}

/** What is wrong with a card that somebody edited; nothing: it can be kept. */
export type CardProblem = { kind: 'no-items' } | { kind: 'no-weight' } | { kind: 'unnamed'; id: string };

export function cardProblems(items: readonly CardItem[]): CardProblem[] {
  if (items.length === 0) return [{ kind: 'no-items' }];
  const problems: CardProblem[] = items
    .filter((it) => it.name !== null && it.name.trim() === '')
    .map(({ id }) => ({ kind: 'unnamed', id }));
  if (!items.some((it) => it.weight > 0)) problems.push({ kind: 'no-weight' });
  return problems;
}
