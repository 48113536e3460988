import {
  currencyOf,
  differenceOf,
  differenceWays,
  fittingRemedies,
  givenBefore,
  mayGive,
  minorOf,
  offerChoices,
  type PriceDrop,
  plainAmount,
  startOfDay,
  type Verdict,
} from '@/lib/ledger';
import type { Remedy } from '@/lib/phrasebook';
import type { Language, Market, ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { LedgerData } from './ledger-desk';
import { bookOf, type PanelShelf } from './shelf';

/** A remedy as the panel offers it: what it costs here and whether the agent may give it. */
export interface RemedyOffer {
  remedy: Remedy;
  /** Minor units. */
  amount: number;
  currency: string;
  verdict: Verdict;
}

/** More than this is a list, not a choice. */
const OFFERED = 5;

/** What a price drop comes to, as typed; `null` until all three are there. */
export function typedDifference(
  typed: { paid: string; count: string; now: string },
  currency: string,
): number | null {
  const paid = minorOf(typed.paid, currency);
  const now = minorOf(typed.now, currency);
  const count = /^\d{1,3}$/.test(typed.count.trim()) ? Number(typed.count) : 0;
  return paid === null || now === null || count === 0 ? null : differenceOf({ paid, now, count });
}

/** What a customer told of a price drop, ready to be typed over. */
export function writtenDrop(drop: PriceDrop | null): { paid: string; count: string; now: string } {
  if (drop === null) return { paid: '', count: '', now: '' };
  return { paid: String(drop.paid), count: String(drop.count), now: String(drop.now) };
}

/** The remedies for a scenario, best first, each weighed against the agent's authority. */
export function remedyOffers(
  shelf: PanelShelf,
  data: Pick<LedgerData, 'remedies' | 'team' | 'shop' | 'role' | 'now'>,
  wish: {
    language: Language;
    market: Market | null;
    scenario: ScenarioId | null;
    /** What a refund of the difference comes to, minor units, where it is known. */
    difference: number | null;
    /** Amounts the agent typed over the usual ones, minor units by remedy id. */
    amounts?: Readonly<Record<string, number>>;
    /** Mark of the order, where it is known. */
    order: string | null;
  },
): RemedyOffer[] {
  const remedies = bookOf(shelf, wish.language)?.remedies ?? [];
  const usual = currencyOf(wish.market, wish.language);
  const since = startOfDay(data.now, data.shop.timeZone);
  return fittingRemedies(remedies, wish.scenario)
    .slice(0, OFFERED)
    .map((remedy) => {
      const isDifference = remedy.kind === 'refund-difference' && wish.difference !== null;
      // What the customer paid is in the currency of the shop, whatever the book's examples cost.
      const currency = isDifference ? usual : (remedy.cost?.currency ?? usual);
      const usually = isDifference ? (wish.difference ?? 0) : (remedy.cost?.amount ?? 0);
      const amount = wish.amounts?.[remedy.id] ?? usually;
      const before = givenBefore(data.remedies, { currency, order: wish.order, since });
      const asked = { amount, currency, authority: remedy.authority };
      return { remedy, amount, currency, verdict: mayGive(asked, data.role, before, data.team.authorities) };
    });
}

/**
 * What the customer is asked to choose from. A difference that is known is spelt out in the three ways it can come
 * back, because which one is the customer's choice.
 */
export function choicesText(
  picked: readonly RemedyOffer[],
  difference: number | null,
  language: Language,
): string {
  const ways = picked.flatMap(({ remedy, currency }) =>
    remedy.kind === 'refund-difference' && difference !== null
      ? differenceWays(plainAmount({ amount: difference, currency }), language)
      : // Points are one of those ways already.
        remedy.kind === 'points' && difference !== null
        ? []
        : [remedy.title],
  );
  return offerChoices(ways, language);
}
