import { Button } from '@/components/ui';
import { ledger, locale } from '@/lib/i18n';
import { minorOf, plainAmount, shownMoney, type Verdict } from '@/lib/ledger';
import type { RemedyOffer } from '../remedy-offers';

export interface RemedyRowProps {
  offer: RemedyOffer;
  /** Among the choices for the customer. */
  picked: boolean;
  onPick: (picked: boolean) => void;
  /** Another amount than usual, minor units: what is typed is weighed at once. */
  onAmount: (amount: number) => void;
  /** It was given: one click. */
  onGiven: () => void;
  onAsk: () => void;
  asking: boolean;
}

/** One remedy: what it costs, whose it is to give, and the one click that records it. */
export function RemedyRow({ offer, picked, onPick, onAmount, onGiven, onAsk, asking }: RemedyRowProps) {
  const { remedy, amount, currency, verdict } = offer;
  const sign = shownMoney({ amount: 0, currency }, locale.value).replace(/[\d.,\s]+/g, '');
  return (
    <li class="remedy">
      <label class="remedy-what">
        <input
          aria-label={remedy.title}
          type="checkbox"
          checked={picked}
          disabled={!verdict.allowed}
          onChange={(event) => onPick(event.currentTarget.checked)}
        />
        <span>
          {remedy.title}
          <span class="remedy-note small muted">{verdictText(verdict, currency)}</span>
        </span>
      </label>
      <span class="remedy-amount small muted">
        {sign}
        <input
          class="input tabular"
          type="text"
          inputMode="decimal"
          aria-label={ledger('remedies.amount', { what: remedy.title })}
          value={plainAmount({ amount, currency })}
          onChange={(event) => {
            const minor = minorOf(event.currentTarget.value, currency);
            if (minor === null) event.currentTarget.value = plainAmount({ amount, currency });
            else onAmount(minor);
          }}
        />
      </span>
      {verdict.allowed ? (
        <Button
          small
          icon="plus"
          // The second click of a double one would give it twice.
          onClick={({ detail }) => detail > 1 || onGiven()}
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
