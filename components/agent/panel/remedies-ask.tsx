import { useState } from 'preact/hooks';
import { Field, Input } from '@/components/ui';
import { ledger, locale, scenarioName } from '@/lib/i18n';
import { answerBy, holdingReply, readLocal, sayWhen, shownMoney, writeLocal } from '@/lib/ledger';
import type { Here } from '../ledger-desk';
import type { RemedyOffer } from '../remedy-offers';
import { offerUndo } from './offer-undo';
import type { LedgerSectionProps } from './promises';
import { OwedButtons, WhenField } from './when-field';

export interface AskProps extends LedgerSectionProps {
  offer: RemedyOffer;
  here: Here;
  /** The customer's last messages, oldest first. */
  customer: readonly string[];
  /** Number of the order, as far as it is known. */
  order: string;
  onOrder: (number: string) => void;
  onInsert: (text: string) => Promise<boolean>;
  onDone: () => void;
}

/** Customers' last messages in a request: what it is about, not the whole talk. */
const QUOTED = 3;

/** A wish above the agent's authority: a request to copy, a reply that names a time, and the promise that goes with it. */
export function Ask(props: AskProps) {
  const { desk, offer, here, customer, order, onOrder, toaster, onInsert, onCopy, onDone } = props;
  const { data, actions } = desk;
  const { timeZone } = data.shop;
  const [typed, setTyped] = useState(writeLocal(answerBy(data.now), timeZone));
  const due = readLocal(typed, timeZone) ?? answerBy(data.now);
  const { remedy, amount, currency, verdict } = offer;
  const words = customer.slice(-QUOTED).join(' / ');
  const money = shownMoney({ amount, currency }, locale.value);
  const said = holdingReply('asking', due, data.now, timeZone, here.language);
  const summary = [
    ledger('ask.summary.title', { what: remedy.title, amount: money }),
    words === '' ? null : ledger('ask.summary.customer', { words }),
    here.scenario === null ? null : ledger('ask.summary.scenario', { scenario: scenarioName(here.scenario) }),
    order.trim() === '' ? null : ledger('ask.summary.order', { order: order.trim() }),
    ledger('ask.summary.by', { when: sayWhen(due, data.now, timeZone, locale.value) }),
  ].filter((line) => line !== null);

  const ask = async (): Promise<void> => {
    const needs = verdict.allowed ? data.role : verdict.needs;
    const choice = { kind: remedy.kind, remedy: remedy.id, amount, currency, order };
    const undo = await actions.ask({ ...choice, needs, customer: words, due, said }, here);
    onCopy(summary.join('\n'));
    await onInsert(said);
    offerUndo(toaster, ledger('ask.copied'), undo);
    onDone();
  };
  return (
    <form
      class="owed-edit"
      aria-label={ledger('ask.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <div class="ask-fields">
        <WhenField label={ledger('ask.by')} value={typed} onChange={setTyped} />
        <Field label={ledger('ask.order')} hint={ledger('ask.orderHint')}>
          {(control) => (
            <Input {...control} value={order} onInput={(event) => onOrder(event.currentTarget.value)} />
          )}
        </Field>
      </div>
      <pre class="ask-summary small">{summary.join('\n')}</pre>
      <p class="ask-said" lang={here.language}>
        {said}
      </p>
      <OwedButtons onCancel={onDone} done={ledger('ask.copy')} icon="copy" />
    </form>
  );
}
