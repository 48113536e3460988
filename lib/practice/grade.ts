import type { Category, MoveId, Severity } from '@/lib/phrasebook/vocabulary';
import { bestAchievement, type Dialogue, hurts, type PracticeLine } from './dialogue';
import type { PracticeCase } from './schema';

/**
 * The grades of the first source case: below 60 shrugs off; 60 offers some way out; 70 and reports it upward; 80 and
 * brings the answer back quickly (failing that costs 30); 95 solves it at once within authority, kindly, and checks
 * back later. Nobody has seen 100.
 */
export type Band = 'shrugged' | 'way-out' | 'reported' | 'brought-back' | 'solved';

/** One line of the reckoning; `points` is what it added or took. */
export type Reason =
  | { kind: 'reached'; band: Band; points: number }
  | { kind: 'move'; move: MoveId; points: number }
  | { kind: 'lacked'; move: MoveId; points: 0 }
  | { kind: 'not-brought-back'; points: number }
  | { kind: 'hurt'; category: Category; severity: Severity; text: string; points: number }
  | { kind: 'left'; points: number };

export interface BetterReply {
  wrote: string;
  better: string;
  flags: number;
}

export interface Grade {
  /** 0 … 95. */
  score: number;
  band: Band;
  reasons: readonly Reason[];
  /** The replies that most needed another, with one that would have done well there; at most two, worst first. */
  better: readonly BetterReply[];
}

const HIGHEST = 95;
const BASE: Readonly<Record<Band, number>> = {
  shrugged: 30,
  'way-out': 60,
  reported: 70,
  'brought-back': 80,
  solved: 85,
};
/** A shrug stays below the first pass mark, however kindly it is worded. */
const SHRUGGED_AT_MOST = 55;
const NOT_BROUGHT_BACK = -30;
const LEFT_AT_MOST = 50;
const HURT: Readonly<Record<Severity, number>> = { low: 0, medium: -6, high: -12, critical: -25 };

/** What each move adds: on the way to 60 for a reply without a remedy, on the way to 95 for a solved one. */
const KINDNESS: readonly { move: MoveId; shrugged: number; solved: number }[] = [
  { move: 'acknowledge', shrugged: 5, solved: 1 },
  { move: 'empathy', shrugged: 5, solved: 1 },
  { move: 'apology', shrugged: 5, solved: 2 },
  { move: 'thanks', shrugged: 5, solved: 1 },
  { move: 'choice', shrugged: 0, solved: 2 },
  { move: 'commitment', shrugged: 5, solved: 1 },
  { move: 'follow-up', shrugged: 0, solved: 2 },
];

/** Moves whose absence is named in the reckoning whatever was reached. */
const WANTED: readonly MoveId[] = ['apology', 'thanks', 'remedy', 'choice', 'follow-up'];

type AgentLine = Extract<PracticeLine, { by: 'agent' }>;
const isAgent = (line: PracticeLine): line is AgentLine => line.by === 'agent';

function bandOf(dialogue: Dialogue): Band {
  const best = bestAchievement(dialogue);
  if (best) return best;
  return dialogue.moves.includes('remedy') ? 'way-out' : 'shrugged';
}

/** Grades a conversation that has ended, with every point accounted for. */
export function grade(played: PracticeCase, dialogue: Dialogue): Grade {
  const band = bandOf(dialogue);
  const reasons: Reason[] = [{ kind: 'reached', band, points: BASE[band] }];
  let score = BASE[band];
  const add = (reason: Reason): void => {
    reasons.push(reason);
    score += reason.points;
  };

  if (band === 'shrugged' || band === 'solved') {
    for (const { move, ...worth } of KINDNESS) {
      if (!dialogue.moves.includes(move) || worth[band] === 0) continue;
      const room = (band === 'shrugged' ? SHRUGGED_AT_MOST : HIGHEST) - score;
      const points = Math.min(worth[band], room);
      if (points > 0) add({ kind: 'move', move, points });
    }
  }
  // Reported upward with a promise to come back, and nobody came back: the 80 that was in reach, less 30.
  if (band === 'reported' && dialogue.moves.includes('commitment')) {
    add({ kind: 'not-brought-back', points: BASE['brought-back'] + NOT_BROUGHT_BACK - score });
  }
  for (const flag of dialogue.lines.filter(isAgent).flatMap((line) => line.reading.flags.filter(hurts))) {
    add({
      kind: 'hurt',
      category: flag.category,
      severity: flag.severity,
      text: flag.text,
      points: HURT[flag.severity],
    });
  }
  if (dialogue.ending === 'left' && score > LEFT_AT_MOST) add({ kind: 'left', points: LEFT_AT_MOST - score });
  for (const move of WANTED) {
    if (!dialogue.moves.includes(move)) add({ kind: 'lacked', move, points: 0 });
  }
  return {
    score: Math.min(HIGHEST, Math.max(0, score)),
    band,
    reasons,
    better: betterReplies(played, dialogue),
  };
}

function betterReplies(played: PracticeCase, dialogue: Dialogue): BetterReply[] {
  let before = played.patience;
  const ranked = dialogue.lines.filter(isAgent).map((line) => {
    const lost = before - line.patience;
    before = line.patience;
    return {
      line,
      cost:
        lost * 2 + line.reading.flags.filter(hurts).length * 3 + (line.reading.moves.length === 0 ? 1 : 0),
    };
  });
  const worst = ranked.filter((it) => it.cost > 0).sort((a, b) => b.cost - a.cost);
  const seen = new Set<string>();
  const chosen: BetterReply[] = [];
  for (const { line } of worst) {
    const better = played.nodes[line.node]?.better;
    if (!better || seen.has(better) || chosen.length === 2) continue;
    seen.add(better);
    chosen.push({ wrote: line.text, better, flags: line.reading.flags.filter(hurts).length });
  }
  return chosen;
}
