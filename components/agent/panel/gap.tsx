import { useRef, useState } from 'preact/hooks';
import { Button, Field, Textarea } from '@/components/ui';
import { inbox, ledger, locale } from '@/lib/i18n';
import { answerBy, holdingReply, sayWhen } from '@/lib/ledger';
import type { ConsoleSnapshot } from '@/lib/rpc';
import type { Here } from '../ledger-desk';
import { offerUndo } from './offer-undo';
import type { LedgerSectionProps } from './promises';
import { Section } from './section';

export interface GapProps extends LedgerSectionProps {
  snapshot: ConsoleSnapshot;
  here: Here;
  onInsert: (text: string) => Promise<boolean>;
  onDone: () => void;
}

/**
 * No rule covers it: one click records the question and the time the customer is promised; what is missing and what
 * one would answer can be added while the talk goes on.
 */
export function Gap({ desk, snapshot, here, toaster, onInsert, onDone }: GapProps) {
  const { data, actions } = desk;
  const [kept, setKept] = useState<{ id: string; due: number; said: string } | null>(null);
  const recording = useRef(false);
  const question = snapshot.conversation.customer.at(-1) ?? '';
  const { timeZone } = data.shop;

  const record = async (): Promise<void> => {
    // A second press of the button is not a second question.
    if (recording.current) return;
    recording.current = true;
    const due = answerBy(Date.now());
    const said = holdingReply('findingOut', due, Date.now(), timeZone, here.language);
    const { id, undo } = await actions.recordGap({ question, due, said }, here).finally(() => {
      recording.current = false;
    });
    setKept({ id, due, said });
    const when = sayWhen(due, Date.now(), timeZone, locale.value);
    offerUndo(toaster, ledger('gap.recorded', { when }), async () => {
      onDone();
      return undo();
    });
  };
  if (question === '') return <p class="panel-quiet">{ledger('gap.noWords')}</p>;
  if (kept === null) {
    return (
      <div class="owed-edit">
        <p class="ask-said" lang={here.language}>
          {question}
        </p>
        <div class="owed-buttons">
          <Button small look="primary" icon="flag" onClick={() => void record()}>
            {ledger('gap.title')}
          </Button>
        </div>
      </div>
    );
  }
  // Kept with every key: nobody says goodbye to a field before the conversation moves on.
  const save = (name: 'missing' | 'suggested') => (event: { currentTarget: HTMLTextAreaElement }) =>
    void actions.changeGap(kept.id, { [name]: event.currentTarget.value });
  return (
    <div class="owed-edit">
      {(['missing', 'suggested'] as const).map((name) => (
        <Field key={name} label={ledger(`gap.${name}`)}>
          {(control) => <Textarea {...control} rows={2} maxLength={600} onInput={save(name)} />}
        </Field>
      ))}
      <p class="ask-said" lang={here.language}>
        {kept.said}
      </p>
      <div class="owed-buttons">
        <Button small look="plain" onClick={onDone}>
          {ledger('gap.done')}
        </Button>
        <Button small look="primary" onClick={() => void onInsert(kept.said)}>
          {ledger('ask.reply')}
        </Button>
      </div>
    </div>
  );
}

/** Questions and requests that wait for an answer from above. */
export function Requests({ desk, toaster }: LedgerSectionProps) {
  const { data, actions } = desk;
  const { now, shop } = data;
  const gaps = data.gaps.filter(({ state }) => state === 'open');
  const asked = data.escalations.filter(({ state }) => state === 'open');
  const when = (due: number | null): string =>
    due === null ? '' : sayWhen(due, now, shop.timeZone, locale.value);
  const settle = async (id: string, state: 'granted' | 'refused'): Promise<void> => {
    const undo = await actions.settleRequest(id, state);
    offerUndo(toaster, ledger(`requests.${state}`), undo);
  };
  const answered = async (id: string): Promise<void> => {
    const undo = await actions.changeGap(id, { state: 'answered' });
    offerUndo(toaster, ledger('gap.answered'), undo);
  };
  if (gaps.length + asked.length === 0) return null;
  return (
    <Section title={ledger('requests.title')}>
      <ul class="owed-list">
        {asked.map(({ id, kind, customer, due, language }) => (
          <li key={id} class="owed">
            <p class="owed-line">
              <span class="owed-when tabular">{when(due)}</span> {ledger(`kind.${kind}`)}
              <span class="owed-what" lang={language ?? undefined}>
                {customer}
              </span>
            </p>
            <div class="owed-actions">
              <Button small onClick={() => void settle(id, 'granted')}>
                {ledger('requests.granted')}
              </Button>
              <Button small look="plain" onClick={() => void settle(id, 'refused')}>
                {ledger('requests.refused')}
              </Button>
            </div>
          </li>
        ))}
        {gaps.map(({ id, question, due, language, outcome }) => (
          <li key={id} class="owed">
            <p class="owed-line">
              <span class="owed-when tabular">{when(due)}</span> {ledger('gap.title')}
              <span class="owed-what" lang={language ?? undefined}>
                {question}
              </span>
            </p>
            {outcome && <p class="small">{inbox(`became.${outcome.as}`, { item: outcome.item })}</p>}
            <div class="owed-actions">
              <Button small onClick={() => void answered(id)}>
                {ledger('gap.answered')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
