import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import { Button, Field, Input } from '@/components/ui';
import { ledger, locale, panel } from '@/lib/i18n';
import { currencyOf, readPriceDrop, shownMoney } from '@/lib/ledger';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { BlankValues, Fact } from '@/lib/reply';
import type { ConsoleSnapshot } from '@/lib/rpc';
import { refusalText } from '../refusal';
import { choicesText, type RemedyOffer, remedyOffers, typedDifference, writtenDrop } from '../remedy-offers';
import { scenarioOf } from '../shelf';
import { Gap } from './gap';
import { offerUndo } from './offer-undo';
import type { LedgerSectionProps } from './promises';
import { Ask } from './remedies-ask';
import { BudgetBar } from './remedies-budget';
import { countsOrders, ORDER, OrderField, orderOf, useOrderMark } from './remedies-order';
import { RemedyRow } from './remedies-row';
import { Section } from './section';

export interface RemediesProps extends LedgerSectionProps {
  snapshot: ConsoleSnapshot;
  language: Language;
  facts: readonly Fact[];
  /** Blanks filled by hand in this conversation. */
  values: BlankValues;
  onValue: (id: string, value: string) => void;
  titleRef: Ref<HTMLHeadingElement>;
}

/** What may be given, as choices for the customer; what is above the agent's authority goes up. */
export function Remedies(props: RemediesProps) {
  const { desk, shelf, snapshot, language, toaster, send, onCopy } = props;
  const { data, actions } = desk;
  const scenario = scenarioOf(snapshot);
  const currency = currencyOf(snapshot.market, language);
  const told = writtenDrop(readPriceDrop(snapshot.conversation.customer.join('\n')));
  const [typed, setTyped] = useState<Partial<typeof told>>({});
  const [unpicked, setUnpicked] = useState<ReadonlySet<string>>(new Set());
  const [amounts, setAmounts] = useState<Readonly<Record<string, number>>>({});
  const [asking, setAsking] = useState<string | null>(null);
  const [gap, setGap] = useState(false);

  const order = orderOf(props.facts, props.values);
  const orderMark = useOrderMark(actions, order.number);
  const setOrder = (number: string): void => props.onValue(ORDER.id, number);
  const asksOrder = order.named.length > 0 || ORDER.id in props.values || countsOrders(data.team);

  const drop = { ...told, ...typed };
  const difference = scenario === 'price-drop' ? typedDifference(drop, currency) : null;
  const offers = remedyOffers(shelf, data, {
    language,
    market: snapshot.market,
    scenario,
    difference,
    amounts,
    order: orderMark,
  });
  const mine = offers.filter(({ verdict }) => verdict.allowed);
  const picked = mine.filter(({ remedy }) => !unpicked.has(remedy.id));
  const asked = offers.find(({ remedy }) => remedy.id === asking);
  const here = { site: snapshot.site, language, scenario };

  const insert = async (text: string): Promise<boolean> => {
    const answer = await send?.({ type: 'insert', text, where: 'caret' });
    if (answer?.ok) return true;
    toaster.show(refusalText(answer?.reason ?? 'no-composer'));
    if (answer) onCopy(text);
    return false;
  };
  const give = async ({ remedy, amount, currency: paidIn }: RemedyOffer): Promise<void> => {
    const choice = { kind: remedy.kind, remedy: remedy.id, amount, currency: paidIn, order: order.number };
    const undo = await actions.give(choice, here);
    const money = shownMoney({ amount, currency: paidIn }, locale.value);
    offerUndo(toaster, ledger('remedies.recorded', { what: remedy.title, amount: money }), undo);
  };

  return (
    <Section
      title={ledger('remedies.title')}
      titleRef={props.titleRef}
      aside={
        <Button look="plain" small aria-expanded={gap} onClick={() => setGap((open) => !open)}>
          {ledger('gap.button')}
        </Button>
      }
    >
      {gap && <Gap {...props} here={here} onInsert={insert} onDone={() => setGap(false)} />}
      {scenario === 'price-drop' && (
        <div class="remedy-drop">
          {(['paid', 'count', 'now'] as const).map((name) => (
            <Field key={name} label={ledger(`remedies.${name}`)}>
              {(control) => (
                <Input
                  {...control}
                  inputMode="decimal"
                  value={drop[name]}
                  onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
                />
              )}
            </Field>
          ))}
          {difference !== null && (
            <p class="remedy-difference tabular" role="status">
              {ledger('remedies.difference', {
                amount: shownMoney({ amount: difference, currency }, locale.value),
              })}
            </p>
          )}
        </div>
      )}
      {offers.length === 0 ? (
        <p class="panel-quiet">{ledger('remedies.none')}</p>
      ) : (
        <>
          {asksOrder && <OrderField order={order} onOrder={setOrder} />}
          <ul class="remedies" aria-label={ledger('remedies.title')}>
            {offers.map((offer) => (
              <RemedyRow
                key={offer.remedy.id}
                offer={offer}
                picked={picked.includes(offer)}
                onPick={(on) => {
                  const next = new Set(unpicked);
                  if (on) next.delete(offer.remedy.id);
                  else next.add(offer.remedy.id);
                  setUnpicked(next);
                }}
                onAmount={(amount) => setAmounts({ ...amounts, [offer.remedy.id]: amount })}
                onGiven={() => void give(offer)}
                onAsk={() => setAsking(asking === offer.remedy.id ? null : offer.remedy.id)}
                asking={asking === offer.remedy.id}
              />
            ))}
          </ul>
          {asked && (
            <Ask
              {...props}
              offer={asked}
              order={order.number}
              onOrder={setOrder}
              here={here}
              customer={snapshot.conversation.customer}
              onInsert={insert}
              onDone={() => setAsking(null)}
            />
          )}
          {mine.length > 0 && (
            <div class="remedy-offer">
              <span class="small muted">{ledger('remedies.hint')}</span>
              <Button
                small
                disabled={picked.length === 0 || send === null}
                onClick={async () => {
                  if (await insert(choicesText(picked, difference, language)))
                    toaster.show(panel('scripts.inserted'));
                }}
              >
                {ledger('remedies.offer')}
              </Button>
            </div>
          )}
        </>
      )}
      <BudgetBar data={data} />
    </Section>
  );
}
