import { useEffect, useState } from 'preact/hooks';
import { Field, Input } from '@/components/ui';
import { ledger, script } from '@/lib/i18n';
import type { Team } from '@/lib/ledger';
import { type BlankValues, type Fact, factsFor, SURE } from '@/lib/reply';
import { FactOffers } from '../fact-offers';
import type { LedgerActions } from '../ledger-desk';

/** The blank of the same meaning: a number typed in one place is known in the other. */
export const ORDER = { id: 'order', type: 'text' } as const;

/** The order a conversation is about: what was typed, else the one number that was named. */
export interface Order {
  /** `''`: not known. */
  number: string;
  fromChat: boolean;
  /** Every number that was named, surest first. */
  named: readonly string[];
}

/** @param typed the blanks filled by hand in this conversation; an order number that was cleared stays cleared */
export function orderOf(facts: readonly Fact[], { [ORDER.id]: typed }: BlankValues): Order {
  const found = factsFor(ORDER, facts);
  const sure = found.filter(({ certainty }) => certainty >= SURE);
  const named = found.map(({ value }) => value);
  // Of two orders either could be meant.
  const told = sure.length === 1 ? (sure[0]?.value ?? '') : '';
  return { number: typed ?? told, fromChat: typed === undefined && told !== '', named };
}

/** The mark of an order number; `null` while it is worked out and where there is none. */
export function useOrderMark({ markOrder }: Pick<LedgerActions, 'markOrder'>, number: string): string | null {
  const [known, setKnown] = useState<{ number: string; mark: string | null } | null>(null);
  useEffect(() => {
    let wanted = true;
    const show = (mark: string | null): void => {
      if (wanted) setKnown({ number, mark });
    };
    // Without a mark nothing is counted to the order; what is given is weighed by its other ceilings.
    markOrder(number).then(show, () => show(null));
    return () => {
      wanted = false;
    };
  }, [markOrder, number]);
  return known?.number === number ? known.mark : null;
}

/** Whether any ceiling counts what was given on one order. */
export function countsOrders({ authorities }: Team): boolean {
  if (authorities.agentsDecide) return false;
  return Object.values(authorities.ceilings).some((roles) =>
    Object.values(roles).some(({ order }) => order !== null),
  );
}

/** The order number: read from the chat, typed over by the agent. */
export function OrderField({ order, onOrder }: { order: Order; onOrder: (number: string) => void }) {
  return (
    <div class="remedy-order">
      <Field label={ledger('ask.order')} mark={order.fromChat ? script('blanks.fromChat') : undefined}>
        {(control) => (
          <Input
            {...control}
            value={order.number}
            title={ledger('ask.orderHint')}
            onInput={(event) => onOrder(event.currentTarget.value)}
          />
        )}
      </Field>
      <FactOffers values={order.named.filter((it) => it !== order.number)} onTake={onOrder} />
    </div>
  );
}
