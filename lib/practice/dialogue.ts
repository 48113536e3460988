import { type MoveId, SEVERITIES, type Severity } from '@/lib/phrasebook/vocabulary';
import type { Flag } from '@/lib/reply';
import { ACHIEVEMENTS, type Achievement, type Branch, type PracticeCase, type When } from './schema';

/** Words that hurt, as found in a reply. Offsets are UTF-16 units into the reply. */
export type ReadFlag = Omit<Flag, 'language' | 'by'>;

/** What a reply did, as far as the customer's script asks. */
export interface ReplyReading {
  flags: readonly ReadFlag[];
  moves: readonly MoveId[];
  topics: readonly string[];
}

export type PracticeLine =
  | { by: 'customer'; text: string }
  | { by: 'agent'; text: string; node: string; reading: ReplyReading; patience: number };

/** How it ended: the customer is content, the customer left, or the agent stopped. */
export type Ending = 'settled' | 'left' | 'stopped';

export interface Dialogue {
  node: string;
  /** 0 … the case's patience. */
  patience: number;
  lines: readonly PracticeLine[];
  /** Moves made by now, in the order in which they were first made. */
  moves: readonly MoveId[];
  achieved: readonly Achievement[];
  /** How often each branch was taken, by `node/index`. */
  taken: Readonly<Record<string, number>>;
  ending: Ending | null;
}

/** What the worst words of one reply cost in patience. */
const COST: Readonly<Record<Severity, number>> = { low: 0, medium: 1, high: 2, critical: 3 };

export function hurts(flag: Pick<ReadFlag, 'severity'>): boolean {
  return SEVERITIES.indexOf(flag.severity) >= SEVERITIES.indexOf('medium');
}

export function startDialogue(played: PracticeCase): Dialogue {
  return {
    node: played.start,
    patience: played.patience,
    lines: played.opens.map((text) => ({ by: 'customer', text })),
    moves: [],
    achieved: [],
    taken: {},
    ending: null,
  };
}

/** Says whether a branch fits a reply; `soFar` are the moves made by now, this reply included. */
export function fits(when: When | undefined, reading: ReplyReading, soFar: readonly MoveId[]): boolean {
  if (!when) return true;
  const { taboo, moves, lacks, topics } = when;
  if (taboo !== undefined) {
    const met = reading.flags.filter(hurts);
    if (!met.some((flag) => taboo === true || taboo.includes(flag.category))) return false;
  }
  if (moves && !moves.every((move) => reading.moves.includes(move))) return false;
  if (when.soFar && !when.soFar.every((move) => soFar.includes(move))) return false;
  if (lacks?.some((move) => soFar.includes(move))) return false;
  if (topics && !topics.some((topic) => reading.topics.includes(topic))) return false;
  return true;
}

/**
 * The conversation after the agent's reply and the customer's answer. The first branch of the node that fits answers;
 * words that hurt cost patience by the worst of them, and a customer without patience leaves.
 * Throws when the conversation has ended or the case is not whole (which its schema rules out).
 */
export function reply(played: PracticeCase, before: Dialogue, text: string, reading: ReplyReading): Dialogue {
  if (before.ending) throw new Error(`the conversation has ended (${before.ending})`);
  const node = played.nodes[before.node];
  const moves = [...new Set([...before.moves, ...reading.moves])];
  const index = node?.branches.findIndex((branch) => fits(branch.when, reading, moves)) ?? -1;
  const branch: Branch | undefined = node?.branches[index];
  if (!node || !branch)
    throw new Error(`node "${before.node}" of ${played.id} has no branch for every reply`);

  const hurt = Math.max(0, ...reading.flags.map((flag) => COST[flag.severity]));
  const patience = Math.min(played.patience, Math.max(0, before.patience - hurt + branch.patience));
  const key = `${before.node}/${index}`;
  const times = before.taken[key] ?? 0;
  const left = patience === 0 && branch.ends === undefined;
  const says = left ? played.leaves : times === 0 ? branch.says : (branch.again ?? node.tired);
  return {
    node: branch.to ?? before.node,
    patience,
    lines: [
      ...before.lines,
      { by: 'agent', text, node: before.node, reading, patience },
      ...says.map((said): PracticeLine => ({ by: 'customer', text: said })),
    ],
    moves,
    achieved:
      branch.achieves && !before.achieved.includes(branch.achieves)
        ? [...before.achieved, branch.achieves]
        : before.achieved,
    taken: { ...before.taken, [key]: times + 1 },
    ending: left ? 'left' : (branch.ends ?? null),
  };
}

/** The agent stops here. */
export function stop(before: Dialogue): Dialogue {
  return before.ending ? before : { ...before, ending: 'stopped' };
}

/** The highest step reached, or `null`. */
export function bestAchievement(dialogue: Dialogue): Achievement | null {
  return [...ACHIEVEMENTS].reverse().find((step) => dialogue.achieved.includes(step)) ?? null;
}
