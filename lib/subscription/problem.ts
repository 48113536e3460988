import type { ToldProblem } from '@/lib/phrasebook';

/** Why a subscription brought nothing; the version in use stays in use. */
export type SubscriptionProblem =
  /** The browser does not let us ask that address. */
  | { kind: 'no-permission'; host: string }
  | { kind: 'unreachable'; host: string }
  | { kind: 'too-slow'; seconds: number }
  | { kind: 'redirected'; host: string }
  | { kind: 'status'; status: number }
  /** `limit` in megabytes. */
  | { kind: 'too-large'; limit: number }
  | { kind: 'cut-short' }
  | { kind: 'not-a-book' }
  | { kind: 'unsigned' }
  | { kind: 'wrong-key'; found: string; wanted: string }
  | { kind: 'forged' }
  | { kind: 'other-book'; found: string; wanted: string }
  | { kind: 'older'; version: number; current: number }
  /** The version that is here already, with something else in it. */
  | { kind: 'replaced'; version: number }
  /** A book of that id is here and was not brought by this subscription. */
  | { kind: 'taken'; id: string }
  | {
      kind: 'fails-checks';
      count: number;
      rule: string;
      first: Pick<ToldProblem, 'code' | 'mend' | 'values'>;
    }
  | { kind: 'not-kept' };
export type SubscriptionProblemKind = SubscriptionProblem['kind'];
