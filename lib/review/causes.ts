/** Where the trouble came from, and closer. The first two are the agent's own; the rest no agent is scored for. */
export const CAUSE_TREE = {
  wording: ['tone', 'habit', 'script'],
  knowledge: ['policy', 'product', 'new'],
  process: ['no-rule', 'slow', 'handover'],
  authority: ['money', 'approval'],
  goods: ['quality', 'description', 'stock'],
  carrier: ['late', 'lost', 'damaged'],
} as const;

export type Cause = keyof typeof CAUSE_TREE;
export type CauseDetail = (typeof CAUSE_TREE)[Cause][number];

export const CAUSES = Object.keys(CAUSE_TREE) as readonly Cause[];

const OWN: readonly Cause[] = ['wording', 'knowledge'];

/** Whether the agent could have done otherwise: nobody is scored for what the shop or the carrier did. */
export const isOnAgent = (cause: Cause | null): boolean => cause === null || OWN.includes(cause);
