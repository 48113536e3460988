import { z } from 'zod';
import { CATEGORIES, LANGUAGES, MOVES, SCENARIOS } from '@/lib/phrasebook/vocabulary';

/**
 * A played customer, as written in phrasebooks/practice/*.yaml. The conversation is a graph of nodes; in each node the
 * agent's reply is read (moves made, taboos met, topics named) and the first branch that fits answers.
 */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'small letters, digits and - only')
  .max(40);
const line = z.string().min(1).max(400);
const lines = z.array(line).min(1).max(6);

/** What a conversation reached, weakest first (the grades of the source case: 60, 70, 80, 95). */
export const ACHIEVEMENTS = ['way-out', 'reported', 'brought-back', 'solved'] as const;

/** Every key that is written must hold; a branch without `when` takes whatever is left. */
export const whenSchema = z.strictObject({
  /** Words of `medium` severity or above stand in the reply: of every category, or of these. */
  taboo: z.union([z.literal(true), z.array(z.enum(CATEGORIES)).min(1)]).optional(),
  /** All of these moves are made in this reply. */
  moves: z.array(z.enum(MOVES)).min(1).optional(),
  /** All of these moves were made by now, this reply included. */
  soFar: z.array(z.enum(MOVES)).min(1).optional(),
  /** None of these moves was made by now, this reply included. */
  lacks: z.array(z.enum(MOVES)).min(1).optional(),
  /** At least one of these topics is named in this reply. */
  topics: z.array(id).min(1).optional(),
});

export const branchSchema = z.strictObject({
  when: whenSchema.optional(),
  says: lines,
  /** What is said when the same branch is taken once more; without it the node's `tired` lines. */
  again: lines.optional(),
  /** Patience gained or lost, besides what taboos cost. */
  patience: z.int().min(-5).max(5).default(0),
  /** The node that follows; without it the conversation stays here. */
  to: id.optional(),
  achieves: z.enum(ACHIEVEMENTS).optional(),
  ends: z.literal('settled').optional(),
});

export const nodeSchema = z.strictObject({
  /** A reply that would do well here; shown afterwards, and held against the taboos like any script. */
  better: line,
  /** What is said when an answer would repeat itself. */
  tired: lines,
  branches: z.array(branchSchema).min(2).max(16),
});

const topicSchema = z.strictObject({
  /** Patterns of the rule language. */
  says: z.array(z.string().min(1).max(200)).min(1).max(40),
  /** Words before it that turn it round: "no need to refuse the parcel". */
  notAfter: z.array(z.string().min(1).max(200)).min(1).max(20).optional(),
  /** Naming it is making this move, for this customer. */
  counts: z.enum(MOVES).optional(),
});

export const practiceCaseSchema = z
  .strictObject({
    id,
    /** The same customer in other languages shares this. */
    story: id,
    language: z.enum(LANGUAGES),
    level: z.enum(['easy', 'medium', 'hard']),
    shop: line,
    customer: line,
    title: line,
    /** What happened, for the agent who is about to answer. */
    about: line,
    /** What the agent knows and may decide. */
    facts: z.array(line).min(1).max(8),
    scenario: z.enum(SCENARIOS),
    patience: z.int().min(2).max(10),
    topics: z.record(id, topicSchema).default({}),
    opens: lines,
    start: id,
    nodes: z.record(id, nodeSchema),
    /** Last words of a customer whose patience is gone. */
    leaves: lines,
  })
  .superRefine((it, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (!it.nodes[it.start]) complain(['start'], `there is no node "${it.start}"`);
    const reached = new Set([it.start]);
    let settles = false;
    for (const [name, node] of Object.entries(it.nodes)) {
      node.branches.forEach((branch, index) => {
        const at = ['nodes', name, 'branches', index];
        const isLast = index === node.branches.length - 1;
        if (isLast && branch.when) complain(at, 'the last branch must fit every reply: leave out "when"');
        if (!isLast && !branch.when) complain(at, 'nothing after this branch is ever reached: write "when"');
        if (branch.to !== undefined) {
          reached.add(branch.to);
          if (!it.nodes[branch.to]) complain([...at, 'to'], `there is no node "${branch.to}"`);
        }
        for (const topic of branch.when?.topics ?? []) {
          if (!it.topics[topic]) complain([...at, 'when', 'topics'], `there is no topic "${topic}"`);
        }
        settles ||= branch.ends === 'settled';
      });
    }
    for (const name of Object.keys(it.nodes)) {
      if (!reached.has(name)) complain(['nodes', name], 'no branch leads here');
    }
    if (!settles) complain(['nodes'], 'no branch settles it: one needs "ends: settled"');
  });

export type Achievement = (typeof ACHIEVEMENTS)[number];
export type When = z.infer<typeof whenSchema>;
export type Branch = z.infer<typeof branchSchema>;
export type PracticeCase = z.infer<typeof practiceCaseSchema>;
