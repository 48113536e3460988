import { Button } from '@/components/ui';
import { ledger, locale } from '@/lib/i18n';
import { shownMoney, type Verdict } from '@/lib/ledger';
import type { RemedyOffer } from '../remedy-offers';

export interface RemedyRowProps {
  offer: RemedyOffer;
  /** Among the choices for the customer. */
  picked: boolean;
  onPick: (picked: boolean) => void;
  /** It was given: one click. */
  onGiven: () => void;
  onAsk: () => void;
  asking: boolean;
}

/** One remedy: what it costs, whose it is to give, and the one click that records it. */
export function RemedyRow({ offer, picked, onPick, onGiven, onAsk, asking }: RemedyRowProps) {
  const { remedy, amount, currency, verdict } = offer;
  const money = shownMoney({ amount, currency }, locale.value);
  return (
    <li class="remedy">
      <label class="remedy-what">
        <input
          type="checkbox"
          checked={picked}
          disabled={!verdict.allowed}
          onChange={(event) => onPick(event.currentTarget.checked)}
        />
        <span>
          {remedy.title}
          <span class="remedy-note small muted">
            <span class="tabular">{money}</span> · {verdictText(verdict, currency)}
          </span>
        </span>
      </label>
      {verdict.allowed ? (
        <Button
          small
          icon="plus"
          onClick={onGiven}
          aria-label={`${ledger('remedies.given')}: ${remedy.title}`}
        >
          {ledger('remedies.given')}
        </Button>
      ) : (
        <Button
          small
          aria-expanded={asking}
          onClick={onAsk}
          aria-label={`${ledger('remedies.ask')}: ${remedy.title}`}
        >
          {ledger('remedies.ask')}
        </Button>
      )}
    </li>
  );
}

function verdictText(verdict: Verdict, currency: string): string {
  if (verdict.allowed) return ledger('remedies.within');
  const needs = verdict.needs === 'manager' ? 'remedies.needs.manager' : 'remedies.needs.supervisor';
  if (verdict.why === 'book' || verdict.limit === null) return ledger(needs);
  const limit = shownMoney({ amount: verdict.limit, currency }, locale.value);
  return `${ledger(needs)} · ${ledger(`remedies.over.${verdict.why}`, { limit })}`;
}
