import type { ConsoleFlag } from '@/lib/rpc';

/**
 * Decides whether a send goes through. Pure: the page's keys and clicks arrive as `attempt`, the agent's choices as
 * `confirm` and `mend`.
 *
 *            attempt (high or critical stands, not released)
 *   passing ────────────────────────────────────────────────▶ asking ──mend──▶ passing
 *      ▲                                                        │
 *      └───────────── confirm (critical: with a reason) ────────┘   these flags are released from then on
 *
 * Invariants: a flag that was not there when the agent confirmed is asked about anew; a critical flag is never released
 * without a written reason; the guard itself sends nothing, the agent does.
 */
export interface GuardState {
  readonly asking: Ask | null;
  /** Flags the agent decided to send, by key, with the reason written for critical ones. */
  readonly released: ReadonlyMap<string, string | null>;
}

export interface Ask {
  readonly level: 'high' | 'critical';
  readonly flags: readonly ConsoleFlag[];
}

export const GUARD_AT_REST: GuardState = { asking: null, released: new Map() };

/** A reason shorter than this says nothing; units without white space. */
export const SHORTEST_REASON = 4;

/** Words and rule name a flag; where it stands does not, so that typing elsewhere asks nothing again. */
export const flagKey = (flag: ConsoleFlag): string => `${flag.rule}\n${flag.text}`;

/** The flags that hold a send, `null` when none does. */
export function holding(state: GuardState, flags: readonly ConsoleFlag[]): Ask | null {
  const standing = flags.filter(
    (flag) =>
      (flag.severity === 'high' || flag.severity === 'critical') && !state.released.has(flagKey(flag)),
  );
  if (standing.length === 0) return null;
  const level = standing.some(({ severity }) => severity === 'critical') ? 'critical' : 'high';
  return { level, flags: standing };
}

/** The agent tries to send: either it passes, or the state asks. */
export function attempt(
  state: GuardState,
  flags: readonly ConsoleFlag[],
): { state: GuardState; held: boolean } {
  const ask = holding(state, flags);
  if (ask === null) return { state: state.asking === null ? state : { ...state, asking: null }, held: false };
  return { state: { ...state, asking: ask }, held: true };
}

/** "Send anyway"; `null` when a critical flag is asked about and the reason is too thin. */
export function confirm(state: GuardState, reason: string): GuardState | null {
  if (state.asking === null) return state;
  const written = reason.trim();
  const critical = state.asking.level === 'critical';
  if (critical && written.replace(/\s+/g, '').length < SHORTEST_REASON) return null;
  const released = new Map(state.released);
  for (const flag of state.asking.flags) released.set(flagKey(flag), written === '' ? null : written);
  return { asking: null, released };
}

export function mend(state: GuardState): GuardState {
  return state.asking === null ? state : { ...state, asking: null };
}

/** The draft changed: a question about flags that are gone is withdrawn. */
export function refreshed(state: GuardState, flags: readonly ConsoleFlag[]): GuardState {
  if (state.asking === null) return state;
  const ask = holding(state, flags);
  return { ...state, asking: ask };
}

/** The reason written for a flag that was sent, if any. */
export function reasonFor(state: GuardState, flag: ConsoleFlag): string | null {
  return state.released.get(flagKey(flag)) ?? null;
}
