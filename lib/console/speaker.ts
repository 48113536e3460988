import type { Speaker } from './conversation';

/** Where a message's words stand and what its elements are called; geometry in viewport pixels. */
export interface MessageTrace {
  /** Left and right edge of the words (not of the row, which often spans the log). */
  readonly left: number;
  readonly right: number;
  /** Words out of class names, labels and the like, from the message's own element outward, lower case. */
  readonly tokens: readonly string[];
}

export interface LogFrame {
  readonly left: number;
  readonly right: number;
  readonly rightToLeft: boolean;
}

/** Chat software calls its own side and the other one by few names. */
const OWN = new Set(
  'me my mine self own out outgoing outbound right agent staff seller service operator admin owner from-me is-me kefu'.split(
    ' ',
  ),
);
const OTHER = new Set(
  'in incoming inbound other others them their theirs left customer client visitor buyer guest friend peer opponent consumer'.split(
    ' ',
  ),
);
/** Words that may as well say how far a message got ("received", "sent"): they count where no other word tells. */
const OWN_PERHAPS = new Set(['sent']);
const OTHER_PERHAPS = new Set(['received']);
/** Notices between the messages belong to nobody. */
const NOBODY = new Set(
  'system notice notification tip tips date divider separator event info timestamp unread hint'.split(' '),
);

/** Sides closer than this (pixels) to the middle say nothing. */
const LEAN = 24;

/**
 * Tells who said each message: by which side of the log it stands on and by the names in its markup.
 * Names that most messages on both sides carry (`message-in-list`) tell nothing and are left out.
 */
export function speakersOf(traces: readonly MessageTrace[], log: LogFrame): Speaker[] {
  const sides = traces.map((trace) => sideOf(trace, log));
  const common = commonTokens(traces, sides);
  const votes = traces.map((trace) => tokenVote(trace.tokens.filter((token) => !common.has(token))));
  const bothSides = sides.includes('own') && sides.includes('other');
  return traces.map((trace, index): Speaker => {
    const vote = votes[index]!;
    const side = sides[index]!;
    if (trace.tokens.some((token) => NOBODY.has(token) && !common.has(token)) && vote === 0 && side === null)
      return null;
    const score =
      vote * 2 + (side === 'own' ? (bothSides ? 1.5 : 1) : side === 'other' ? (bothSides ? -1.5 : -1) : 0);
    if (score === 0) return null;
    return score > 0 ? 'agent' : 'customer';
  });
}

/** The agent's own messages stand on the reading direction's far side in every chat we know. */
function sideOf(trace: MessageTrace, log: LogFrame): 'own' | 'other' | null {
  const lean = trace.left - log.left - (log.right - trace.right);
  if (Math.abs(lean) < LEAN) return null;
  return lean > 0 !== log.rightToLeft ? 'own' : 'other';
}

function tokenVote(tokens: readonly string[]): number {
  // The innermost name that means a side decides; outer ones are about groups and rows.
  for (const token of tokens) {
    if (OWN.has(token)) return 1;
    if (OTHER.has(token)) return -1;
  }
  for (const token of tokens) {
    if (OWN_PERHAPS.has(token)) return 1;
    if (OTHER_PERHAPS.has(token)) return -1;
  }
  return 0;
}

function commonTokens(
  traces: readonly MessageTrace[],
  sides: readonly ('own' | 'other' | null)[],
): Set<string> {
  const common = new Set<string>();
  if (traces.length < 2) return common;
  const seen = new Map<string, { own: number; other: number; all: number }>();
  traces.forEach((trace, index) => {
    for (const token of new Set(trace.tokens)) {
      const counts = seen.get(token) ?? { own: 0, other: 0, all: 0 };
      counts.all++;
      const side = sides[index];
      if (side !== null && side !== undefined) counts[side]++;
      seen.set(token, counts);
    }
  });
  for (const [token, counts] of seen) {
    const everywhere = counts.own > 0 && counts.other > 0;
    if (everywhere && counts.all >= traces.length * 0.6) common.add(token);
  }
  return common;
}

/** The words inside a name: `msgItem--from_me` gives `msg item from me` and `from-me`. */
export function tokensIn(name: string): string[] {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part !== '');
  const pairs = parts.slice(1).map((part, index) => `${parts[index]!}-${part}`);
  return [...pairs, ...parts];
}
