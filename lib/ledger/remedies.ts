import { AUTHORITIES, type Authority, type RemedyKind, type ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { Money } from './money';
import type { RemedyEntry } from './records';

/** What a role may give, in minor units; `null`: no ceiling. */
export interface Ceilings {
  each: number | null;
  order: number | null;
  day: number | null;
}
export const NO_CEILINGS: Ceilings = { each: null, order: null, day: null };

/** Who may give what in a team. */
export interface Authorities {
  /** A team may trust its agents with everything. */
  agentsDecide: boolean;
  /** By currency and role; a currency that is not there knows only what the book says of each remedy. */
  ceilings: Readonly<Record<string, Readonly<Record<Authority, Ceilings>>>>;
}
export const BOOK_DECIDES: Authorities = { agentsDecide: false, ceilings: {} };

export interface RemedyWish extends Money {
  /** The role the book asks for. */
  authority: Authority;
}

/** What was given before, in the currency of the wish. */
export interface GivenBefore {
  order: number;
  day: number;
}

export type Verdict =
  | { allowed: true }
  /** `needs` is the lowest role that may; `why` names what is in the way, `limit` the ceiling in minor units. */
  | { allowed: false; needs: Authority; why: 'book' | keyof Ceilings; limit: number | null };

/** Whether a role may give it; every ceiling of the role counts, and the book where the team set none. */
export function mayGive(
  wish: RemedyWish,
  role: Authority,
  before: GivenBefore,
  authorities: Authorities,
): Verdict {
  if (authorities.agentsDecide) return { allowed: true };
  const refusal = (by: Authority): Omit<Extract<Verdict, { allowed: false }>, 'needs' | 'allowed'> | null => {
    const ceilings = authorities.ceilings[wish.currency]?.[by];
    if (ceilings === undefined) {
      const enough = AUTHORITIES.indexOf(wish.authority) <= AUTHORITIES.indexOf(by);
      return enough ? null : { why: 'book', limit: null };
    }
    const asked = {
      each: wish.amount,
      order: before.order + wish.amount,
      day: before.day + wish.amount,
    };
    for (const why of ['each', 'order', 'day'] as const) {
      const limit = ceilings[why];
      if (limit !== null && asked[why] > limit) return { why, limit };
    }
    return null;
  };
  const refused = refusal(role);
  if (refused === null) return { allowed: true };
  const above = AUTHORITIES.slice(AUTHORITIES.indexOf(role) + 1);
  // Above every ceiling the highest still decides: somebody must be asked.
  const needs = above.find((it) => refusal(it) === null) ?? 'manager';
  return { allowed: false, needs, ...refused };
}

/** What was given on an order and since a time, in one currency. */
export function givenBefore(
  entries: readonly RemedyEntry[],
  { currency, order, since }: { currency: string; order: string | null; since: number },
): GivenBefore {
  const sum = (kept: (entry: RemedyEntry) => boolean): number =>
    entries
      .filter((it) => it.currency === currency && kept(it))
      .reduce((total, { amount }) => total + amount, 0);
  return {
    order: order === null ? 0 : sum((it) => it.order === order),
    day: sum((it) => it.at >= since),
  };
}

/** What fits a scenario first, then what fits anywhere; the customer is offered a few, never a list. */
const FITTING: Readonly<Record<ScenarioId, readonly RemedyKind[]>> = {
  'wrong-item': ['exchange', 'refund-without-return', 'return', 'gift'],
  'not-as-pictured': ['exchange', 'return', 'points', 'gift', 'coupon'],
  'missing-parts': ['exchange', 'refund-without-return', 'gift'],
  damaged: ['exchange', 'refund', 'refund-without-return', 'gift'],
  defective: ['repair', 'exchange', 'return', 'refund'],
  'price-drop': ['refund-difference', 'points', 'coupon'],
  'late-shipping': ['free-shipping', 'coupon', 'gift', 'refund'],
  'refund-slow': ['refund', 'points', 'coupon'],
  'return-request': ['return', 'exchange', 'refund', 'free-shipping'],
  allergy: ['refund-without-return', 'refund', 'return'],
  'value-complaint': ['gift', 'coupon', 'points'],
  'return-dispute': ['refund', 'refund-without-return', 'free-shipping'],
  'bad-review': ['exchange', 'refund', 'gift', 'coupon'],
  'presale-advice': ['coupon', 'free-shipping', 'gift'],
  'after-care': ['gift', 'points', 'coupon'],
  other: ['coupon', 'points', 'gift', 'return'],
};

/** The remedies of a book that fit a scenario, best first; a remedy that names its scenarios fits those alone. */
export function fittingRemedies<T extends { kind: RemedyKind; scenarios?: readonly ScenarioId[] }>(
  remedies: readonly T[],
  scenario: ScenarioId | null,
): T[] {
  const wanted = FITTING[scenario ?? 'other'];
  const rank = ({ kind, scenarios }: T): number => {
    if (scenario !== null && scenarios?.includes(scenario)) return -1;
    return scenarios === undefined ? wanted.indexOf(kind) : Number.NaN;
  };
  return remedies
    .map((remedy) => ({ remedy, at: rank(remedy) }))
    .filter(({ at, remedy }) => (Number.isNaN(at) ? false : at >= 0 || remedy.scenarios !== undefined))
    .sort((a, b) => a.at - b.at)
    .map(({ remedy }) => remedy);
}
