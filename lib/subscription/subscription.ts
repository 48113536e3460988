import type { KnownBook } from './admit';
import type { SubscriptionProblem } from './problem';

/** A book that is fetched from an address, and what came of it. */
export interface Subscription {
  /** Its key. */
  url: string;
  /** Fingerprint of the key that must have signed. */
  trust: string;
  /** Off: nothing is fetched; the version in use stays. */
  on: boolean;
  /** Who wanted it: somebody at this browser, or the organisation's policy. */
  by: 'person' | 'organisation';
  /** Epoch ms. */
  since: number;
  /** Of the file that is here. */
  etag: string | null;
  /** The newest version that passed everything. */
  known: KnownBook | null;
  /** Whether somebody looked at the first version and took it; later ones follow by themselves. */
  accepted: boolean;
  /** Epoch ms of the last look, whatever came of it. */
  checkedAt: number | null;
  problem: SubscriptionProblem | null;
  /** Versions that arrived, newest first. */
  news: readonly { version: number; at: number }[];
}

const NEWS = 10;

export const newSubscription = (
  url: string,
  trust: string,
  by: Subscription['by'],
  now: number,
): Subscription => ({
  url,
  trust,
  on: true,
  by,
  since: now,
  etag: null,
  known: null,
  // What the organisation prescribes was looked at there.
  accepted: by === 'organisation',
  checkedAt: null,
  problem: null,
  news: [],
});

/**
 * What a look leaves of a subscription that may have been changed while it lasted: that choice stands, and where another
 * key is trusted by now, or it was given up and made anew, the look says nothing.
 */
export const afterLook = (now: Subscription, looked: Subscription, after: Subscription): Subscription =>
  now.trust !== looked.trust || now.since !== looked.since
    ? now
    : { ...after, on: now.on, by: now.by, accepted: now.accepted };

/** After a look that brought nothing new. */
export const unchanged = (it: Subscription, now: number, etag = it.etag): Subscription => ({
  ...it,
  etag,
  checkedAt: now,
  problem: null,
});

/** After a look that failed: what is here stays, and so does its tag, so that the reason is found again. */
export const refused = (it: Subscription, now: number, problem: SubscriptionProblem): Subscription => ({
  ...it,
  checkedAt: now,
  problem,
});

/** After a version arrived. */
export const arrived = (
  it: Subscription,
  now: number,
  known: KnownBook,
  etag: string | null,
): Subscription => ({
  ...it,
  etag,
  known,
  checkedAt: now,
  problem: null,
  news: [{ version: known.version, at: now }, ...it.news].slice(0, NEWS),
});
